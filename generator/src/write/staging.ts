/**
 * Staging folders, in which a run puts its files before it moves them to their places. A run that
 * is killed leaves its folder behind, and the next run removes it.
 */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf } from "./disk.js";
import { LOCK_PATH } from "./lock.js";

/** The folder of new files in a staging folder. */
export const STAGED_FILES = "files";

/** The new lock file in a staging folder. */
export const STAGED_LOCK = "gen.lock";

const PARENT = dirname(LOCK_PATH);

/** Six characters from `mkdtemp`, after the process that created the folder. */
const NAME = /^\.writing-(?:(\d+)-)?[A-Za-z0-9]{6}$/;

/** A run writes for seconds. Later, another process has the id of the one that was killed. */
const MAX_AGE_MS = 3_600_000;

/** Creates a staging folder on the disk of the output, so that files can be moved by renaming. */
export function createStaging(root: string): string {
  const parent = join(root, PARENT);
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `.writing-${process.pid}-`));
}

/**
 * The staging folders that killed runs left behind, relative to the root. A folder of a run that
 * may still be writing is not among them, and neither is one with anything that no run puts there.
 */
export function abandonedIn(root: string): readonly string[] {
  return namesIn(join(root, PARENT))
    .filter((name) => NAME.test(name) && isAbandoned(join(root, PARENT, name), name))
    .map((name) => `${PARENT}/${name}`);
}

function isAbandoned(folder: string, name: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory() || !namesIn(folder).every(isStaged)) return false;
  const pid = Number(NAME.exec(name)?.[1] ?? 0);
  return !isRunning(pid) || Date.now() - found.mtimeMs > MAX_AGE_MS;
}

function isStaged(name: string): boolean {
  return name === STAGED_FILES || name === STAGED_LOCK;
}

/** Whether another process has the id. This one writes without a pause: it has no other folder. */
function isRunning(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return codeOf(cause) === "EPERM";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
