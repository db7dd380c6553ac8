import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { arch, cpus } from "node:os";
import { repository } from "../../size/bundle.js";
import type { Row } from "../row.js";
import { markdown } from "./table.js";

const start = "<!-- numbers -->";
const end = "<!-- /numbers -->";

/** Puts the table between the marks in README.md. */
export function fillReadme(rows: readonly Row[]): void {
  const path = join(repository, "README.md");
  const text = readFileSync(path, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} ... ${end}`);
  const note = `Measured by \`npm run bench\` with Node ${process.versions.node} on ${cpus().length} shared cores (${arch()}): trust bytes, counts and ratios more than times. \`x\` is a ratio to what the row names; the quartiles lie as far from the median as the third column says.`;
  const filled = `${start}\n${note}\n\n${markdown(rows)}\n`;
  writeFileSync(path, text.slice(0, from) + filled + text.slice(to));
}
