/**
 * When and how a call is repeated. What may be repeated at all is not configurable: a call that could do its work twice is
 * repeated only if the server cannot have processed it, or if it carries an `idempotencyKey`.
 */
export type RetryConfig =
  | {
      /** Never repeat. */
      strategy: "none";
    }
  | {
      /** Repeat with exponentially growing, randomised pauses. */
      strategy: "backoff";
      backoff?: BackoffStrategy | undefined;
      /** Whether to repeat when the server could not be reached or the connection broke. Default: true. */
      retryConnectionErrors?: boolean | undefined;
      /** How often a call is tried in all, the first time included. Default: 3. */
      maxAttempts?: number | undefined;
    };

/** The pauses between attempts. All times in milliseconds. */
export interface BackoffStrategy {
  /** The longest first pause. Default: 500. */
  initialInterval?: number | undefined;
  /** The longest pause there is, unless the server asks for more. Default: 8,000. */
  maxInterval?: number | undefined;
  /** By how much pauses grow. Default: 2. */
  exponent?: number | undefined;
  /** No new attempt starts later than this after the first. Default: 60,000. */
  maxElapsedTime?: number | undefined;
}
