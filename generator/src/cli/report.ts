import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Job } from "../config/job.js";
import { display } from "../load/read.js";
import type { Changes } from "../write/compare.js";
import { type Paint, type Style, plain } from "./colors.js";
import { formatSuggestionCounts } from "./generate.js";
import type { Suggested } from "./suggest.js";

const SHOWN = 20;

/** The report of `generate`: a line of counts, and the files. */
export function formatWritten(
  changes: Changes,
  ms: number,
  paint: Paint = plain,
): readonly string[] {
  const { differing, missing, stale, unchanged, target } = changes;
  const total = differing.length + missing.length + unchanged;
  const counts = [
    `${missing.length} new`,
    `${differing.length} changed`,
    `${stale.length} deleted`,
    `${unchanged} unchanged`,
  ];
  return [
    `${paint("bold", target)}: ${total} files (${counts.join(", ")}) in ${Math.round(ms)} ms`,
    ...shortened(
      differencesOf(changes, { missing: "new", differing: "changed", stale: "deleted" }, paint),
    ),
    ...changes.abandoned.map((path) => `  deleted ${path}, which a killed run left behind`),
  ];
}

/** The report of `check`: a line of counts, and every file that is out of date. */
export function formatChecked(
  changes: Changes,
  ms: number,
  paint: Paint = plain,
): readonly string[] {
  const { differing, missing, stale, unchanged, target, isLockCurrent } = changes;
  const verbs = { missing: "missing", differing: "differs", stale: "stale" };
  const lines = differencesOf(changes, verbs, paint);
  const all = lines.length === 0 && !isLockCurrent ? ["  differs .speakeasy/gen.lock"] : lines;
  const left = changes.abandoned.map(
    (path) => `  left behind ${path}: by a killed run. Run generate to delete it.`,
  );
  const total = differing.length + missing.length + unchanged;
  const verdict =
    all.length + left.length === 0
      ? "up to date"
      : `${differing.length} differ, ${missing.length} missing, ${stale.length} stale`;
  return [
    `${paint("bold", target)}: ${total} files, ${verdict} (${Math.round(ms)} ms)`,
    ...all,
    ...left,
  ];
}

interface Verbs {
  readonly missing: string;
  readonly differing: string;
  readonly stale: string;
}

function differencesOf(
  { differing, missing, stale }: Changes,
  verbs: Verbs,
  paint: Paint,
): readonly string[] {
  const line = (style: Style, verb: string, path: string): string =>
    `  ${paint(style, verb)} ${path}`;
  return [
    ...missing.map(({ path }) => line("green", verbs.missing, path)),
    ...differing.map(({ path }) => line("yellow", verbs.differing, path)),
    ...stale.map((path) => line("red", verbs.stale, path)),
  ];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];
}

/** The report of `--suggest`: what was written, and how to use it. */
export function formatSuggested(
  { file, counts, isWritten }: Suggested,
  { source, sourceName, configFiles }: Job,
): readonly string[] {
  const path = display(pathToFileURL(file));
  if (counts.paging + counts.names === 0) return ["There is nothing to suggest."];
  const what = formatSuggestionCounts(counts);
  const first = isWritten ? `${path}: ${what}` : `${path}: ${what}, as before`;
  const [workflow] = configFiles;
  if (source.overlays.some(({ href }) => href === pathToFileURL(file).href))
    return [first, "workflow.yaml lists the file already. Run generate to use it."];
  if (sourceName === undefined || !workflow || !source.folder)
    return [
      first,
      "Edit it as you like. To use it, list it in `overlays` of the source in the workflow.yaml of the SDK.",
    ];
  const location = relative(fileURLToPath(source.folder), file).replaceAll("\\", "/");
  return [
    first,
    `Edit it as you like. To use it, list it in ${display(workflow)} and run generate:`,
    "",
    "  sources:",
    `    ${sourceName}:`,
    "      overlays:",
    ...source.overlays.map((overlay) => `        - location: ${display(overlay)}`),
    `        - location: ${location}`,
  ];
}
