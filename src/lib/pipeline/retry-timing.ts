import type { BackoffStrategy } from "../spec/retry-config.js";
import type { ResponseHeaders } from "../web/transport-response.js";

/**
 * The pause before the attempt after `count` attempts: exponential with full jitter, so that clients that failed together do
 * not come back together.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoff(
  strategy: BackoffStrategy,
  count: number,
  random: () => number = Math.random,
): number {
  const { initialInterval = 500, maxInterval = 8000, exponent = 2 } = strategy;
  return random() * Math.min(maxInterval, initialInterval * exponent ** (count - 1));
}

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, `Retry-After` in seconds or as a date (RFC 9110 section
 * 10.2.3), or the `retryAfter` of a problem document. `undefined` where it does not ask; the past counts as now.
 */
export function retryAfter(
  headers: ResponseHeaders,
  problem: Readonly<Record<string, unknown>>,
  now: number = Date.now(),
): number | undefined {
  return (
    numberOf(headers.get("retry-after-ms")) ??
    delayOf(headers.get("retry-after"), now) ??
    delayOf(problem["retryAfter"], now)
  );
}

/** Seconds or a date, as a time from now. */
function delayOf(value: unknown, now: number): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1000;
  if (typeof value !== "string") return undefined;
  // The oldest of HTTP's three forms ends with the year and means UTC without saying so.
  const date = Date.parse(/ \d{4}$/.test(value) ? `${value} GMT` : value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A number that is not negative, however it is written. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value >= 0 ? value : undefined;
  return typeof value === "string" && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
