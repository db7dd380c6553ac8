// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  as,
  dateTime,
  literal,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import { ConfigOverride } from "./configoverride.js";

/** Tokens of OAuth 2. */
export interface OAuth2Credentials {
  /** Tells the kind. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When they expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth2Credentials: Schema<OAuth2Credentials> =
  /* @__PURE__ */ object<OAuth2Credentials>(() => ({
    type: literal("OAUTH2"),
    accessToken: as("access_token", string),
    refreshToken: optionalAs("refresh_token", string),
    expiresAt: optionalAs("expires_at", dateTime),
    configOverride: optionalAs("config_override", ConfigOverride),
    raw: optional(record(unknown)),
  }));
