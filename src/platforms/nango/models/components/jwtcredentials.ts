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

/** A key that JSON Web Tokens are signed with. */
export interface JwtCredentials {
  /** Tells the kind. */
  type: "JWT";
  /** The token that was signed last. */
  token?: string | undefined;
  /** When it expires. */
  expiresAt?: Date | undefined;
  /** Who signs. */
  issuerId?: string | undefined;
  /** The id of the key. */
  privateKeyId?: string | undefined;
  /** The key: a text, or an object with `id` and `secret`. */
  privateKey?: unknown;
}
export const JwtCredentials: Schema<JwtCredentials> = /* @__PURE__ */ object<JwtCredentials>(
  () => ({
    type: literal("JWT"),
    token: optional(string),
    expiresAt: optionalAs("expires_at", dateTime),
    issuerId: optional(string),
    privateKeyId: optional(string),
    privateKey: optional(unknown),
  }),
);
