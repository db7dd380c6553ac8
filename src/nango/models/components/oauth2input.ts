// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { Schema } from "../../../lib/schema.js";
import { as, dateTime, literal, object, optional, string } from "../../../lib/schema.js";
import { ConfigOverride } from "./configoverride.js";

/** Tokens of OAuth 2. */
export interface OAuth2Input {
  /** Tells the kind. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When they expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
}
export const OAuth2Input: Schema<OAuth2Input> = /* @__PURE__ */ object<OAuth2Input>(() => ({
  type: literal("OAUTH2"),
  accessToken: as("access_token", string),
  refreshToken: as("refresh_token", optional(string)),
  expiresAt: as("expires_at", optional(dateTime)),
  configOverride: as("config_override", optional(ConfigOverride)),
}));
