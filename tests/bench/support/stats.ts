import type { Label, Row } from "../row.js";

/** The row of a value that was measured several times: the median and the quartiles. */
export function measured(label: Label, values: readonly number[]): Row {
  const sorted = Float64Array.from(values);
  sorted.sort();
  const [low, value, high] = [0.25, 0.5, 0.75].map((at) => quantile(sorted, at)) as [
    number,
    number,
    number,
  ]; // as many as went in
  return { ...label, value, quartiles: [low, high] };
}

/** The row of a value that is the same every time. */
export function counted(label: Label, value: number): Row {
  return { ...label, value };
}

/** The ratio of two series, in pairs. */
export function ratios(of: readonly number[], to: readonly number[]): number[] {
  return of.map((value, i) => value / (to[i] ?? Number.NaN));
}

/** The difference of two series, in pairs. */
export function differences(of: readonly number[], from: readonly number[]): number[] {
  return of.map((value, i) => value - (from[i] ?? Number.NaN));
}

function quantile(sorted: Float64Array, at: number): number {
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
