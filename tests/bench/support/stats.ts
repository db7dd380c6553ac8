import type { Row } from "../row.js";

/** The row of something that was measured several times: the median, and how far the values lie apart. */
export function measured(
  name: string,
  unit: Row["unit"],
  values: readonly number[],
  target?: number,
): Row {
  const sorted = Float64Array.from(values);
  sorted.sort();
  const value = quantile(sorted, 0.5);
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return { name, unit, value, spread, ...(target !== undefined && { target }) };
}

/** The row of something that is the same every time. */
export function counted(name: string, unit: Row["unit"], value: number, target?: number): Row {
  return { name, unit, value, ...(target !== undefined && { target }) };
}

/** The ratio of two series, pair by pair. */
export function ratios(of: readonly number[], to: readonly number[]): number[] {
  return of.map((value, i) => value / (to[i] ?? Number.NaN));
}

/** How much more one series has, pair by pair. */
export function differences(of: readonly number[], from: readonly number[]): number[] {
  return of.map((value, i) => value - (from[i] ?? Number.NaN));
}

function quantile(sorted: Float64Array, at: number): number {
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
