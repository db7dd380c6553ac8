import { type Code, type Severity, codes } from "./codes.js";

/**
 * What a stage has to say about its input. Stages return diagnostics next to their value and never
 * print or throw them: the command line decides how they look and whether they end the run.
 */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Where: a JSON pointer into the document, or a file path with `#` and a pointer. */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * Makes a diagnostic. Its severity comes from the catalog, and so does its help unless one is
 * given.
 */
export function diagnostic(
  code: Code,
  pointer: string,
  message: string,
  help: string = codes[code].help,
): Diagnostic {
  return { code, severity: codes[code].severity, pointer, message, help };
}
