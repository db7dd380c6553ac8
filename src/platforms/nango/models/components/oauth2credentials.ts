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

/** OAuth 2 tokens. */
export interface OAuth2Credentials {
  /** The type of the credentials. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth2Credentials: Schema<OAuth2Credentials> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2"),
  accessToken: as("access_token", string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  configOverride: optionalAs("config_override", ConfigOverride),
  raw: optional(record(unknown)),
}));
