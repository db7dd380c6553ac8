import {
  DEFAULT_EXPONENT,
  DEFAULT_INITIAL_INTERVAL_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_ELAPSED_TIME_MS,
  DEFAULT_MAX_INTERVAL_MS,
  DEFAULT_MAX_RESPONSE_BYTES,
  DEFAULT_RETRY_CODES,
  DEFAULT_TIMEOUT_MS,
} from "../../../../src/lib/spec/defaults.js";

/** The defaults of the runtime's options. */
interface Defaults {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly maxAttempts: number;
  readonly initialInterval: number;
  readonly maxInterval: number;
  readonly exponent: number;
  readonly maxElapsedTime: number;
  readonly retryCodes: readonly string[];
}

/**
 * The defaults of the runtime's options, for pages. The only module of the generator that imports
 * from the runtime, and only constants, which the build copies into the published command.
 */
export const defaults: Defaults = {
  timeoutMs: DEFAULT_TIMEOUT_MS,
  maxResponseBytes: DEFAULT_MAX_RESPONSE_BYTES,
  maxAttempts: DEFAULT_MAX_ATTEMPTS,
  initialInterval: DEFAULT_INITIAL_INTERVAL_MS,
  maxInterval: DEFAULT_MAX_INTERVAL_MS,
  exponent: DEFAULT_EXPONENT,
  maxElapsedTime: DEFAULT_MAX_ELAPSED_TIME_MS,
  retryCodes: DEFAULT_RETRY_CODES,
};

/** A number in prose: `60,000`. */
export function inProse(value: number): string {
  return grouped(value, ",");
}

/** A number in code: `60_000`. */
export function inCode(value: number): string {
  return grouped(value, "_");
}

function grouped(value: number, separator: string): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, separator);
}

/** A list in prose: `408, 429 and 503`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
