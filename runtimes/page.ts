import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Row } from "./run-all.js";
import { countLine, markdownTable } from "./table.js";

const page = fileURLToPath(new URL("../docs/runtimes.md", import.meta.url));
const start = "<!-- runtimes -->";
const end = "<!-- /runtimes -->";

/** Writes the results into docs/runtimes.md. */
export function fillPage(rows: readonly Row[]): void {
  const text = readFileSync(page, "utf8");
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${page} has no ${start} with ${end} after it`);
  const body = `${markdownTable(rows)}\n\n${countLine(rows)}.`;
  writeFileSync(page, `${before}${start}\n${body}\n${end}${after}`);
}
