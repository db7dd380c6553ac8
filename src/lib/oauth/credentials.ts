/** How the token endpoint is reached, beside the credentials. */
interface TokenRequestOptions {
  /**
   * URL of the token endpoint. Defaults to the one of the API's document. A relative one is
   * resolved against the server's URL.
   */
  readonly tokenURL?: string | undefined;
  /** The scopes to request. Default to those that the document declares for the operation. */
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Credentials of an application that calls an API in its own name: the client credentials grant
 * (RFC 6749 section 4.4).
 */
export interface OAuthClientCredentials extends TokenRequestOptions {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * A refresh token that your sign-in has obtained (RFC 6749 section 6). Some servers replace it each
 * time that it is used: keep the new one with a {@link TokenStore}.
 */
export interface OAuthRefreshToken extends TokenRequestOptions {
  readonly refreshToken: string;
  readonly clientId?: string | undefined;
  /** Not for public clients, which have none. */
  readonly clientSecret?: string | undefined;
}

/**
 * A user's name and password: the resource owner password credentials grant (RFC 6749 section 4.3).
 * The refresh token that the server may return is used before the password is sent again.
 */
export interface OAuthPassword extends TokenRequestOptions {
  readonly username: string;
  readonly password: string;
  readonly clientId?: string | undefined;
  /** Not for public clients, which have none. */
  readonly clientSecret?: string | undefined;
}

/**
 * An access token, or what the SDK gets one for; or a function that returns either, sync or async.
 * The function is called for every attempt; concurrent calls share its result.
 */
export type OAuthCredential<Grant> =
  | string
  | Grant
  | (() => string | Grant | Promise<string | Grant>);
