// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { as, dateTime, literal, object, optionalAs, string } from "../../../../lib/schema/index.js";

/** A client of OAuth 2 that signs in for itself. */
export interface OAuth2ClientInput {
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
}
export const OAuth2ClientInput: Schema<OAuth2ClientInput> =
  /* @__PURE__ */ object<OAuth2ClientInput>(() => ({
    type: literal("OAUTH2_CC"),
    token: string,
    clientId: as("client_id", string),
    clientSecret: as("client_secret", string),
    clientCertificate: optionalAs("client_certificate", string),
    clientPrivateKey: optionalAs("client_private_key", string),
    expiresAt: optionalAs("expires_at", dateTime),
  }));
