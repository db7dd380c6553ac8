/**
 * When and how the client retries a call. Which calls are safe to retry is not configurable: a call
 * that is not idempotent is retried only if the server cannot have processed it, or if it has an
 * `idempotencyKey`.
 */
export type RetryConfig =
  | {
      /** Never retry. */
      strategy: "none";
    }
  | {
      /** Retry after exponentially growing, randomized delays. */
      strategy: "backoff";
      /** The delays between attempts. */
      backoff?: BackoffStrategy | undefined;
      /** Whether to retry after connection errors. Defaults to `true`. */
      retryConnectionErrors?: boolean | undefined;
      /** Maximum number of attempts, including the first one. Defaults to 3. */
      maxAttempts?: number | undefined;
    };

/** The delays between attempts. All times are in milliseconds. */
export interface BackoffStrategy {
  /** Maximum delay before the first retry, in milliseconds. Defaults to 500. */
  initialInterval?: number | undefined;
  /**
   * Maximum delay between attempts, in milliseconds, unless the server requests a longer one.
   * Defaults to 8,000.
   */
  maxInterval?: number | undefined;
  /** Factor by which the maximum delay grows with each retry. Defaults to 2. */
  exponent?: number | undefined;
  /**
   * No retry starts later than this after the first attempt, in milliseconds. Defaults to 60,000.
   */
  maxElapsedTime?: number | undefined;
}
