import { readFileSync } from "node:fs";
import type { Job } from "../config/job.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { display } from "../load/read.js";
import type { Changes } from "../write/compare.js";
import { locator } from "./positions.js";

/** A diagnostic in three lines: kind and position, what is wrong, and what to do. */
export function formatDiagnostic(
  { severity, code, pointer, message, help }: Diagnostic,
  position?: string,
): string {
  const where = [position, pointer].filter((part) => part !== undefined && part !== "").join(" ");
  return `${severity} ${code}${where && ` ${where}`}\n  ${message}\n  help: ${help}`;
}

/** All diagnostics of a run, with line and column if the pointer leads into the only input. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  job: Job | undefined,
): readonly string[] {
  const placeOf = diagnostics.some(isInDocument) && job ? placesIn(job) : undefined;
  return diagnostics.map((diagnostic) =>
    formatDiagnostic(
      diagnostic,
      isInDocument(diagnostic) ? placeOf?.(diagnostic.pointer) : undefined,
    ),
  );
}

/** Pointers into the document are empty or start with a slash. Others start with a file name. */
function isInDocument({ code, pointer }: Diagnostic): boolean {
  return (pointer === "" || pointer.startsWith("/")) && code !== "write-failed";
}

/**
 * With several inputs or overlays, a pointer may lead to something that is in none of the files.
 */
function placesIn({ source }: Job): ((pointer: string) => string) | undefined {
  const [input] = source.inputs;
  if (!input || source.inputs.length > 1 || source.overlays.length > 0) return undefined;
  if (input.protocol !== "file:") return undefined;
  const locate = locator(readFileSync(input, "utf8"));
  return (pointer) => `${display(input)}:${locate(pointer)}`;
}

const SHOWN = 20;

/** The report of `generate`: a line of counts, and the files. */
export function formatWritten(changes: Changes, ms: number): readonly string[] {
  const { differing, missing, stale, unchanged, target } = changes;
  const total = differing.length + missing.length + unchanged;
  const counts = [
    `${missing.length} new`,
    `${differing.length} changed`,
    `${stale.length} deleted`,
    `${unchanged} unchanged`,
  ];
  return [
    `${target}: ${total} files (${counts.join(", ")}) in ${Math.round(ms)} ms`,
    ...shortened(
      differencesOf(changes, { missing: "new", differing: "changed", stale: "deleted" }),
    ),
    ...changes.abandoned.map((path) => `  deleted ${path}, which a killed run left behind`),
  ];
}

/** The report of `check`: a line of counts, and every file that is out of date. */
export function formatChecked(changes: Changes, ms: number): readonly string[] {
  const { differing, missing, stale, unchanged, target, isLockCurrent } = changes;
  const lines = differencesOf(changes, {
    missing: "missing",
    differing: "differs",
    stale: "stale",
  });
  const all = lines.length === 0 && !isLockCurrent ? ["  differs .speakeasy/gen.lock"] : lines;
  const left = changes.abandoned.map(
    (path) => `  left behind ${path}: by a killed run. Run generate to delete it.`,
  );
  const total = differing.length + missing.length + unchanged;
  const verdict =
    all.length + left.length === 0
      ? "up to date"
      : `${differing.length} differ, ${missing.length} missing, ${stale.length} stale`;
  return [`${target}: ${total} files, ${verdict} (${Math.round(ms)} ms)`, ...all, ...left];
}

interface Verbs {
  readonly missing: string;
  readonly differing: string;
  readonly stale: string;
}

function differencesOf({ differing, missing, stale }: Changes, verbs: Verbs): readonly string[] {
  return [
    ...missing.map(({ path }) => `  ${verbs.missing} ${path}`),
    ...differing.map(({ path }) => `  ${verbs.differing} ${path}`),
    ...stale.map((path) => `  ${verbs.stale} ${path}`),
  ];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`];
}
