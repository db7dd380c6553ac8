import type { Row } from "../row.js";

const digits: Readonly<Record<Row["unit"], number>> = {
  B: 0,
  us: 1,
  ms: 1,
  x: 2,
  lines: 0,
  instantiations: 0,
  MB: 1,
};

/** A row as the texts of its cells: what, value, spread, target, mark. */
export function cells(row: Row): readonly string[] {
  const text = (value: number): string =>
    `${value.toLocaleString("en-US", { minimumFractionDigits: digits[row.unit], maximumFractionDigits: digits[row.unit] })} ${row.unit}`;
  return [
    row.name,
    text(row.value),
    row.spread === undefined ? "" : `± ${text(row.spread / 2)}`,
    row.target === undefined ? "" : `<= ${row.target.toLocaleString("en-US")}`,
    mark(row),
  ];
}

function mark({ value, target }: Row): string {
  if (target === undefined) return "";
  return value <= target ? "ok" : "over";
}

const heading = ["what", "measured", "quartiles", "target", ""];

/** For a terminal. */
export function table(rows: readonly Row[]): string {
  const all = [heading, ...rows.map(cells)];
  const widths = heading.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => pad(cell, i, widths))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function pad(cell: string, i: number, widths: readonly number[]): string {
  const width = widths[i] ?? 0;
  return i === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** For the README. */
export function markdown(rows: readonly Row[]): string {
  const lines = [heading, ["---", "---:", "---:", "---:", "---"], ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}
