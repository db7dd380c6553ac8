import type { Row, Unit } from "../row.js";

const digits: Readonly<Record<Unit, number>> = {
  B: 0,
  kB: 0,
  us: 1,
  ms: 1,
  x: 2,
  "calls/s": 0,
  calls: 0,
  files: 0,
  lines: 0,
  instantiations: 0,
  MB: 1,
};

/** Formats a number with the digits of its unit, without the unit. */
export function numeral(value: number, unit: Unit): string {
  const places = { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] };
  return value.toLocaleString("en-US", places);
}

/** Formats the median, with the quartiles in brackets if there are any. */
export function amount({
  value,
  quartiles,
  unit,
}: Omit<Row, "table" | "subject" | "what">): string {
  const median = numeral(value, unit);
  if (quartiles === undefined) return median;
  const [low, high] = quartiles.map((each) => numeral(each, unit));
  return `${median} (${low} - ${high})`;
}

/** Whether a goal is met. Empty if there is none. */
export function verdict({ value, target }: Pick<Row, "value" | "target">): string {
  if (target === undefined) return "";
  return value <= target ? "ok" : "over";
}
