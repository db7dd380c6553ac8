/** OAuth 2.0 in the client: access tokens are fetched, cached and renewed. */
export type {
  OAuthClientCredentials,
  OAuthCredential,
  OAuthPassword,
  OAuthRefreshToken,
} from "./credentials.js";
export type { OAuthFlows, TokenParameter } from "./grant.js";
export { withTokenRenewal } from "./renew-tokens.js";
export { oauth2 } from "./scheme.js";
export type { StoredToken, TokenStore } from "./token-store.js";
