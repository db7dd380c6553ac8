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

/** A client of OAuth 2 that signs in for itself. */
export interface OAuth2ClientCredentials {
  /** Tells the kind. */
  type: "OAUTH2_CC";
  /** The access token. */
  token: string;
  /** The client's id. */
  clientId: string;
  /** The client's secret. */
  clientSecret: string;
  /** A certificate that the client shows. */
  clientCertificate?: string | undefined;
  /** The key of the certificate. */
  clientPrivateKey?: string | undefined;
  /** When they expire. */
  expiresAt?: Date | undefined;
  /** What the provider sent. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth2ClientCredentials: Schema<OAuth2ClientCredentials> =
  /* @__PURE__ */ object<OAuth2ClientCredentials>(() => ({
    type: literal("OAUTH2_CC"),
    token: string,
    clientId: as("client_id", string),
    clientSecret: as("client_secret", string),
    clientCertificate: optionalAs("client_certificate", string),
    clientPrivateKey: optionalAs("client_private_key", string),
    expiresAt: optionalAs("expires_at", dateTime),
    raw: optional(record(unknown)),
  }));
