import { mkdirSync, mkdtempSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../output/output-file.js";
import { type Changes, readLock } from "./compare.js";
import { codeOf, foldersOf } from "./disk.js";
import { LOCK_PATH, type Lock, type Owned, formatLock } from "./lock.js";

/** True if the folder must be written. */
export function isDifferent({ differing, missing, stale, isLockCurrent }: Changes): boolean {
  return differing.length + missing.length + stale.length > 0 || !isLockCurrent;
}

/**
 * Makes the changes of all targets, or of none. All files are staged on disk before the first one
 * is replaced, so a full disk or a missing permission changes nothing. Files are replaced by
 * renaming, so nobody can read half a file.
 */
export function write(all: readonly Changes[]): readonly Diagnostic[] {
  const changed = all.filter(isDifferent);
  const clashes = clashesAmong(changed);
  if (clashes.length > 0) return clashes;
  const staged: Staged[] = [];
  try {
    for (const changes of changed) {
      const folder = stagingFor(changes);
      staged.push({ changes, folder });
      stage(changes, folder);
    }
    for (const each of staged) commit(each);
    return [];
  } catch (cause) {
    return [writeFailed(cause)];
  } finally {
    for (const { folder } of staged) rmSync(folder, { recursive: true, force: true });
  }
}

interface Staged {
  readonly changes: Changes;
  /** A new folder on the same disk. */
  readonly folder: string;
}

function stagingFor({ root }: Changes): string {
  const parent = join(root, dirname(LOCK_PATH));
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, ".writing-"));
}

/** The files in a staging folder. The new lock file is next to them. */
const FILES = "files";

function stage(changes: Changes, folder: string): void {
  const made = new Set<string>();
  for (const { path, text } of filesOf(changes)) {
    const file = join(folder, FILES, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  }
}

function filesOf({ differing, missing }: Changes): readonly OutputFile[] {
  return [...differing, ...missing];
}

/**
 * The lock lists the new files first: if the process dies halfway, the next run may overwrite them.
 */
function commit({ changes, folder }: Staged): void {
  const { root, target, owned, stale } = changes;
  const lock = readLock(root).value ?? new Map<string, Owned>();
  const claimed: Owned = new Map([...(lock.get(target) ?? []), ...owned]);
  writeLock(root, folder, new Map([...lock, [target, claimed]]));
  for (const path of movesOf(changes)) renameSync(join(folder, FILES, path), join(root, path));
  for (const path of stale) remove(root, path);
  if (claimed.size > owned.size) writeLock(root, folder, new Map([...lock, [target, owned]]));
}

/** What to move: files, or the topmost folder above them that does not exist yet. */
function movesOf(changes: Changes): ReadonlySet<string> {
  const folderAt = foldersOf(changes.root);
  const topOf = (path: string): string => {
    const folder = dirname(path);
    return folderAt(folder) === "missing" ? topOf(folder) : path;
  };
  return new Set(filesOf(changes).map(({ path }) => topOf(path)));
}

function writeLock(root: string, folder: string, lock: Lock): void {
  const draft = join(folder, "gen.lock");
  writeFileSync(draft, formatLock(lock));
  renameSync(draft, join(root, LOCK_PATH));
}

/** Deletes a file, and the folders that become empty. */
function remove(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (!removeIfEmpty(join(root, folder))) return;
  }
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Files that two targets of the run would both write. The lock does not list them yet. */
function clashesAmong(all: readonly Changes[]): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  return all.flatMap(({ root, target, owned }) =>
    [...owned.keys()].flatMap((path) => {
      const full = join(root, path);
      const owner = owners.get(full);
      owners.set(full, target);
      return owner === undefined ? [] : [clash(path, owner, target)];
    }),
  );
}

function clash(path: string, first: string, second: string): Diagnostic {
  return diagnostic(
    "file-of-another-target",
    path,
    `The targets \`${first}\` and \`${second}\` both write \`${path}\`.`,
  );
}

function writeFailed(cause: unknown): Diagnostic {
  const path = cause instanceof Error && "path" in cause ? String(cause.path) : "";
  return diagnostic(
    "write-failed",
    path,
    `Cannot write: ${cause instanceof Error ? cause.message : String(cause)}.`,
    codeOf(cause) === "EACCES" ? "Check the permissions of the folder." : undefined,
  );
}
