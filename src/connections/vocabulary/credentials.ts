/** What a connection signs in with, by `type`. A type that a platform cannot take is an `SDKValidationError`. */
export type Credentials =
  | ApiKeyCredentials
  | BasicCredentials
  | OAuth2Credentials
  | ClientCredentials
  | PasswordCredentials
  | CustomCredentials;

/** A key. */
export interface ApiKeyCredentials {
  type: "apiKey";
  apiKey: string;
}

/** A user name and password, for HTTP basic authentication. */
export interface BasicCredentials {
  type: "basic";
  username: string;
  password: string;
}

/** Tokens of an OAuth 2 grant that was made elsewhere. */
export interface OAuth2Credentials {
  type: "oauth2";
  accessToken?: string | undefined;
  refreshToken?: string | undefined;
  /** When the access token expires. */
  expiresAt?: Date | undefined;
  scopes?: string[] | undefined;
}

/** A client of the OAuth 2 client credentials grant (RFC 6749 section 4.4). */
export interface ClientCredentials {
  type: "clientCredentials";
  clientId: string;
  clientSecret: string;
  scopes?: string[] | undefined;
}

/** The OAuth 2 password grant (RFC 6749 section 4.3). */
export interface PasswordCredentials {
  type: "password";
  username: string;
  password: string;
  clientId: string;
  clientSecret: string;
  scopes?: string[] | undefined;
}

/** Whatever the service asks for. */
export interface CustomCredentials {
  type: "custom";
  values: Readonly<Record<string, unknown>>;
}
