// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  as,
  literal,
  object,
  optional,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";

/** A token of OAuth 1. */
export interface OAuth1Credentials {
  /** Tells the kind. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** Its secret. */
  oauthTokenSecret: string;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth1Credentials: Schema<OAuth1Credentials> =
  /* @__PURE__ */ object<OAuth1Credentials>(() => ({
    type: literal("OAUTH1"),
    oauthToken: as("oauth_token", string),
    oauthTokenSecret: as("oauth_token_secret", string),
    raw: optional(record(unknown)),
  }));
