import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import { VALIDATION } from "../measure/validation.js";
import type { Row } from "../row.js";
import { pinned } from "../support/peers.js";
import { overview } from "./overview.js";
import { withGoals } from "./goals.js";
import { type Circumstances, benchmarksPage } from "./page.js";
import { summary } from "./summary.js";
import { markdown, pivot, promises } from "./table.js";

const start = "<!-- numbers -->";
const end = "<!-- /numbers -->";

/**
 * Writes docs/benchmarks.md with its chart, and puts a few of the numbers between the marks in
 * README.md and docs/validation.md.
 */
export function writePages(found: readonly Row[], { quick }: { readonly quick: boolean }): void {
  const circumstances = {
    machine: machine(),
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    peers: pinned(),
    quick,
  };
  writeFileSync(resultsFile, `${JSON.stringify({ circumstances, rows: found })}\n`);
  writePagesAgain();
}

/** Writes the pages from the results of the last whole run, with the goals of today. */
export function writePagesAgain(): void {
  // what `writePages` has written
  const { circumstances, rows: found } = JSON.parse(readFileSync(resultsFile, "utf8")) as {
    readonly circumstances: Circumstances;
    readonly rows: readonly Row[];
  };
  const rows = withGoals(found);
  writeFileSync(join(repository, "docs/benchmarks.md"), benchmarksPage(rows, circumstances));
  writeFileSync(join(repository, "docs/benchmarks.svg"), overview(rows));
  fill("README.md", readmeNumbers(rows));
  writeValidation(rows);
}

/**
 * Puts what each engine of validation costs between the marks in docs/validation.md, if the results
 * have it.
 */
export function writeValidation(rows: readonly Row[]): void {
  const numbers = validationNumbers(rows);
  if (numbers !== "") fill("docs/validation.md", numbers);
}

const resultsFile = join(repository, "tests/bench/results.json");

function machine(): string {
  const processors = cpus();
  return `${processors[0]?.model.trim() ?? "an unknown processor"}, ${processors.length} cores, ${arch()}`;
}

function fill(page: string, numbers: string): void {
  const path = join(repository, page);
  const text = readFileSync(path, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no ${start} ... ${end}`);
  writeFileSync(path, text.slice(0, from) + `${start}\n${numbers}\n` + text.slice(to));
}

/** What stands between the marks in docs/validation.md. */
export function validationNumbers(rows: readonly Row[]): string {
  return pivot(rows.filter(({ table }) => table === VALIDATION))
    .map(markdown)
    .join("\n\n");
}

/** What stands between the marks in README.md. */
export function readmeNumbers(rows: readonly Row[]): string {
  const kept = promises(rows).lines.slice(1);
  const over = kept.filter((line) => line.at(-1) === "over").length;
  return `The last run of \`npm run bench\`: the median, with the quartiles in brackets. \`goal\` is the maximum that we aim for. ${kept.length - over} of ${kept.length} such goals are met. See [benchmarks](docs/benchmarks.md) for all goals, the numbers of other clients, and how to read them.

${markdown(summary(rows))}`;
}
