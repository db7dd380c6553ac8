import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";

/** The error for a file that exceeds a limit. */
export function tooLarge(file: string, what: string): Diagnostic {
  return diagnostic(
    "document-too-large",
    file,
    `The file has ${what}.`,
    "Split it, or look for an alias that contains itself or is used very often.",
  );
}
