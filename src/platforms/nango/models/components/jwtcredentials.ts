// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  dateTime,
  literal,
  object,
  optional,
  optionalAs,
  string,
  unknown,
} from "../../../../lib/schema/index.js";

/** A key that signs JSON Web Tokens. */
export interface JwtCredentials {
  /** The type of the credentials. */
  type: "JWT";
  /** The last token that was signed. */
  token?: string | undefined;
  /** When the token expires. */
  expiresAt?: Date | undefined;
  /** The id of the issuer. */
  issuerId?: string | undefined;
  /** The id of the key. */
  privateKeyId?: string | undefined;
  /** The key: a string, or an object with `id` and `secret`. */
  privateKey?: unknown;
}
export const JwtCredentials: Schema<JwtCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("JWT"),
  token: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
  issuerId: optional(string),
  privateKeyId: optional(string),
  privateKey: optional(unknown),
}));
