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
 * The delay that the server requests, in milliseconds: `retry-after-ms`, `Retry-After`, or
 * `retryAfter` of a problem document. Returns `undefined` if it requests none: what does not fit
 * the grammar of its place is no delay, as the parsers of JavaScript read a date in almost
 * anything. A date in the past means now.
 */
export function retryAfterDelay(
  headers: ResponseHeaders,
  problem: Readonly<Record<string, unknown>> = {},
  now: number = Date.now(),
): number | undefined {
  const { retryAfter } = problem;
  return (
    parse(/^\d+(\.\d+)?$/, headers.get("retry-after-ms"), Number) ??
    parseDelay(headers.get("retry-after"), now) ??
    parseDelay(retryAfter, now)
  );
}

/**
 * Seconds (RFC 9110 section 10.2.3); a problem document may have them as a number with a fraction.
 */
const SECONDS = /^\d+$/;

/** RFC 3339, which servers send too. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Parses seconds or a date to a delay in milliseconds. */
function parseDelay(value: unknown, now: number): number | undefined {
  if (typeof value === "number") return value >= 0 ? value * 1000 : undefined;
  return (
    parse(SECONDS, value, (seconds) => Number(seconds) * 1000) ??
    parse(/^/, value, (date) => Math.max(0, parseDate(date) - now))
  );
}

/**
 * Parses a date of RFC 3339 or in one of the three formats of RFC 9110 section 5.6.7; `NaN` for
 * anything else. `Date` itself ignores words and accepts the 31st of February, so what it reads is
 * written again and compared. Which weekday it is does not matter.
 */
function parseDate(date: string): number {
  // The oldest format ends with the year and means UTC without saying so.
  const instant = new Date(/ \d{4}$/.test(date) ? `${date} GMT` : date);
  const utc = instant.toUTCString();
  const [weekday = "", day = "", month, year = "", time] = utc.split(/,? /);
  const given = date.replace(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/, weekday);
  const calendarDate = date.slice(0, 10);
  const isSame =
    given === utc ||
    given === `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}` ||
    (given.startsWith(weekday) &&
      given.endsWith(`day, ${day}-${month}-${year.slice(2)} ${time} GMT`)) ||
    (RFC_3339.test(date) && new Date(calendarDate).toJSON()?.startsWith(calendarDate));
  return isSame ? instant.getTime() : Number.NaN;
}

/** Converts a string that fits a grammar to a number. */
function parse(
  grammar: RegExp,
  value: unknown,
  convert: (value: string) => number,
): number | undefined {
  // White space around a value is not part of it, though some transports leave it there.
  const trimmed = typeof value === "string" ? value.trim() : "";
  const number = grammar.test(trimmed) ? convert(trimmed) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}
