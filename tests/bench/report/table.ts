import type { Row } from "../row.js";
import { amount, numeral, verdict } from "./format.js";

/** A table of strings. The first line has the column headers. */
export interface Table {
  readonly title: string;
  readonly lines: readonly (readonly string[])[];
}

/** Groups rows by table: a line per subject, a column per measurement. */
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

/** The goals and the measured values: a line per goal. */
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

/** Formats a table for a terminal. */
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

/** Formats a table as Markdown, without its title. */
export function markdown({ lines: [heading = [], ...lines] }: Table): string {
  const rule = heading.map((_, i) => (i === 0 ? "---" : "---:"));
  return [heading, rule, ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function unique(strings: readonly string[]): readonly string[] {
  return [...new Set(strings)];
}
