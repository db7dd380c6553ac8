import { dirname, join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, failed, hasErrors } from "../diagnostics/stage-result.js";
import type { OutputFile } from "../output/output-file.js";
import { type FolderState, type PathState, foldersOf, lf, look } from "./disk.js";
import { ignoredIn } from "./ignored.js";
import { LOCK_PATH, type Lock, type Owned, hashOf, parseLock } from "./lock.js";
import { checkPaths, isInside } from "./paths.js";

/** The desired content of a target's folder. */
export interface Output {
  /** An absolute path. */
  readonly root: string;
  /** The name of the target in the lock file. */
  readonly target: string;
  readonly files: readonly OutputFile[];
  /** Generated files that must never be deleted, because the run itself reads them. */
  readonly keep?: readonly string[];
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
  readonly unchanged: number;
  /** The files that the target owns after the changes. */
  readonly owned: Owned;
  /** False if the lock file must be written, even if nothing else changes. */
  readonly isLockCurrent: boolean;
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
  return parseLock(found.kind === "file" ? found.text : undefined, path);
}

function compareWith(
  lock: Lock,
  output: Output,
  isIgnored: (path: string) => boolean,
): StageResult<Changes> {
  const listed = lock.get(output.target) ?? new Map<string, string>();
  const owned = new Map([...listed].filter(([path]) => !isIgnored(path)));
  const folderAt = foldersOf(output.root);
  if (folderAt(dirname(LOCK_PATH)) === "blocked") return failed(inTheWay(dirname(LOCK_PATH)));
  const others = [...lock].filter(([name]) => name !== output.target);
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
          stale: leftovers.filter(({ state }) => state === "stale").map(({ path }) => path),
          unchanged: states.filter(({ state }) => state === "same" || state === "theirs").length,
          owned: next,
          isLockCurrent: isSame(next, listed),
        },
    diagnostics,
  };
}

function isSame(a: Owned, b: Owned): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
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
  const isEdited = found.kind === "file" && hashOf(found.text) !== hash;
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
  readonly state: "stale" | "gone" | "kept" | "released";
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
      if (!isInside(path) || folderAt(dirname(path)) !== "folder")
        return { path, state: "gone", diagnostics: [] };
      const found = look(join(root, path));
      if (found.kind !== "file") return { path, state: "gone", diagnostics: [] };
      return hashOf(found.text) === hash
        ? { path, state: "stale", diagnostics: [] }
        : { path, state: "released", diagnostics: [released(path)] };
    });
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
