/**
 * The credentials of a connection, told apart by `type`. A type that the platform does not accept
 * is an `SDKValidationError`.
 */
export type Credentials =
  | ApiKeyCredentials
  | BasicCredentials
  | OAuth2Credentials
  | ClientCredentials
  | PasswordCredentials
  | CustomCredentials;

/** An API key. */
export interface ApiKeyCredentials {
  /** Selects this kind of credentials. */
  type: "apiKey";
  /** The API key. */
  apiKey: string;
}

/** A user name and password for HTTP basic authentication. */
export interface BasicCredentials {
  /** Selects this kind of credentials. */
  type: "basic";
  /** The user name. */
  username: string;
  /** The password. */
  password: string;
}

/** Tokens from an OAuth 2 authorization that was made elsewhere. */
export interface OAuth2Credentials {
  /** Selects this kind of credentials. */
  type: "oauth2";
  /** The access token. */
  accessToken?: string | undefined;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the access token expires. */
  expiresAt?: Date | undefined;
  /** The scopes that the customer granted. */
  scopes?: string[] | undefined;
}

/** An OAuth 2 client for the client credentials grant (RFC 6749, section 4.4). */
export interface ClientCredentials {
  /** Selects this kind of credentials. */
  type: "clientCredentials";
  /** The id of the OAuth client. */
  clientId: string;
  /** The secret of the OAuth client. */
  clientSecret: string;
  /** The scopes to request. */
  scopes?: string[] | undefined;
}

/** An OAuth 2 client and a user for the password grant (RFC 6749, section 4.3). */
export interface PasswordCredentials {
  /** Selects this kind of credentials. */
  type: "password";
  /** The user name. */
  username: string;
  /** The password. */
  password: string;
  /** The id of the OAuth client. */
  clientId: string;
  /** The secret of the OAuth client. */
  clientSecret: string;
  /** The scopes to request. */
  scopes?: string[] | undefined;
}

/** Credentials of any other kind, in the platform's or the service's own form. */
export interface CustomCredentials {
  /** Selects this kind of credentials. */
  type: "custom";
  /** The values, by the names that the platform or the service uses. */
  values: Readonly<Record<string, unknown>>;
}
