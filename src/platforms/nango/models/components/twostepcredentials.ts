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

/** A token that is asked for with other credentials, which are members too. */
export interface TwoStepCredentials {
  /** Tells the kind. */
  type: "TWO_STEP";
  /** The access token. */
  token?: string | undefined;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When they expire. */
  expiresAt?: Date | undefined;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const TwoStepCredentials: Schema<TwoStepCredentials> =
  /* @__PURE__ */ object<TwoStepCredentials>(() => ({
    type: literal("TWO_STEP"),
    token: optional(string),
    refreshToken: optionalAs("refresh_token", string),
    expiresAt: optionalAs("expires_at", dateTime),
    raw: optional(record(unknown)),
  }));
