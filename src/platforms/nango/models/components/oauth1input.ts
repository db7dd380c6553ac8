// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, literal, object, string } from "../../../../lib/schema/index.js";

/** An OAuth 1 token. */
export interface OAuth1Input {
  /** The type of the credentials. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** The secret of the token. */
  oauthTokenSecret: string;
}
export const OAuth1Input: Schema<OAuth1Input> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH1"),
  oauthToken: as("oauth_token", string),
  oauthTokenSecret: as("oauth_token_secret", string),
}));
