import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Job } from "../config/job.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { display } from "../load/read.js";
import { type Position, positionsIn } from "./positions.js";

/** Where the cause of a diagnostic is. */
export interface SourcePosition {
  /** A path relative to the current folder, or a URL. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** A JSON pointer into the file, or into the document that the files become. */
  readonly pointer: string;
}

/** Returns a function that finds the places of the diagnostics of a job. Reads each file once. */
export function sourcePositionsIn(
  job: Job | undefined,
): (diagnostic: Diagnostic) => SourcePosition {
  const known = new Map<string, ((pointer: string) => Position) | undefined>();
  const positionIn = (file: URL, pointer: string): Position | undefined => {
    if (!known.has(file.href)) known.set(file.href, read(file));
    return known.get(file.href)?.(pointer);
  };
  return (diagnostic) => {
    const { pointer } = diagnostic;
    if (isInDocument(diagnostic)) return inDocument(job, pointer, positionIn);
    const [, path = "", line, column] = /^(.*):(\d+):(\d+)$/s.exec(pointer) ?? [];
    if (path !== "") return { file: path, line: Number(line), column: Number(column), pointer: "" };
    const hash = pointer.indexOf("#");
    if (hash < 0) return { file: pointer, pointer: "" };
    const [file, inner] = [pointer.slice(0, hash), pointer.slice(hash + 1)];
    return at(file, inner, positionIn(pathToFileURL(resolve(file)), inner));
  };
}

/** Pointers into the document are empty or start with a slash. Others start with a file name. */
function isInDocument({ code, pointer }: Diagnostic): boolean {
  return (pointer === "" || pointer.startsWith("/")) && code !== "write-failed";
}

/**
 * The place in the only input. With several inputs or overlays, a pointer may lead to something
 * that is in none of the files, or in several.
 */
function inDocument(
  job: Job | undefined,
  pointer: string,
  positionIn: (file: URL, pointer: string) => Position | undefined,
): SourcePosition {
  const { inputs = [], overlays = [] } = job?.source ?? {};
  const isOnly = inputs.length === 1 && overlays.length === 0;
  for (const input of inputs) {
    const position = positionIn(input, pointer);
    if (position && (isOnly || position.isExact)) return at(display(input), pointer, position);
  }
  return { pointer };
}

function at(file: string, pointer: string, position: Position | undefined): SourcePosition {
  return { file, pointer, ...(position && { line: position.line, column: position.column }) };
}

function read(file: URL): ((pointer: string) => Position) | undefined {
  if (file.protocol !== "file:") return undefined;
  try {
    return positionsIn(readFileSync(fileURLToPath(file), "utf8"));
  } catch {
    return undefined;
  }
}
