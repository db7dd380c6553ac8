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

/** A UUID of random bytes. Pages without TLS have no `crypto.randomUUID`. */
export function randomUUID(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // The version and the variant (RFC 9562 section 5.4).
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
