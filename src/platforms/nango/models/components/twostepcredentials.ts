// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  dateTime,
  literal,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";

/** A token that is requested with other credentials, which are further members. */
export interface TwoStepCredentials {
  /** The type of the credentials. */
  type: "TWO_STEP";
  /** The access token. */
  token?: string | undefined;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const TwoStepCredentials: Schema<TwoStepCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("TWO_STEP"),
  token: optional(string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));
