/** A token as it is stored: plain JSON. */
export interface StoredToken {
  /** Sent with calls. A secret. */
  readonly accessToken: string;
  /** Gets the next access token. A secret. Takes the place of the one that you passed. */
  readonly refreshToken?: string | undefined;
  /** When to renew the access token, in milliseconds since 1970. Without it, after a 401. */
  readonly renewAt?: number | undefined;
  /** When the access token expires, in milliseconds since 1970, if the server says so. */
  readonly expiresAt?: number | undefined;
}

/**
 * Keeps tokens where all processes of an application find them, such as Redis or a database.
 * Without one, each client keeps its tokens in memory.
 *
 * - A stored token is used by every process until it is renewed. A token that the API refuses is
 *   renewed only if it is still the stored one.
 * - A new token is stored before it is used. If that fails, the call fails, and the next call
 *   stores it first: a refresh token that replaces another is not lost while its process lives.
 * - Processes can renew at the same time. If the refresh token of one was used by another, it takes
 *   the token that the other has stored. Implement `lock` if your server revokes tokens then.
 *
 * Keep the tokens secret, and those with a `refreshToken` for good.
 *
 * @example
 * const tokenStore: TokenStore = {
 *   get: async (key) => JSON.parse((await redis.get(key)) ?? "null"),
 *   set: async (key, token) => void (await redis.set(key, JSON.stringify(token))),
 * };
 */
export interface TokenStore {
  /**
   * Returns the token of a key, sync or async; `undefined` or `null` if there is none.
   *
   * @param key - Names the credentials and scopes, by a hash that reveals none of them.
   */
  get(key: string): StoredToken | null | undefined | Promise<StoredToken | null | undefined>;
  /** Stores the token of a key in place of the one before. */
  set(key: string, token: StoredToken): void | Promise<void>;
  /**
   * Runs a task while no other process runs one with the same key, and returns its result. A task
   * takes as long as a token request: 30 seconds at most.
   */
  lock?<T>(key: string, task: () => Promise<T>): Promise<T>;
}
