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

/** The token of an app that is installed at the provider. */
export interface AppCredentials {
  /** The type of the credentials. */
  type: "APP";
  /** The access token. */
  accessToken: string;
  /** The JSON Web Token that the access token was requested with. */
  jwtToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const AppCredentials: Schema<AppCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("APP"),
  accessToken: as("access_token", string),
  jwtToken: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));
