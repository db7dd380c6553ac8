import type { Row, Unit } from "../row.js";

const digits: Readonly<Record<Unit, number>> = {
  B: 0,
  kB: 0,
  us: 1,
  ms: 1,
  x: 2,
  "calls/s": 0,
  files: 0,
  lines: 0,
  instantiations: 0,
  MB: 1,
};

/** A number as its unit wants it, without the unit. */
export function numeral(value: number, unit: Unit): string {
  const places = { minimumFractionDigits: digits[unit], maximumFractionDigits: digits[unit] };
  return value.toLocaleString("en-US", places);
}

/** The median, and in brackets the quartiles where there are any. */
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

/** Whether a promise is kept; nothing where none was made. */
export function verdict({ value, target }: Pick<Row, "value" | "target">): string {
  if (target === undefined) return "";
  return value <= target ? "ok" : "over";
}
