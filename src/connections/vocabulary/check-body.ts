import { type Schema, SDKValidationError } from "../../lib/index.js";
import { encode } from "../../lib/schema/base.js";
import { openJSON } from "../../lib/schema/open.js";

/** Throws if a body is invalid, before anything is sent for it. */
export function checkBody<T>(schema: Schema<T>, body: T, request: unknown): void {
  const checked = encode(schema, body, openJSON);
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
}
