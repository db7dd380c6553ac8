import type * as z from "zod/v4/core";
import { isByteArray, isFile } from "./conversion.js";

/**
 * What `z.toJSONSchema` asks about a schema that JSON Schema has no word for: pass it as
 * `override`, with `unrepresentable: "any"`. Bytes and files become strings, and a `bigint` an
 * integer.
 *
 * @example
 *   z.toJSONSchema(Upload, { io: "input", unrepresentable: "any", override });
 */
export function override({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.$ZodTypes;
  readonly jsonSchema: z.JSONSchema.BaseSchema;
}): void {
  const { def } = zodSchema._zod;
  if (def.type === "bigint") Object.assign(jsonSchema, { type: "integer", format: "int64" });
  if (def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
  if (def.type !== "custom") return;
  const check: unknown = "fn" in def ? def.fn : undefined;
  if (check === isFile) Object.assign(jsonSchema, { type: "string", format: "binary" });
  if (check === isByteArray)
    Object.assign(jsonSchema, { type: "string", contentEncoding: "base64" });
}
