import type { Outcome } from "./outcome.js";
import type { Row } from "./run-all.js";

/** The rows for a terminal, with the whole messages of failures below them. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ runtime, version, what, outcome, seconds }) => [
    runtime,
    version,
    what,
    textOf(outcome),
    `${seconds.toFixed(1)} s`,
  ]);
  const widths = [0, 1, 2, 3].map((i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const failures = rows.flatMap(({ runtime, version, what, outcome }) =>
    outcome.kind === "failed" ? [`\n${runtime} ${version} ${what}:\n${outcome.message}`] : [],
  );
  return [...lines, ...failures].join("\n");
}

/** The rows as a Markdown table, without times, because these differ in every run. */
export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ runtime, version, what, outcome }) =>
      `| ${runtime} | ${version} | ${what} | ${textOf(outcome)} |`,
  );
  return ["| where | version | what | outcome |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

/** `34 passed, 0 failed, 2 not run`. */
export function countLine(rows: readonly Row[]): string {
  const count = (kind: Outcome["kind"]): number =>
    rows.filter(({ outcome }) => outcome.kind === kind).length;
  return `${count("passed")} passed, ${count("failed")} failed, ${count("not run")} not run`;
}

function textOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "passed":
      return outcome.note === undefined ? "passed" : `passed (${outcome.note})`;
    case "failed":
      return "failed";
    case "not run":
      return `not run: ${outcome.reason}`;
  }
}
