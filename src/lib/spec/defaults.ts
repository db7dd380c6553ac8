/**
 * The defaults of options. The pipeline, the doc comments, the documentation and the generator read
 * them from here. Constants and not one object, so that bundlers inline them.
 */

/** The default of `timeoutMs`: the timeout for each attempt, in milliseconds. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** The default of `maxResponseBytes`: the maximum size of a response body, in bytes: 64 MiB. */
export const DEFAULT_MAX_RESPONSE_BYTES = 67_108_864;

/** The default of `maxAttempts`: the number of attempts of a call, including the first one. */
export const DEFAULT_MAX_ATTEMPTS = 3;

/** The default of `initialInterval`: the maximum delay before the first retry, in milliseconds. */
export const DEFAULT_INITIAL_INTERVAL_MS = 500;

/** The default of `maxInterval`: the maximum delay between attempts, in milliseconds. */
export const DEFAULT_MAX_INTERVAL_MS = 8_000;

/** The default of `exponent`: the factor by which the maximum delay grows with each retry. */
export const DEFAULT_EXPONENT = 2;

/** The default of `maxElapsedTime`: the time within which retries start, in milliseconds. */
export const DEFAULT_MAX_ELAPSED_TIME_MS = 60_000;

/**
 * The default of `retryCodes`: statuses that say "try again later" (RFC 9110 sections 15.5.9 and
 * 15.6, RFC 6585 section 4).
 */
export const DEFAULT_RETRY_CODES = ["408", "429", "502", "503", "504"] as const;
