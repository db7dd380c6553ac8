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

/** An OAuth 1 token. */
export interface OAuth1Credentials {
  /** The type of the credentials. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** The secret of the token. */
  oauthTokenSecret: string;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth1Credentials: Schema<OAuth1Credentials> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH1"),
  oauthToken: as("oauth_token", string),
  oauthTokenSecret: as("oauth_token_secret", string),
  raw: optional(record(unknown)),
}));
