import { randomUUID } from "../web/uuid.js";
import { definition, expected, schema } from "./base.js";
import { string } from "./scalars.js";
import type { Schema } from "./types.js";

/**
 * An idempotency key that each call makes, unless the request has one. All attempts of the call
 * send the same, so that a server which knows the header does the work once.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const generatedKey: Schema<string | undefined> = /* @__PURE__ */ schema((given, walk) => {
  if (given === undefined && walk.encoding) return randomUUID();
  // An empty key identifies nothing.
  return given === ""
    ? expected(given, walk, "key that is not empty")
    : definition(string).step(given, walk);
});
