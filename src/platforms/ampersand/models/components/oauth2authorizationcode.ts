// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, optional, string } from "../../../../lib/schema/index.js";
import { Token } from "./token.js";

/** The tokens of an OAuth 2 authorization code grant. Secret. */
export interface Oauth2AuthorizationCode {
  /** The access token, which gives access to the provider's API for a short time. */
  accessToken?: Token | undefined;
  /** The refresh token, which gets new access tokens and is often valid for a very long time. */
  refreshToken?: Token | undefined;
  /** The scopes of the tokens, as the provider names them. */
  scopes?: string[] | undefined;
}
export const Oauth2AuthorizationCode: Schema<Oauth2AuthorizationCode> = /* @__PURE__ */ object(
  () => ({
    accessToken: optional(Token),
    refreshToken: optional(Token),
    scopes: optional(array(string)),
  }),
);
