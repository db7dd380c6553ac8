/**
 * The document that `--json` prints. Members may be added. Any other change is a new version of the
 * format.
 */
import { pathToFileURL } from "node:url";
import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isDifferent } from "../write/index.js";
import type { Changes } from "../write/compare.js";
import { display } from "../load/read.js";
import type { Suggested } from "./suggest.js";
import type { Counts } from "./diagnostics.js";
import type { SourcePosition } from "./source-positions.js";

/** The version of the format. */
const VERSION = 1;

/** A diagnostic in the report. What is not known is null. */
export interface JsonDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly help: string;
  /** The target of the workflow, or null for the configuration. */
  readonly target: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string;
}

/** A target in the report: the files that a run writes or deletes, relative to its root. */
export interface JsonTarget {
  readonly name: string;
  /** A path relative to the current folder. */
  readonly root: string;
  readonly upToDate: boolean;
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  /** How many files stay as they are. */
  readonly unchanged: number;
}

/** What `--suggest` found for a target. */
export interface JsonSuggestions {
  readonly target: string;
  /** The overlay, relative to the current folder. */
  readonly file: string;
  readonly written: boolean;
  readonly paginations: number;
  readonly names: number;
}

/** Makes the entry of the suggestions for a target. */
export function jsonSuggestions({ target, file, counts, isWritten }: Suggested): JsonSuggestions {
  const { paging: paginations, names } = counts;
  const path = display(pathToFileURL(file));
  return { target, file: path, written: isWritten, paginations, names };
}

/** Makes the entry of a diagnostic. */
export function jsonDiagnostic(
  { severity, code, message, help }: Diagnostic,
  { file, line, column, pointer }: SourcePosition,
  target: string | undefined,
): JsonDiagnostic {
  return {
    severity,
    code,
    message,
    help,
    target: target ?? null,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    pointer,
  };
}

/** Makes the entry of a target. */
export function jsonTarget(changes: Changes): JsonTarget {
  return {
    name: changes.target,
    root: display(pathToFileURL(changes.root)),
    upToDate: !isDifferent(changes),
    new: pathsOf(changes.missing),
    changed: pathsOf(changes.differing),
    deleted: changes.stale,
    unchanged: changes.unchanged,
  };
}

function pathsOf(files: readonly { readonly path: string }[]): readonly string[] {
  return files.map(({ path }) => path);
}

/** What a report is made of. */
export interface JsonReportParts {
  readonly command: "generate" | "check";
  readonly code: number;
  readonly isWritten: boolean;
  readonly counts: Counts;
  readonly entries: readonly JsonDiagnostic[];
  readonly targets: readonly JsonTarget[];
  readonly suggestions: readonly JsonSuggestions[];
}

/** Prints the report. */
export function jsonReport(parts: JsonReportParts): string {
  const { command, code, isWritten, counts, entries, targets, suggestions } = parts;
  const report = {
    version: VERSION,
    command,
    exitCode: code,
    written: isWritten,
    counts: { errors: counts.error, warnings: counts.warning, notes: counts.note },
    targets,
    suggestions,
    diagnostics: entries,
  };
  return JSON.stringify(report, null, 2);
}
