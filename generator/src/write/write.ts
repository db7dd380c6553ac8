import { mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { error } from "../problem-list.js";
import type { Problem } from "../problems.js";
import { type Changes, readLock } from "./compare.js";
import { codeOf } from "./disk.js";
import { LOCK_PATH, type Owned, formatLock } from "./lock.js";

/** True when the folder is not what it should be. */
export function isDifferent({ differing, missing, stale, isLockCurrent }: Changes): boolean {
  return differing.length + missing.length + stale.length > 0 || !isLockCurrent;
}

/**
 * Makes the changes of all targets, or none of them. Every text is on the disk before the first file is replaced,
 * so a full disk or a missing permission leaves everything as it was; each file is replaced by a rename, so that no
 * reader sees half of one.
 */
export function write(all: readonly Changes[]): readonly Problem[] {
  const changed = all.filter(isDifferent);
  const clashes = clashesAmong(changed);
  if (clashes.length > 0) return clashes;
  const staged: Staged[] = [];
  try {
    for (const changes of changed) staged.push(stage(changes));
    for (const { changes, moves } of staged) commit(changes, moves);
    return [];
  } catch (cause) {
    return [failure(cause)];
  } finally {
    for (const { changes } of staged) rmSync(stagingOf(changes), { recursive: true, force: true });
  }
}

interface Staged {
  readonly changes: Changes;
  readonly moves: readonly (readonly [from: string, to: string])[];
}

function stagingOf({ root }: Changes): string {
  return join(root, ".speakeasy", `.writing-${process.pid}`);
}

function stage(changes: Changes): Staged {
  const folder = stagingOf(changes);
  const files = [...changes.differing, ...changes.missing];
  mkdirSync(folder, { recursive: true });
  const moves = files.map(({ path, text }, index) => {
    const from = join(folder, `${changes.target.replaceAll(/\W/g, "_")}-${index}`);
    writeFileSync(from, text);
    return [from, join(changes.root, path)] as const;
  });
  return { changes, moves };
}

/** The lock claims the new files first: if the process dies half-way, the next run may still overwrite them. */
function commit(changes: Changes, moves: Staged["moves"]): void {
  const before = readLock(changes.root).value?.get(changes.target) ?? new Map<string, string>();
  writeLock(changes, new Map([...before, ...changes.owned]));
  for (const folder of new Set(moves.map(([, to]) => dirname(to)))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [from, to] of moves) renameSync(from, to);
  for (const path of changes.stale) remove(changes.root, path);
  writeLock(changes, changes.owned);
}

function writeLock({ root, target }: Changes, owned: Owned): void {
  const lock = readLock(root).value ?? new Map<string, Owned>();
  const path = join(root, LOCK_PATH);
  const draft = join(root, ".speakeasy", `.writing-${process.pid}`, "gen.lock");
  writeFileSync(draft, formatLock(new Map([...lock, [target, owned]])));
  renameSync(draft, path);
}

/** Folders that become empty go too. */
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

/** Two targets of one run that would write the same file; neither is in the lock yet. */
function clashesAmong(all: readonly Changes[]): readonly Problem[] {
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

function clash(path: string, first: string, second: string): Problem {
  return error({
    code: "file-of-another-target",
    pointer: path,
    message: `The targets \`${first}\` and \`${second}\` both write \`${path}\`.`,
    help: "Give each target folders of its own (`typescript.embed` in gen.yaml).",
  });
}

function failure(cause: unknown): Problem {
  const path = cause instanceof Error && "path" in cause ? String(cause.path) : "";
  return error({
    code: "cannot-write",
    pointer: path,
    message: `Writing failed: ${cause instanceof Error ? cause.message : String(cause)}.`,
    help:
      codeOf(cause) === "EACCES"
        ? "Check the permissions of the folder."
        : "Check the disk and run again.",
  });
}
