import { readHeaders } from "../spec/headers.js";
import type { ContentTypeOptions } from "../spec/content-types.js";
import type { RequestOptions } from "./request-options.js";

/** The options of any operation. */
type AllOptions = RequestOptions & ContentTypeOptions;

/** Every option. Read by name and not spread, so that options of a class are read too. */
const NAMES: readonly (keyof AllOptions)[] = [
  "timeoutMs",
  "maxResponseBytes",
  "responseValidation",
  "onResponseIssues",
  "retries",
  "retryCodes",
  "serverURL",
  "fetchOptions",
  "headers",
  "signal",
  "idempotencyKey",
  "reconnect",
  "onProgress",
  "accept",
  "contentType",
];

/**
 * Copies the options of a call as far as they may change later, so that all attempts and pages use
 * what was passed. Headers may be an iterator, which can be read only once.
 */
export function readOptions(options: AllOptions | null | undefined): RequestOptions {
  const copy: AllOptions = {};
  if (!options) return copy;
  for (const name of NAMES) {
    const value = options[name];
    if (value !== undefined) copy[name] = value as never; // of the same member
  }
  copy.fetchOptions &&= { ...copy.fetchOptions };
  for (const each of [copy, copy.fetchOptions])
    // Pairs, whose values may be `null` as in an object.
    if (each?.headers) each.headers = readHeaders(each.headers) as [string, string][];
  copy.retries &&= copyPlain(copy.retries);
  return copy;
}

/** Copies arrays and plain objects, all the way down. Everything else is kept as it is. */
export function copyPlain<T>(value: T): T {
  // Unlike `value.map`, it always returns another array.
  if (Array.isArray(value)) return Array.from(value, (each) => copyPlain<unknown>(each)) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, copyPlain(member)]);
  return Object.fromEntries(entries) as T; // of the same members
}
