import type { Severity } from "../diagnostics/codes.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Paint, Style } from "./colors.js";
import type { SourcePosition } from "./source-positions.js";

/** How many diagnostics of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts diagnostics by severity. */
export function countOf(diagnostics: readonly Diagnostic[]): Counts {
  const of = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { error: of("error"), warning: of("warning"), note: of("note") };
}

/** How to show diagnostics. */
export interface DiagnosticsStyle {
  readonly verbosity: Verbosity;
  readonly placeOf: (diagnostic: Diagnostic) => SourcePosition;
  readonly paint: Paint;
}

/** `--quiet` shows errors only, `--verbose` also notes, and every diagnostic of a kind. */
export type Verbosity = "quiet" | "normal" | "verbose";

/**
 * The diagnostics of a job by code, the most severe last, where the terminal ends. Of each code the
 * first is shown in full: kind, count and place, what is wrong, and what to do.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  style: DiagnosticsStyle,
): readonly string[] {
  return SEVERITIES.filter((severity) => isShown(severity, style.verbosity)).flatMap((severity) =>
    groupsOf(diagnostics.filter((diagnostic) => diagnostic.severity === severity)).map((group) =>
      formatGroup(group, style),
    ),
  );
}

const SEVERITIES: readonly Severity[] = ["note", "warning", "error"];

function isShown(severity: Severity, verbosity: Verbosity): boolean {
  if (severity === "error" || verbosity === "verbose") return true;
  return severity === "warning" && verbosity === "normal";
}

/** Diagnostics of one code, at least one. */
type Group = readonly [first: Diagnostic, ...others: Diagnostic[]];

function groupsOf(diagnostics: readonly Diagnostic[]): readonly Group[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.code);
    if (group) group.push(diagnostic);
    else groups.set(diagnostic.code, [diagnostic]);
  }
  return [...groups.values()];
}

/** Every error has to be corrected, so more than one is shown. */
const MOST_ERRORS = 20;

function formatGroup([first, ...others]: Group, style: DiagnosticsStyle): string {
  const { verbosity, paint } = style;
  const most = verbosity === "verbose" ? Infinity : first.severity === "error" ? MOST_ERRORS : 0;
  const shown = others.slice(0, most);
  const hidden = others.length - shown.length;
  const count = others.length > 0 ? ` (${others.length + 1})` : "";
  const head = `${paint(COLORS[first.severity], first.severity)} ${paint("bold", first.code)}${count}`;
  return [
    [head, whereOf(first, style)].filter((part) => part !== "").join(" "),
    `  ${first.message}`,
    `  ${paint("dim", "help:")} ${first.help}`,
    ...shown.map((other) => formatOther(other, first, style)),
    ...(hidden > 0 ? [`  ${paint("dim", `and ${hidden} more, which --verbose shows`)}`] : []),
  ].join("\n");
}

const COLORS: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", note: "blue" };

function formatOther(other: Diagnostic, first: Diagnostic, style: DiagnosticsStyle): string {
  const help = other.help === first.help ? "" : ` ${other.help}`;
  return `  also ${[whereOf(other, style), other.message].filter((part) => part !== "").join(": ")}${help}`;
}

function whereOf(diagnostic: Diagnostic, { placeOf }: DiagnosticsStyle): string {
  const { file, line, column, pointer } = placeOf(diagnostic);
  const position = line === undefined ? file : `${file}:${line}:${column}`;
  return [position, pointer].filter((part) => part !== undefined && part !== "").join(" ");
}

/**
 * How many diagnostics there were, in a line. An empty string if there were none, or if all of them
 * were shown.
 */
export function formatCounts({ error, warning, note }: Counts, verbosity: Verbosity): string {
  const counts = [plural(error, "error"), plural(warning, "warning"), plural(note, "note")].filter(
    (count) => count !== "",
  );
  if (counts.length === 0) return "";
  const hint = note > 0 && verbosity === "normal" ? " (--verbose shows notes)" : "";
  return `${counts.join(", ")}${hint}`;
}

function plural(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
