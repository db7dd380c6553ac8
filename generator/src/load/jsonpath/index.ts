import { createRequire } from "node:module";
import { type Context, createContext, Script } from "node:vm";
import type { JSONPathEnvironment, JSONPathError, JSONPathQuery, JSONValue } from "json-p3";
import type { Json } from "../../document/json.js";
import { SIZE_LIMITS } from "../../document/size-limit.js";
import { toStandard } from "./dialect.js";

/** A JSONPath that is invalid, or that takes too long to evaluate. */
export class PathError extends Error {
  override readonly name = "PathError";
  /** Where the syntax is wrong, counted from 0. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

/** A parsed JSONPath. */
export type Path = JSONPathQuery;

/** A selected value, with the keys and indexes that lead to it. */
export interface SelectedNode {
  readonly value: Json;
  readonly tokens: readonly string[];
}

/**
 * Parses a JSONPath (RFC 9535). Also accepts the names of older dialects after a dot.
 *
 * @throws {PathError} with the offset of the mistake
 */
export function parsePath(text: string): Path {
  const start = text.length - text.trimStart().length;
  const { path, originalOffset } = toStandard(text.trim());
  try {
    return environment().compile(path);
  } catch (cause) {
    if (cause instanceof RangeError) throw new PathError("it nests too deeply");
    if (!isSyntaxError(cause)) throw cause;
    throw new PathError(reasonOf(cause), start + originalOffset(cause.token.index));
  }
}

/**
 * Every value that the path selects, each once.
 *
 * @throws {PathError} if that takes longer than the limit, as some regular expressions do
 */
export function select(root: Json, path: Path, seconds = 10): readonly SelectedNode[] {
  const selected = new Map<string, SelectedNode>();
  inTime(() => {
    // The library has mutable types for what it only reads.
    for (const { value, location } of path.lazyQuery(root as JSONValue)) {
      const tokens = location.map(String);
      // A selected value is a part of the document, so it has the document's type.
      selected.set(JSON.stringify(tokens), { value: value as Json, tokens });
    }
  }, seconds);
  return [...selected.values()];
}

/** Ends the work after some seconds, even in the middle of a regular expression. */
function inTime(work: () => void, seconds: number): void {
  bounded ??= { script: new Script("work()"), context: createContext({}) };
  bounded.context["work"] = work;
  try {
    bounded.script.runInContext(bounded.context, { timeout: seconds * 1000 });
  } catch (cause) {
    if (cause instanceof RangeError) throw new PathError("it nests too deeply");
    if (!isTimeout(cause)) throw cause;
    throw new PathError(`it takes more than ${seconds} s to evaluate`);
  }
}

let bounded: { readonly script: Script; readonly context: Context } | undefined;

function isTimeout(cause: unknown): boolean {
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}

/** Errors of the parser, whose common base class also covers those of the evaluation. */
function isSyntaxError(cause: unknown): cause is JSONPathError {
  return cause instanceof library().JSONPathError;
}

/** The message without the excerpt of the path that the library adds. */
function reasonOf(cause: JSONPathError): string {
  // The lexer fails like this where a path ends after a dot, or where it is empty.
  if (cause.message.startsWith("can't backup")) return "a segment (`.name` or `[...]`) expected";
  return cause.message.replace(/^(.*) \('.*?':\d+\)$/s, "$1").replaceAll(/\s+/g, " ");
}

/** Loaded on first use: most documents have no overlays. */
function environment(): JSONPathEnvironment {
  // One level for the document itself, and one for the scalars below the last.
  loaded ??= new (library().JSONPathEnvironment)({ maxRecursionDepth: SIZE_LIMITS.depth + 3 });
  return loaded;
}

let loaded: JSONPathEnvironment | undefined;

function library(): typeof import("json-p3") {
  return require("json-p3") as typeof import("json-p3"); // `require` returns any
}

const require = createRequire(import.meta.url);
