/** `x-speakeasy-retries` of the document or an operation. */
import type { Report } from "../diagnostics/collector.js";
import { isObject } from "../document/json.js";
import { itemsOf } from "./keywords.js";
import type { Pointer, Retries } from "./types.js";

const times = ["initialInterval", "maxInterval", "maxElapsedTime", "exponent"] as const;

/** The policy, or `undefined` where there is none or it cannot be read. */
export function retriesOf(report: Report, said: unknown, pointer: Pointer): Retries | undefined {
  if (said === undefined) return undefined;
  if (!isObject(said) || (said["strategy"] !== "backoff" && said["strategy"] !== "none")) {
    report("retries-invalid", pointer, "The strategy is neither `backoff` nor `none`.");
    return undefined;
  }
  const backoff = backoffOf(report, said["backoff"], pointer);
  const statusCodes = itemsOf(said["statusCodes"]).map(String);
  const connection = said["retryConnectionErrors"];
  return {
    strategy: said["strategy"],
    ...(backoff && { backoff }),
    ...(statusCodes.length > 0 && { statusCodes }),
    ...(typeof connection === "boolean" && { retryConnectionErrors: connection }),
  };
}

function backoffOf(report: Report, said: unknown, pointer: Pointer): Retries["backoff"] {
  if (!isObject(said)) return undefined;
  const backoff: { -readonly [name in (typeof times)[number]]?: number } = {};
  for (const name of times) {
    const value = said[name];
    if (typeof value === "number") backoff[name] = value;
    else if (value !== undefined) report("retries-invalid", pointer, `\`${name}\` is no number.`);
  }
  return backoff;
}
