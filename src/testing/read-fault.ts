import type { Fault } from "./faults.js";
import { platformNames } from "./platforms.js";
import { parseJson } from "./messages.js";

const isString = (value: unknown): boolean => typeof value === "string";
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isStatus = (value: unknown): boolean => isCount(value) && isWithin(Number(value), 200, 599);

/** For each member of a fault, whether a value is valid, and what the error calls a valid one. */
const members: Readonly<Record<keyof Fault, readonly [(value: unknown) => boolean, string]>> = {
  times: [(value) => isCount(value) || value === "always", 'a number or "always"'],
  platform: [
    (value) => platformNames.some((name) => name === value),
    platformNames.map((name) => `"${name}"`).join(" or "),
  ],
  method: [isString, "a string"],
  path: [isString, "a string"],
  status: [isStatus, "a status from 200 to 599"],
  processed: [isFlag, "true or false"],
  body: [() => true, "anything"],
  contentType: [isString, "a string"],
  headers: [isStringRecord, "an object of strings"],
  retryAfter: [(value) => isString(value) || isCount(value), "seconds or a string"],
  delayMs: [isCount, "milliseconds"],
  reset: [
    (value) => ["before", "headers", "body"].includes(String(value)),
    '"before", "headers" or "body"',
  ],
  truncate: [isFlag, "true or false"],
  malformed: [isFlag, "true or false"],
};

/** Reads a fault, or a list of faults, from JSON. Returns an error message if it is invalid. */
export function readFaults(json: string): readonly Fault[] | string {
  const value = parseJson(json);
  const faults: unknown[] = Array.isArray(value) ? value : [value];
  const problem = faults.map(problemIn).find((message) => message !== undefined);
  return problem ?? (faults as Fault[]); // every member has just been checked
}

function problemIn(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null || Array.isArray(fault)) {
    return "A fault is a JSON object.";
  }
  for (const [name, value] of Object.entries(fault)) {
    const rule = Object.entries(members).find(([known]) => known === name)?.[1];
    if (!rule)
      return `A fault has no member ${name}; it may have ${Object.keys(members).join(", ")}.`;
    if (!rule[0](value)) return `${name} must be ${rule[1]}.`;
  }
  return undefined;
}

function isStringRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(isString);
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
