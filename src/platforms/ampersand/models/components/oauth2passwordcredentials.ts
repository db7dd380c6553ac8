// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, optional, string } from "../../../../lib/schema/index.js";

/** What the OAuth 2 password grant needs. Secret. */
export interface Oauth2PasswordCredentials {
  /** The user name of the customer at the provider. */
  username: string;
  /** The password that belongs to it. Secret. */
  password: string;
  /** The id of the OAuth client at the provider. */
  clientId: string;
  /** The secret of the OAuth client. Secret. */
  clientSecret: string;
  /** The scopes to ask for. The provider's default without it. */
  scopes?: string[] | undefined;
}
export const Oauth2PasswordCredentials: Schema<Oauth2PasswordCredentials> =
  /* @__PURE__ */ object<Oauth2PasswordCredentials>(() => ({
    username: string,
    password: string,
    clientId: string,
    clientSecret: string,
    scopes: optional(array(string)),
  }));
