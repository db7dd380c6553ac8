import {
  DEFAULT_EXPONENT,
  DEFAULT_INITIAL_INTERVAL_MS,
  DEFAULT_MAX_INTERVAL_MS,
} from "../spec/defaults.js";
import type { BackoffStrategy } from "../spec/retry-config.js";
import type { ResponseHeaders } from "../web/transport-response.js";

/**
 * The delay before the next attempt, in milliseconds: exponential backoff with full jitter, so that
 * clients that failed at the same time do not retry at the same time.
 *
 * @param attempts - The number of attempts so far.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffDelay(
  strategy: BackoffStrategy,
  attempts: number,
  random: () => number = Math.random,
): number {
  const {
    initialInterval = DEFAULT_INITIAL_INTERVAL_MS,
    maxInterval = DEFAULT_MAX_INTERVAL_MS,
    exponent = DEFAULT_EXPONENT,
  } = strategy;
  return random() * Math.min(maxInterval, initialInterval * exponent ** (attempts - 1));
}

/**
 * The delay that the server requests, in milliseconds: `retry-after-ms`, `Retry-After` in seconds
 * or as a date (RFC 9110 section 10.2.3), or `retryAfter` of a problem document. Returns
 * `undefined` if it requests none. A date in the past means now.
 */
export function retryAfterDelay(
  headers: ResponseHeaders,
  problem: Readonly<Record<string, unknown>>,
  now: number = Date.now(),
): number | undefined {
  return (
    parseNumber(headers.get("retry-after-ms")) ??
    parseDelay(headers.get("retry-after"), now) ??
    parseDelay(problem["retryAfter"], now)
  );
}

/** Parses seconds or a date to a delay in milliseconds. */
function parseDelay(value: unknown, now: number): number | undefined {
  const seconds = parseNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  if (typeof value !== "string") return undefined;
  // The oldest of HTTP's three date formats ends with the year and means UTC without saying so.
  const date = Date.parse(/ \d{4}$/.test(value) ? `${value} GMT` : value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Parses a non-negative number. */
function parseNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value >= 0 ? value : undefined;
  return typeof value === "string" && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
