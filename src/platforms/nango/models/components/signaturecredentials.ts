// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  dateTime,
  literal,
  object,
  optional,
  optionalAs,
  string,
} from "../../../../lib/schema/index.js";

/** A user name and password that sign requests. */
export interface SignatureCredentials {
  /** The type of the credentials. */
  type: "SIGNATURE";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
  /** The signature. */
  token?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
}
export const SignatureCredentials: Schema<SignatureCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("SIGNATURE"),
  username: string,
  password: string,
  token: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
}));
