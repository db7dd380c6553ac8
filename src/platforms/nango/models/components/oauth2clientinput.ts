// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { as, dateTime, literal, object, optionalAs, string } from "../../../../lib/schema/index.js";

/** An OAuth 2 client, for the client credentials grant. */
export interface OAuth2ClientInput {
  /** The type of the credentials. */
  type: "OAUTH2_CC";
  /** The access token. */
  token: string;
  /** The client's id. */
  clientId: string;
  /** The client's secret. */
  clientSecret: string;
  /** The client certificate. */
  clientCertificate?: string | undefined;
  /** The private key of the client certificate. */
  clientPrivateKey?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
}
export const OAuth2ClientInput: Schema<OAuth2ClientInput> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2_CC"),
  token: string,
  clientId: as("client_id", string),
  clientSecret: as("client_secret", string),
  clientCertificate: optionalAs("client_certificate", string),
  clientPrivateKey: optionalAs("client_private_key", string),
  expiresAt: optionalAs("expires_at", dateTime),
}));
