// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, optional, string } from "../../../../lib/schema/index.js";

/** The credentials for the OAuth 2 client credentials grant. Secret. */
export interface Oauth2ClientCredentials {
  /** The id of the OAuth client at the provider. */
  clientId: string;
  /** The secret of the OAuth client. Secret. */
  clientSecret: string;
  /** The scopes to request. Defaults to the provider's default. */
  scopes?: string[] | undefined;
}
export const Oauth2ClientCredentials: Schema<Oauth2ClientCredentials> = /* @__PURE__ */ object(
  () => ({
    clientId: string,
    clientSecret: string,
    scopes: optional(array(string)),
  }),
);
