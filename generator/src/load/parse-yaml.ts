import type { Document, ParsedNode } from "yaml";
import { type StageResult, andThen, done, failed } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { SIZE_LIMITS } from "../document/size-limit.js";
import { yaml } from "../strings/yaml.js";
import { LIMITS } from "./limits.js";
import { nestingDepth } from "./nesting.js";
import { type ParsedFile, isRespelled, markNumber } from "./numbers.js";
import { repeatedKeys, syntaxError, syntaxErrors } from "./syntax-error.js";
import { tooLarge } from "./too-large.js";

/** Parses YAML, and marks the numbers that JavaScript changes. */
export function parseYaml(text: string, file: string): StageResult<ParsedFile> {
  if (nestingDepth(text, SIZE_LIMITS.depth) > SIZE_LIMITS.depth) {
    return failed(tooLarge(file, `more than ${SIZE_LIMITS.depth} levels of nesting`));
  }
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    // "silent" drops a second document.
    logLevel: "error",
    // Does not find 200 beside "200".
    uniqueKeys: false,
  });
  const placeOf = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const errors = document.errors
    .filter(({ code, pos }) => code !== "MULTIPLE_DOCS" || !isEmpty(text.slice(pos[0])))
    .map(({ code, message, pos }) => ({ code, message, place: placeOf(pos[0]) }));
  if (errors.length > 0) return failed(...syntaxErrors(errors));
  const repeated = repeatedKeysOf(document);
  if (repeated.length > 0) return failed(...repeatedKeys(repeated.map(placeOf)));
  const isMarked = markNumbers(document);
  return andThen(valueOf(document, file), (value) => done({ value, isMarked }));
}

/** True for the rest of a file that only has separators and comments. */
function isEmpty(text: string): boolean {
  return text.split("\n").every((line) => /^(?:---|\.\.\.)?\s*(?:#.*)?$/.test(line));
}

/** The offsets of keys that their map already has. */
function repeatedKeysOf(document: Document<ParsedNode>): readonly number[] {
  const { isScalar, visit } = yaml();
  const repeated: number[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        // A merge key, of which there may be several, is a symbol.
        if (!isScalar(key) || typeof key.value === "symbol") continue;
        const size = keys.size;
        if (keys.add(String(key.value ?? "")).size === size) repeated.push(key.range?.[0] ?? 0);
      }
    },
  });
  return repeated;
}

/** Marks the numbers that JavaScript prints in another way. Returns whether there are any. */
function markNumbers(document: Document<ParsedNode>): boolean {
  let isMarked = false;
  yaml().visit(document, {
    Scalar: (key, scalar) => {
      const { value, source } = scalar;
      if (key === "key" || typeof value !== "number" || source === undefined) return;
      if (!isRespelled(source)) return;
      scalar.value = markNumber(source);
      isMarked = true;
    },
  });
  return isMarked;
}

/** The core schema of YAML has the values of JSON, hence the cast. */
function valueOf(document: Document<ParsedNode>, file: string): StageResult<Json> {
  try {
    return done(document.toJS({ maxAliasCount: LIMITS.aliases }) as Json);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (/excessive alias/i.test(message))
      return failed(tooLarge(file, `more than ${LIMITS.aliases} aliases`));
    const help = "Define the anchor (&name) before the alias (*name) that uses it.";
    return failed(syntaxError(file, message, help));
  }
}
