import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Row } from "../row.js";
import { pinned } from "../support/peers.js";
import { overview } from "./overview.js";
import { benchmarksPage } from "./page.js";
import { summary } from "./summary.js";
import { markdown, promises } from "./table.js";

const start = "<!-- numbers -->";
const end = "<!-- /numbers -->";

/**
 * Writes docs/benchmarks.md with its chart, and puts a few of the numbers between the marks in
 * README.md.
 */
export function writePages(rows: readonly Row[], { quick }: { readonly quick: boolean }): void {
  const page = benchmarksPage(rows, {
    machine: machine(),
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    peers: pinned(),
    quick,
  });
  writeFileSync(join(repository, "docs/benchmarks.md"), page);
  writeFileSync(join(repository, "docs/benchmarks.svg"), overview(rows));
  fillReadme(rows);
}

function machine(): string {
  const processors = cpus();
  return `${processors[0]?.model.trim() ?? "an unknown processor"}, ${processors.length} cores, ${arch()}`;
}

function fillReadme(rows: readonly Row[]): void {
  const path = join(repository, "README.md");
  const text = readFileSync(path, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} ... ${end}`);
  writeFileSync(path, text.slice(0, from) + `${start}\n${readmeNumbers(rows)}\n` + text.slice(to));
}

/** What stands between the marks in README.md. */
export function readmeNumbers(rows: readonly Row[]): string {
  const kept = promises(rows).lines.slice(1);
  const over = kept.filter((line) => line.at(-1) === "over").length;
  return `The last run of \`npm run bench\`: the median, with the quartiles in brackets. \`goal\` is the maximum that we aim for. ${kept.length - over} of ${kept.length} such goals are met. See [benchmarks](docs/benchmarks.md) for all goals, the numbers of other clients, and how to read them.

${markdown(summary(rows))}`;
}
