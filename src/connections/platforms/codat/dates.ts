import { parseDateTime } from "../../../lib/schema/date-time.js";

/**
 * Parses a date-time of Codat. One without a zone is read as UTC, and so is a date, so that it is
 * the same instant on every machine. Returns `undefined` for an invalid one
 * and for any other value.
 */
export function parseDate(value: unknown): Date | undefined {
  if (typeof value !== "string") return undefined;
  const time = value.slice(10) || "T00:00:00";
  return parseDateTime(value.slice(0, 10) + time + (/(z|[+-][\d:]+)$/i.test(time) ? "" : "Z"));
}
