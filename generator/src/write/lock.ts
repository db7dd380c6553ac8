/**
 * `.speakeasy/gen.lock` lists the files of each target, with the hash of what was written. It makes
 * overwriting and deleting safe. Sorted and without timestamps, so that it changes only when the
 * output does.
 */
import { createHash } from "node:crypto";
import { codes } from "../diagnostics/codes.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import { type JsonObject, isList, isObject, member, show } from "../document/json.js";

/** The path of the lock file, relative to the root of a target. */
export const LOCK_PATH = ".speakeasy/gen.lock";

/**
 * The SHA-256 of each file, by path. While a run replaces files, an entry lists all that the file
 * may have, separated by spaces.
 */
export type Owned = ReadonlyMap<string, string>;

/**
 * What the files of a target were made from. As long as it is the same, they would be made again as
 * they are, so that there is no need to.
 */
export interface Made {
  /** A digest of everything that the output depends on. */
  readonly digest: string;
  /** The files that were read, relative to the root. */
  readonly inputs: readonly string[];
  /** Generated files that their owner has edited, and may. */
  readonly edited: readonly string[];
  /** Files that were written if there was nothing, and that belong to their owner. */
  readonly once: readonly string[];
  /** What the run had to say. */
  readonly warnings: readonly Diagnostic[];
}

/** What the lock says of a target. */
export interface LockedTarget {
  readonly files: Owned;
  /** Absent while files are replaced. */
  readonly made?: Made | undefined;
}

/** The targets by name. */
export type Lock = ReadonlyMap<string, LockedTarget>;

const NOTE = "Written by sdkwright: the files that it may overwrite and delete.";

/**
 * Parses a lock file. `undefined` is an empty lock. A file that is not a lock of this generator is
 * an error.
 */
export function parseLock(text: string | undefined, file: string): StageResult<Lock> {
  if (text === undefined) return done(new Map());
  const targets = targetsOf(text);
  if (targets) return done(targets);
  return failed(
    diagnostic(
      "lock-invalid",
      file,
      "The file is damaged, or is not a lock file of this generator.",
    ),
  );
}

function targetsOf(text: string): Lock | undefined {
  const value = parseJson(text);
  const targets = isObject(value) ? member(value, "targets") : undefined;
  if (!isObject(targets)) return undefined;
  const entries = Object.entries(targets).map(
    ([name, target]) => [name, ownedOf(target), madeOf(target)] as const,
  );
  return new Map(
    entries.flatMap(([name, files, made]) => (files ? [[name, { files, made }]] : [])),
  );
}

function ownedOf(target: unknown): Owned | undefined {
  const files = isObject(target) ? member(target, "files") : undefined;
  if (!isObject(files)) return undefined;
  return new Map(Object.entries(files).map(([path, hash]) => [path, show(hash)]));
}

/** What was made, if it is as it was written. */
function madeOf(target: unknown): Made | undefined {
  const made = isObject(target) ? member(target, "made") : undefined;
  if (!isObject(made)) return undefined;
  const { digest, inputs, edited, once, warnings } = made;
  const isWhole =
    typeof digest === "string" &&
    isStrings(inputs) &&
    isStrings(edited) &&
    isStrings(once) &&
    isList(warnings) &&
    warnings.every(isWarning);
  // Checked member by member on the lines before.
  return isWhole ? ({ digest, inputs, edited, once, warnings } as unknown as Made) : undefined;
}

function isStrings(value: unknown): boolean {
  return isList(value) && value.every((item) => typeof item === "string");
}

function isWarning(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { code, severity, pointer, message, help } = value;
  const isText = [pointer, message, help].every((part) => typeof part === "string");
  return (
    isText &&
    (severity === "warning" || severity === "note") &&
    typeof code === "string" &&
    code in codes
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The content of a lock file. JSON, which is also YAML. */
export function formatLock(lock: Lock): string {
  const targets = sorted(lock).map(([name, { files, made }]) => [
    name,
    { ...(made && { made }), files: toObject(files) },
  ]);
  const value = { note: NOTE, lockVersion: 1, targets: Object.fromEntries(targets) };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function toObject(owned: Owned): JsonObject {
  return Object.fromEntries(sorted(owned));
}

/** Sorted by code units, so that the order is the same on every machine. */
function sorted<T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- of a copy
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The hash of a file's content. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a run wrote the text, according to the entry of its file. */
export function isWritten(text: string, entry: string): boolean {
  return entry.split(" ").includes(hashOf(text));
}

/** The entries for as long as a file may have its content from before or after the run. */
export function duringRun(before: Owned, after: Owned): Owned {
  const entries = [...after].map(([path, hash]) => {
    const hashes = new Set([...(before.get(path)?.split(" ") ?? []), hash]);
    return [path, [...hashes].join(" ")] as const;
  });
  return new Map([...before, ...entries]);
}

/** Whether the output was made from the same. */
export function isSameMade(a: Made | undefined, b: Made | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two lists of files are the same. */
export function isSame(a: Owned, b: Owned): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}
