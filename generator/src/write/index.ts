import { mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../output/output-file.js";
import { type Changes, readLock } from "./compare.js";
import { codeOf, foldersOf } from "./disk.js";
import {
  LOCK_PATH,
  type Lock,
  type Owned,
  duringRun,
  formatLock,
  isSame,
  isSameMade,
} from "./lock.js";
import { STAGED_FILES, STAGED_LOCK, createStaging } from "./staging.js";

/** True if the folder must be written. */
export function isDifferent(changes: Changes): boolean {
  return isOutdated(changes) || changes.abandoned.length > 0;
}

function isOutdated({ differing, missing, stale, isLockCurrent }: Changes): boolean {
  return differing.length + missing.length + stale.length > 0 || !isLockCurrent;
}

/**
 * Makes the changes of all targets. All files are staged on disk before the first one is replaced,
 * so a full disk or a missing permission changes nothing. Files are replaced by renaming, so nobody
 * can read half a file. If a run fails or is killed between two files, the next one completes it.
 */
export function write(all: readonly Changes[]): readonly Diagnostic[] {
  const changed = all.filter(
    (changes) => isOutdated(changes) || !isSameMade(changes.made.before, changes.made.after),
  );
  const clashes = clashesAmong(changed);
  if (clashes.length > 0) return clashes;
  const abandoned = all.flatMap((changes) =>
    changes.abandoned.map((path) => join(changes.root, path)),
  );
  const left = discard(new Set(abandoned));
  const staged: Staged[] = [];
  const failures = stageAndCommit(changed, staged);
  return [...failures, ...left, ...discard(staged.map(({ folder }) => folder))];
}

interface Staged {
  readonly changes: Changes;
  /** A staging folder. */
  readonly folder: string;
}

/** Adds every staging folder that it creates to `staged`. */
function stageAndCommit(all: readonly Changes[], staged: Staged[]): readonly Diagnostic[] {
  let state = "Nothing was changed.";
  try {
    for (const changes of all) {
      const { root } = changes;
      const folder = step("write", root, dirname(LOCK_PATH), () => createStaging(root));
      staged.push({ changes, folder });
      stage(changes, folder);
    }
    state = "The output may be incomplete. The next run completes it.";
    for (const each of staged) commit(each);
    return [];
  } catch (cause) {
    return [writeFailed(cause, state)];
  }
}

function stage(changes: Changes, folder: string): void {
  const made = new Set<string>();
  for (const { path, text } of filesOf(changes)) {
    const file = join(folder, STAGED_FILES, path);
    const parent = dirname(file);
    step("write", changes.root, path, () => {
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      writeFileSync(file, text);
    });
    made.add(parent);
  }
}

function filesOf({ differing, missing }: Changes): readonly OutputFile[] {
  return [...differing, ...missing];
}

/**
 * The lock lists the new content first, beside the old: if the process dies halfway, the next run
 * may overwrite and delete both.
 */
function commit({ changes, folder }: Staged): void {
  const { root, target, owned, stale, gone, made } = changes;
  const lock = readLock(root).value;
  if (!lock) throw new WriteError("read", root, LOCK_PATH, "it has changed during the run");
  const before: Owned = lock.get(target)?.files ?? new Map();
  const claimed = duringRun(before, owned);
  writeLock(root, folder, new Map([...lock, [target, { files: claimed }]]));
  for (const path of movesOf(changes)) {
    step("write", root, path, () => renameSync(join(folder, STAGED_FILES, path), join(root, path)));
  }
  for (const path of stale)
    step("delete", root, path, () => rmSync(join(root, path), { force: true }));
  for (const path of [...stale, ...gone]) removeEmptyFolders(root, dirname(path));
  if (made.after || !isSame(claimed, owned))
    writeLock(root, folder, new Map([...lock, [target, { files: owned, made: made.after }]]));
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
  const draft = join(folder, STAGED_LOCK);
  step("write", root, LOCK_PATH, () => {
    writeFileSync(draft, formatLock(lock));
    renameSync(draft, join(root, LOCK_PATH));
  });
}

/** Deletes a folder and those above it, as far as they are empty. */
function removeEmptyFolders(root: string, lowest: string): void {
  for (let folder = lowest; folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch (cause) {
      // A killed run deleted it. Any other folder stays, which does no harm: it is not empty, or
      // cannot be deleted.
      if (codeOf(cause) !== "ENOENT") return;
    }
  }
}

/** Deletes staging folders. One that stays is a warning, because the output is not affected. */
function discard(folders: Iterable<string>): readonly Diagnostic[] {
  return [...folders].flatMap((folder) => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return [];
    } catch (cause) {
      return [
        diagnostic("staging-left", folder, `Cannot delete \`${folder}\`: ${reasonOf(cause)}.`),
      ];
    }
  });
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

/** A step that failed, with the file that it was about. */
class WriteError extends Error {
  readonly path: string;

  constructor(verb: string, root: string, path: string, cause: unknown) {
    super(`Cannot ${verb} \`${path}\`: ${reasonOf(cause)}.`, { cause });
    this.path = join(root, path);
  }
}

function step<T>(verb: "write" | "delete", root: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new WriteError(verb, root, path, cause);
  }
}

/** Without the system call and the paths, which are in the staging folder. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split(", ", 1)[0] ?? "";
}

/** What to do about the errors of systems that users can do something about. */
const HELP: Readonly<Record<string, string>> = {
  ENOSPC: "Free disk space and run the command again.",
  EDQUOT: "Free disk space and run the command again.",
  EACCES: "Check the permissions of the file and its folder and run the command again.",
  EPERM: "Check the permissions of the file and its folder and run the command again.",
  EROFS: "The disk is read-only. Generate into another folder.",
  EBUSY: "Close the program that uses the file and run the command again.",
};

function writeFailed(error: unknown, state: string): Diagnostic {
  const { path, message, cause } =
    error instanceof WriteError ? error : new WriteError("write", "", "", error);
  return diagnostic("write-failed", path, `${message} ${state}`, HELP[codeOf(cause)]);
}
