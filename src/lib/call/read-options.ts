import { readHeaders } from "../spec/headers.js";
import type { RequestOptions } from "./request-options.js";

/** Every option. Read by name and not spread, so that options of a class are read too. */
const NAMES: Readonly<Record<keyof RequestOptions, 1>> = {
  timeoutMs: 1,
  maxResponseBytes: 1,
  responseValidation: 1,
  onResponseIssues: 1,
  retries: 1,
  retryCodes: 1,
  serverURL: 1,
  fetchOptions: 1,
  headers: 1,
  signal: 1,
  idempotencyKey: 1,
};

/**
 * Copies the options of a call as far as they may change later, so that all attempts and pages use
 * what was passed. Headers may be an iterator, which can be read only once.
 */
export function readOptions(options: RequestOptions | null | undefined): RequestOptions {
  const copy: RequestOptions = {};
  if (!options) return copy;
  for (const name of Object.keys(NAMES) as (keyof RequestOptions)[]) {
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
  if (Array.isArray(value)) return value.map(copyPlain) as T; // of the same elements
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, copyPlain(member)]);
  return Object.fromEntries(entries) as T; // of the same members
}
