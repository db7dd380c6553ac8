import { dirname, join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, failed, hasErrors } from "../diagnostics/stage-result.js";
import type { OutputFile } from "../output/output-file.js";
import { type FolderState, type PathState, foldersOf, lf, look } from "./disk.js";
import { ignoredIn } from "./ignored.js";
import {
  LOCK_PATH,
  type Lock,
  type LockedTarget,
  type Made,
  type Owned,
  hashOf,
  isSame,
  isWritten,
  parseLock,
} from "./lock.js";
import { checkPaths, isInside } from "./paths.js";
import { abandonedIn } from "./staging.js";

/** The desired content of a target's folder. */
export interface Output {
  /** An absolute path. */
  readonly root: string;
  /** The name of the target in the lock file. */
  readonly target: string;
  readonly files: readonly OutputFile[];
  /** Generated files that must never be deleted, because the run itself reads them. */
  readonly keep?: readonly string[];
  /** What the files were made from. Absent if that cannot be known. */
  readonly made?: Omit<Made, "edited"> | undefined;
}

/** How a folder differs from the desired content. Nothing has been written. */
export interface Changes {
  readonly root: string;
  readonly target: string;
  /** Files whose content differs. */
  readonly differing: readonly OutputFile[];
  readonly missing: readonly OutputFile[];
  /** Generated files that are no longer part of the output. */
  readonly stale: readonly string[];
  /** Stale files that somebody has deleted. Their folders may be empty. */
  readonly gone: readonly string[];
  /** Staging folders of runs that were killed. */
  readonly abandoned: readonly string[];
  readonly unchanged: number;
  /** The files that the target owns after the changes. */
  readonly owned: Owned;
  /** False if the lock file must be written, even if nothing else changes. */
  readonly isLockCurrent: boolean;
  /** What the lock says that the files were made from, and what it should say. */
  readonly made: { readonly before: Made | undefined; readonly after: Made | undefined };
}

/**
 * Configuration that is written once, for its owner to edit. The lock file does not list it, so it
 * is neither overwritten nor deleted.
 */
const SCAFFOLD: ReadonlySet<string> = new Set([".speakeasy/workflow.yaml", ".speakeasy/gen.yaml"]);

/**
 * Compares the output with the folder, without writing. An existing file that the generator does
 * not own is an error, unless `.genignore` lists it.
 */
export function compare(output: Output): StageResult<Changes> {
  const isIgnored = ignoredIn(output.root);
  const wanted = output.files.filter(({ path }) => !isIgnored(path));
  const files = wanted.map(({ path, text, editable = false }) => ({
    path,
    text: lf(text),
    editable,
  }));
  const paths = files.map(({ path }) => path);
  const unfit = checkPaths(paths, LOCK_PATH);
  if (unfit.length > 0) return failed(...unfit);
  const lock = readLock(output.root);
  if (!lock.value) return failed(...lock.diagnostics);
  return compareWith(lock.value, { ...output, files }, isIgnored);
}

/** Reads the lock file of a folder. */
export function readLock(root: string): StageResult<Lock> {
  const path = join(root, LOCK_PATH);
  const found = look(path);
  if (found.kind === "obstacle") return failed(lockUnreadable(path));
  return parseLock(found.kind === "file" ? found.text : undefined, path);
}

function compareWith(
  lock: Lock,
  output: Output,
  isIgnored: (path: string) => boolean,
): StageResult<Changes> {
  const locked = lock.get(output.target);
  const listed = locked?.files ?? new Map<string, string>();
  const owned = new Map([...listed].filter(([path]) => !isIgnored(path)));
  const folderAt = foldersOf(output.root);
  if (folderAt(dirname(LOCK_PATH)) === "blocked") return failed(inTheWay(dirname(LOCK_PATH)));
  const others = [...lock]
    .filter(([name]) => name !== output.target)
    .map(([name, { files }]) => [name, files] as const);
  const current = { root: output.root, owned, others, folderAt };
  const states = output.files.map((file) => stateOf(file, current));
  const leftovers = leftoversOf(output, owned, folderAt);
  const diagnostics = [...states, ...leftovers].flatMap(({ diagnostics }) => diagnostics);
  const next = nextOwned(states, leftovers, owned);
  return {
    value: hasErrors(diagnostics)
      ? undefined
      : {
          root: output.root,
          target: output.target,
          differing: states.filter(({ state }) => state === "differs").map(({ file }) => file),
          missing: states.filter(({ state }) => state === "missing").map(({ file }) => file),
          stale: pathsOf(leftovers, "stale"),
          gone: pathsOf(leftovers, "gone"),
          abandoned: abandonedIn(output.root),
          unchanged: states.filter(({ state }) => state === "same" || state === "theirs").length,
          owned: next,
          isLockCurrent: isSame(next, listed),
          made: {
            before: locked?.made,
            after: output.made && { ...output.made, edited: editedIn(states) },
          },
        },
    diagnostics,
  };
}

function editedIn(states: readonly FileState[]): readonly string[] {
  return states.filter(({ state }) => state === "theirs").map(({ file }) => file.path);
}

/**
 * The result of {@link compare} for a target whose files are as the lock has them, or `undefined`
 * if any differs, so that the output has to be made to compare it.
 *
 * @param isNew - Whether the configuration is part of the output.
 */
export function compareUnchanged(
  root: string,
  target: string,
  { files, made }: LockedTarget,
  isNew: boolean,
): Changes | undefined {
  const folderAt = foldersOf(root);
  const find = (path: string): PathState => lookIn(folderAt(dirname(path)), root, path);
  const edited = new Set(made?.edited);
  const scaffold = isNew ? [...SCAFFOLD] : [];
  const isAsLocked = ([path, hash]: readonly [string, string]): boolean => {
    if (!isInside(path)) return false;
    const found = find(path);
    return found.kind === "file" && (edited.has(path) || isWritten(found.text, hash));
  };
  if (![...files].every(isAsLocked)) return undefined;
  if (!scaffold.every((path) => find(path).kind === "file")) return undefined;
  return {
    root,
    target,
    differing: [],
    missing: [],
    stale: [],
    gone: [],
    abandoned: abandonedIn(root),
    unchanged: files.size + scaffold.length,
    owned: files,
    isLockCurrent: true,
    made: { before: made, after: made },
  };
}

interface FileState {
  readonly file: OutputFile;
  readonly state: "same" | "differs" | "missing" | "blocked" | "theirs";
  readonly diagnostics: readonly Diagnostic[];
}

interface TargetState {
  readonly root: string;
  readonly owned: Owned;
  /** The files of other targets. */
  readonly others: readonly (readonly [target: string, files: Owned])[];
  readonly folderAt: (folder: string) => FolderState;
}

function stateOf(file: OutputFile, { root, owned, others, folderAt }: TargetState): FileState {
  const { path, text, editable } = file;
  const found = lookIn(folderAt(dirname(path)), root, path);
  const other = others.find(([, files]) => files.has(path));
  if (other) return { file, state: "blocked", diagnostics: [ofAnother(path, other[0])] };
  if (found.kind === "nothing") return { file, state: "missing", diagnostics: [] };
  if (found.kind === "file" && found.text === text) return { file, state: "same", diagnostics: [] };
  if (SCAFFOLD.has(path)) return { file, state: "same", diagnostics: [] };
  const hash = owned.get(path);
  const isEdited = found.kind === "file" && !isWritten(found.text, hash ?? "");
  if (isEdited && editable) return { file, state: "theirs", diagnostics: [] };
  if (found.kind === "obstacle" || hash === undefined) {
    return { file, state: "blocked", diagnostics: [inTheWay(path)] };
  }
  return { file, state: "differs", diagnostics: isEdited ? [edited(path)] : [] };
}

function lookIn(folder: FolderState, root: string, path: string): PathState {
  if (folder === "folder") return look(join(root, path));
  return { kind: folder === "missing" ? "nothing" : "obstacle" };
}

interface Leftover {
  readonly path: string;
  readonly state: "stale" | "gone" | "elsewhere" | "kept" | "released";
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that the lock lists and the output no longer contains. */
function leftoversOf(
  { root, files, keep = [] }: Output,
  owned: Owned,
  folderAt: TargetState["folderAt"],
): readonly Leftover[] {
  const current = new Set(files.map(({ path }) => path));
  const kept = new Set(keep);
  return [...owned]
    .filter(([path]) => !current.has(path))
    .map(([path, hash]) => {
      if (kept.has(path)) return { path, state: "kept", diagnostics: [] };
      // A manipulated lock must not delete files outside the folder.
      if (!isInside(path)) return { path, state: "elsewhere", diagnostics: [] };
      const found = lookIn(folderAt(dirname(path)), root, path);
      if (found.kind === "obstacle") return { path, state: "elsewhere", diagnostics: [] };
      if (found.kind === "nothing") return { path, state: "gone", diagnostics: [] };
      return isWritten(found.text, hash)
        ? { path, state: "stale", diagnostics: [] }
        : { path, state: "released", diagnostics: [released(path)] };
    });
}

function pathsOf(leftovers: readonly Leftover[], wanted: Leftover["state"]): readonly string[] {
  return leftovers.filter(({ state }) => state === wanted).map(({ path }) => path);
}

function nextOwned(
  states: readonly FileState[],
  leftovers: readonly Leftover[],
  owned: Owned,
): Owned {
  const written = states.filter(
    ({ file, state }) => state !== "theirs" && !SCAFFOLD.has(file.path),
  );
  const kept = [
    ...leftovers.filter(({ state }) => state === "kept").map(({ path }) => path),
    ...states.filter(({ state }) => state === "theirs").map(({ file }) => file.path),
  ];
  return new Map([
    ...written.map(({ file: { path, text } }) => [path, hashOf(text)] as const),
    // With the hash of what was written, which shows that it was edited.
    ...kept.flatMap((path) => {
      const hash = owned.get(path);
      return hash === undefined ? [] : [[path, hash] as const];
    }),
  ]);
}

function lockUnreadable(path: string): Diagnostic {
  return diagnostic("file-unreadable", path, "The lock file cannot be read, or is not a file.");
}

function inTheWay(path: string): Diagnostic {
  return diagnostic(
    "file-not-owned",
    path,
    `\`${path}\` already exists and was not written by the generator.`,
  );
}

function ofAnother(path: string, target: string): Diagnostic {
  return diagnostic(
    "file-of-another-target",
    path,
    `\`${path}\` belongs to the target \`${target}\`.`,
  );
}

function edited(path: string): Diagnostic {
  return diagnostic(
    "file-edited",
    path,
    `\`${path}\` was edited by hand. The edit is overwritten.`,
  );
}

function released(path: string): Diagnostic {
  return diagnostic(
    "stale-file-edited",
    path,
    `\`${path}\` is no longer generated, but was edited by hand, so it stays.`,
  );
}
