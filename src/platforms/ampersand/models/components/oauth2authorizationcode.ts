// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, optional, string } from "../../../../lib/schema/index.js";
import { Token } from "./token.js";

/** The tokens that an OAuth 2 authorization code grant gave. Secret. */
export interface Oauth2AuthorizationCode {
  /** Opens the provider's API, for a short time. */
  accessToken?: Token | undefined;
  /** Gets new access tokens, often for a very long time. */
  refreshToken?: Token | undefined;
  /** What the tokens allow, in the provider's terms. */
  scopes?: string[] | undefined;
}
export const Oauth2AuthorizationCode: Schema<Oauth2AuthorizationCode> =
  /* @__PURE__ */ object<Oauth2AuthorizationCode>(() => ({
    accessToken: optional(Token),
    refreshToken: optional(Token),
    scopes: optional(array(string)),
  }));
