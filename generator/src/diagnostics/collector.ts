import type { NoteCode, WarningCode } from "./codes.js";
import { type Diagnostic, diagnostic } from "./diagnostic.js";

/** Reports a warning or a note, as {@link diagnostic} makes it. */
export type Report = (
  code: WarningCode | NoteCode,
  pointer: string,
  message: string,
  help?: string,
) => void;

/**
 * Warnings and notes in the order in which they were reported, each once, however often a shared
 * part is visited.
 */
export interface Collector {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/** An empty collector. */
export function collector(): Collector {
  const known = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (code, pointer, message, help) => {
      const key = `${code} ${pointer} ${message}`;
      if (known.has(key)) return;
      known.add(key);
      diagnostics.push(diagnostic(code, pointer, message, help));
    },
  };
}
