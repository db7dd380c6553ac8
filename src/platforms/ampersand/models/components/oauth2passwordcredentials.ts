// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, optional, string } from "../../../../lib/schema/index.js";

/** The credentials for the OAuth 2 password grant. Secret. */
export interface Oauth2PasswordCredentials {
  /** The customer's user name at the provider. */
  username: string;
  /** The customer's password at the provider. Secret. */
  password: string;
  /** The id of the OAuth client at the provider. */
  clientId: string;
  /** The secret of the OAuth client. Secret. */
  clientSecret: string;
  /** The scopes to request. Defaults to the provider's default. */
  scopes?: string[] | undefined;
}
export const Oauth2PasswordCredentials: Schema<Oauth2PasswordCredentials> = /* @__PURE__ */ object(
  () => ({
    username: string,
    password: string,
    clientId: string,
    clientSecret: string,
    scopes: optional(array(string)),
  }),
);
