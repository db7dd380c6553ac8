import type { ErrorCode } from "yaml";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import { MOST, excess } from "../document/excess.js";
import type { Json } from "../document/json.js";
import { yaml } from "../strings/yaml.js";
import { LIMITS } from "./limits.js";
import { nestingOf } from "./nesting.js";

/**
 * The value of a YAML or JSON text. Syntax errors name the place as `file:line:column`.
 *
 * YAML is read as 1.2 (so `no` is a text and not false), with `<<` merge keys, which many documents use.
 */
export function parse(text: string, file: string): StageResult<Json> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const odd = notADocument(source, file);
  if (odd) return failed(odd);
  const parsed = parseJson(source) ?? parseYaml(source, file);
  if (parsed.value === undefined) return parsed;
  const tooMuch = excess(parsed.value);
  return tooMuch === undefined ? parsed : failed(tooLarge(file, tooMuch));
}

/** The diagnostic of a file that is too large in some way. */
export function tooLarge(file: string, what: string): Diagnostic {
  return diagnostic(
    "document-too-large",
    file,
    `The file has ${what}.`,
    "Split it, or look for an alias that contains itself or is used very often.",
  );
}

function notADocument(text: string, file: string): Diagnostic | undefined {
  if (text.trim() === "") {
    return diagnostic("file-empty", file, "The file is empty.");
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return diagnostic("file-not-openapi", file, "The file contains HTML or XML.");
  }
  return undefined;
}

/** What `JSON.parse` and YAML's core schema give is JSON, hence the casts. JSON is tried first: it is much faster. Anything that is not JSON gets its error from the YAML parser, with a position. */
function parseJson(text: string): StageResult<Json> | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return done(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

function parseYaml(text: string, file: string): StageResult<Json> {
  if (nestingOf(text, MOST.depth) > MOST.depth) {
    return failed(tooLarge(file, `more than ${MOST.depth} levels of nesting`));
  }
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    logLevel: "silent",
  });
  const errors = document.errors.slice(0, 10).map(({ code, message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    return syntaxError(`${file}:${line}:${col}`, message, helpFor(code));
  });
  if (errors.length > 0) return failed(...errors);
  try {
    return done(document.toJS({ maxAliasCount: LIMITS.aliases }) as Json);
  } catch (cause) {
    return failed(aliasError(file, cause));
  }
}

function syntaxError(pointer: string, message: string, help: string): Diagnostic {
  return diagnostic("syntax-error", pointer, sentence(message), help);
}

function aliasError(file: string, cause: unknown): Diagnostic {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/excessive alias/i.test(message))
    return tooLarge(file, `more than ${LIMITS.aliases} aliases`);
  return syntaxError(
    file,
    message,
    "Define the anchor (&name) before the alias (*name) that uses it.",
  );
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

const HELP: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "Indent with spaces.",
  DUPLICATE_KEY: "Keep one of the two members of the same name.",
  BAD_INDENT: "Line the item up with its siblings.",
  BLOCK_AS_IMPLICIT_KEY: "Quote the text, if it contains a colon followed by a space.",
  MULTILINE_IMPLICIT_KEY: "Quote the text, or look for a missing colon or bracket above.",
  MISSING_CHAR: "Look for a missing quote, comma, colon or bracket at or before this place.",
  MULTIPLE_DOCS: "Keep one document in the file; `---` starts another one.",
  BAD_DQ_ESCAPE: "Use single quotes where backslashes are meant literally.",
};

function helpFor(code: ErrorCode): string {
  return HELP[code] ?? "Correct the syntax; a YAML or JSON validator shows the same place.";
}
