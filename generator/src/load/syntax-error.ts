import type { ErrorCode } from "yaml";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";

/** A file has at most so many syntax errors: the first ones matter. */
const MAX_ERRORS = 10;

/** The first of the syntax errors that a YAML parser has found, at `file:line:column`. */
export function syntaxErrors(
  errors: readonly { readonly code: ErrorCode; readonly message: string; readonly place: string }[],
): readonly Diagnostic[] {
  return errors
    .slice(0, MAX_ERRORS)
    .map(({ code, message, place }) => syntaxError(place, MESSAGES[code] ?? message, HELP[code]));
}

/** An error for each key that its object already has. */
export function repeatedKeys(places: readonly string[]): readonly Diagnostic[] {
  return places
    .slice(0, MAX_ERRORS)
    .map((place) => syntaxError(place, "Map keys must be unique", HELP.DUPLICATE_KEY));
}

/** A syntax error at `file:line:column`. */
export function syntaxError(
  pointer: string,
  message: string,
  help: string = HELP_ELSE,
): Diagnostic {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return diagnostic("syntax-error", pointer, sentence, help);
}

/** Messages of the parser that tell how to call it. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: "The file contains a second document",
};

const HELP: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "Indent with spaces.",
  DUPLICATE_KEY: "Keep one of the two members of the same name.",
  BAD_INDENT: "Line the item up with its siblings.",
  BLOCK_AS_IMPLICIT_KEY: "Quote the text, if it contains a colon followed by a space.",
  MULTILINE_IMPLICIT_KEY: "Quote the text, or look for a missing colon or bracket above.",
  MISSING_CHAR: "Look for a missing quote, comma, colon or bracket at or before this location.",
  MULTIPLE_DOCS: "Keep one document in the file; `---` starts another one.",
  BAD_DQ_ESCAPE: "Use single quotes where backslashes are meant literally.",
};

const HELP_ELSE = "Correct the syntax; a YAML or JSON validator shows the same location.";
