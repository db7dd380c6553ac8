// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, literal, object, string } from "../../../../lib/schema/index.js";

/** A token of OAuth 1. */
export interface OAuth1Input {
  /** Tells the kind. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** Its secret. */
  oauthTokenSecret: string;
}
export const OAuth1Input: Schema<OAuth1Input> = /* @__PURE__ */ object<OAuth1Input>(() => ({
  type: literal("OAUTH1"),
  oauthToken: as("oauth_token", string),
  oauthTokenSecret: as("oauth_token_secret", string),
}));
