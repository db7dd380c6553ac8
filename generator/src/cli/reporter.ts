import type { Job } from "../config/job.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Changes } from "../write/compare.js";
import { type Paint, plain } from "./colors.js";
import { type Verbosity, countOf, formatCounts, formatDiagnostics } from "./diagnostics.js";
import {
  type JsonSuggestions,
  type JsonTarget,
  jsonDiagnostic,
  jsonReport,
  jsonSuggestions,
  jsonTarget,
} from "./json-report.js";
import { sourcePositionsIn } from "./source-positions.js";
import { formatChecked, formatSuggested, formatWritten } from "./report.js";
import type { Suggested } from "./suggest.js";

/** Tells the user about a run, while it runs or at its end. */
export interface Reporter {
  /** Diagnostics of a job, or of the configuration. */
  readonly found: (diagnostics: readonly Diagnostic[], job?: Job) => void;
  /** A target whose files were written, or only compared. */
  readonly compared: (changes: Changes, ms: number) => void;
  /** Suggestions that were written, or are there already. */
  readonly suggested: (suggested: Suggested, job: Job) => void;
  readonly end: (outcome: Outcome) => void;
}

/** How a run ended. */
export interface Outcome {
  readonly code: number;
  /** Whether the output is what the documents say. False for `check`, and after an error. */
  readonly isWritten: boolean;
}

/** What the reporters need of the command line. */
export interface Asked {
  readonly kind: "generate" | "check";
  readonly verbosity?: Exclude<Verbosity, "normal">;
}

/** Where a report goes. */
export interface Output {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly paint?: Paint | undefined;
  readonly paintError?: Paint | undefined;
}

/** A report for people: what happened on stdout, diagnostics on stderr. */
export function textReporter(asked: Asked, output: Output): Reporter {
  const { kind } = asked;
  const verbosity: Verbosity = asked.verbosity ?? "normal";
  const { print, printError, paint = plain, paintError = plain } = output;
  const all: Diagnostic[] = [];
  return {
    found: (diagnostics, job) => {
      all.push(...diagnostics);
      const style = { verbosity, paint: paintError, placeOf: sourcePositionsIn(job) };
      for (const text of formatDiagnostics(diagnostics, style)) printError(text);
    },
    compared: (changes, ms) => {
      if (verbosity === "quiet") return;
      const format = kind === "check" ? formatChecked : formatWritten;
      for (const line of format(changes, ms, paint)) print(line);
    },
    suggested: (suggested, job) => {
      if (verbosity === "quiet") return;
      for (const line of formatSuggested(suggested, job)) print(line);
    },
    end: ({ isWritten }) => {
      const { error, warning, note } = countOf(all);
      const isQuiet = verbosity === "quiet";
      const counts = isQuiet ? { error, warning: 0, note: 0 } : { error, warning, note };
      const prefix = error > 0 && kind === "generate" && !isWritten ? "Nothing was written. " : "";
      const line = formatCounts(counts, verbosity);
      // Below the diagnostics, if any were shown.
      const isBelow = error > 0 || warning > 0 || verbosity === "verbose";
      if (line !== "") (isBelow ? printError : print)(`${prefix}${line}.`);
    },
  };
}

/** A report for programs: one JSON document on stdout at the end. */
export function jsonReporter({ kind }: Asked, { print }: Output): Reporter {
  const diagnostics: Diagnostic[] = [];
  const entries: ReturnType<typeof jsonDiagnostic>[] = [];
  const targets: JsonTarget[] = [];
  const suggestions: JsonSuggestions[] = [];
  return {
    found: (found, job) => {
      const placeOf = sourcePositionsIn(job);
      diagnostics.push(...found);
      entries.push(...found.map((one) => jsonDiagnostic(one, placeOf(one), job?.target)));
    },
    compared: (changes) => void targets.push(jsonTarget(changes)),
    suggested: (suggested) => void suggestions.push(jsonSuggestions(suggested)),
    end: (outcome) =>
      print(
        jsonReport({
          command: kind,
          ...outcome,
          counts: countOf(diagnostics),
          entries,
          targets,
          suggestions,
        }),
      ),
  };
}
