import type { ErrorCode } from "yaml";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { SIZE_LIMITS, exceededLimit } from "../document/size-limit.js";
import { yaml } from "../strings/yaml.js";
import { LIMITS } from "./limits.js";
import { nestingDepth } from "./nesting.js";

/**
 * Parses YAML or JSON. The pointer of a syntax error is `file:line:column`.
 *
 * YAML is read as 1.2, so `no` is a string and not false, with the `<<` merge keys that many
 * documents use.
 */
export function parse(text: string, file: string): StageResult<Json> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rejected = notADocument(source, file);
  if (rejected) return failed(rejected);
  const parsed = parseJson(source) ?? parseYaml(source, file);
  if (parsed.value === undefined) return parsed;
  const tooMuch = exceededLimit(parsed.value);
  return tooMuch === undefined ? parsed : failed(tooLarge(file, tooMuch));
}

/** The error for a file that exceeds a limit. */
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

/**
 * `JSON.parse` and the core schema of YAML return JSON, hence the casts. JSON is tried first,
 * because that is much faster. Anything else gets its errors, with positions, from the YAML parser.
 */
function parseJson(text: string): StageResult<Json> | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return done(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

function parseYaml(text: string, file: string): StageResult<Json> {
  if (nestingDepth(text, SIZE_LIMITS.depth) > SIZE_LIMITS.depth) {
    return failed(tooLarge(file, `more than ${SIZE_LIMITS.depth} levels of nesting`));
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
  MISSING_CHAR: "Look for a missing quote, comma, colon or bracket at or before this location.",
  MULTIPLE_DOCS: "Keep one document in the file; `---` starts another one.",
  BAD_DQ_ESCAPE: "Use single quotes where backslashes are meant literally.",
};

function helpFor(code: ErrorCode): string {
  return HELP[code] ?? "Correct the syntax; a YAML or JSON validator shows the same location.";
}
