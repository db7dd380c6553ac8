// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { as, dateTime, literal, object, optionalAs, string } from "../../../../lib/schema/index.js";
import { ConfigOverride } from "./configoverride.js";

/** OAuth 2 tokens. */
export interface OAuth2Input {
  /** The type of the credentials. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
}
export const OAuth2Input: Schema<OAuth2Input> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2"),
  accessToken: as("access_token", string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  configOverride: optionalAs("config_override", ConfigOverride),
}));
