// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";

/** An OAuth token with its lifetime. Secret. */
export interface Token {
  /** The token. Secret. */
  token: string;
  /** When the provider issued the token, if known. */
  issuedAt?: Date | undefined;
  /** When the token expires, if known. */
  expiresAt?: Date | undefined;
}
export const Token: Schema<Token> = /* @__PURE__ */ object(() => ({
  token: string,
  issuedAt: optional(dateTime),
  expiresAt: optional(dateTime),
}));
