/** `x-speakeasy-retries` of the document or an operation. */
import type { Report } from "../diagnostics/collector.js";
import { isObject } from "../document/json.js";
import { itemsOf } from "./keywords.js";
import type { Pointer, Retries } from "./types.js";

const times = ["initialInterval", "maxInterval", "maxElapsedTime", "exponent"] as const;

/** The retry policy, or `undefined` if there is none or it cannot be read. */
export function retriesOf(
  report: Report,
  extension: unknown,
  pointer: Pointer,
): Retries | undefined {
  if (extension === undefined) return undefined;
  if (
    !isObject(extension) ||
    (extension["strategy"] !== "backoff" && extension["strategy"] !== "none")
  ) {
    report("retries-invalid", pointer, "The strategy must be `backoff` or `none`.");
    return undefined;
  }
  const backoff = backoffOf(report, extension["backoff"], pointer);
  const statusCodes = itemsOf(extension["statusCodes"]).map(String);
  const connection = extension["retryConnectionErrors"];
  return {
    strategy: extension["strategy"],
    ...(backoff && { backoff }),
    ...(statusCodes.length > 0 && { statusCodes }),
    ...(typeof connection === "boolean" && { retryConnectionErrors: connection }),
  };
}

function backoffOf(report: Report, extension: unknown, pointer: Pointer): Retries["backoff"] {
  if (!isObject(extension)) return undefined;
  const backoff: { -readonly [name in (typeof times)[number]]?: number } = {};
  for (const name of times) {
    const value = extension[name];
    if (typeof value === "number") backoff[name] = value;
    else if (value !== undefined)
      report("retries-invalid", pointer, `\`${name}\` must be a number.`);
  }
  return backoff;
}
