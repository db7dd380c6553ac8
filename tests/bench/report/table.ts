import type { Row } from "../row.js";
import { amount, numeral, verdict } from "./format.js";

/** Cells of text. The first line heads the columns. */
export interface Table {
  readonly title: string;
  readonly lines: readonly (readonly string[])[];
}

/** Rows by the table that they belong to: a line for each subject, a column for each thing that was done. */
export function pivot(rows: readonly Row[]): readonly Table[] {
  const titles = unique(rows.map(({ table }) => table));
  return titles.map((title) => ({
    title,
    lines: linesOf(rows.filter(({ table }) => table === title)),
  }));
}

function linesOf(rows: readonly Row[]): string[][] {
  const columns = unique(rows.map(columnOf));
  const subjects = unique(rows.map(({ subject }) => subject));
  const cell = (subject: string, column: string): string => {
    const row = rows.find((row) => row.subject === subject && columnOf(row) === column);
    return row === undefined ? "" : amount(row);
  };
  const lines = subjects.map((subject) =>
    [subject].concat(columns.map((column) => cell(subject, column))),
  );
  return [["", ...columns], ...lines];
}

function columnOf({ what, unit }: Row): string {
  return what.startsWith(unit) ? what : `${what}, ${unit}`;
}

/** What was promised and what was measured: a line for each promise. */
export function promises(rows: readonly Row[]): Table {
  const lines = rows.flatMap((row) =>
    row.target === undefined
      ? []
      : [
          [
            `${row.table}: ${row.subject}, ${row.what}`,
            amount(row),
            `${numeral(row.target, row.unit)} ${row.unit}`,
            verdict(row),
          ],
        ],
  );
  return { title: "What was promised", lines: [["what", "measured", "at most", ""], ...lines] };
}

/** For a terminal. */
export function plain({ title, lines }: Table): string {
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const padded = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths?.[i] ?? 0) : cell.padStart(widths?.[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [title, ...padded].join("\n");
}

/** For a page, without its title. */
export function markdown({ lines: [heading = [], ...lines] }: Table): string {
  const rule = heading.map((_, i) => (i === 0 ? "---" : "---:"));
  return [heading, rule, ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
