import { dirname, join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, failed, hasErrors } from "../diagnostics/stage-result.js";
import type { OutputFile } from "../output/output-file.js";
import {
  type RegionProblem,
  parseRegions,
  placeRegions,
  withoutRegions,
} from "../regions/index.js";
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
  /** False if marked regions of generated files are not their owner's. */
  readonly hasRegions?: boolean;
  /** What the files were made from. Absent if that cannot be known. */
  readonly made?: Omit<Made, "edited" | "once"> | undefined;
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
 * Compares the output with the folder, without writing. An existing file that the generator does
 * not own is an error, unless `.genignore` lists it.
 */
export function compare(output: Output): StageResult<Changes> {
  const isIgnored = ignoredIn(output.root);
  const wanted = output.files.filter(({ path }) => !isIgnored(path));
  const files = wanted.map(({ path, text, editable = false, once = false }) => ({
    path,
    text: lf(text),
    editable,
    once,
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
  const { root, hasRegions = true } = output;
  const current = { root, owned, others, folderAt, hasRegions };
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
          differing: states.filter(({ state }) => state === "differs").map(contentOf),
          missing: states.filter(({ state }) => state === "missing").map(contentOf),
          stale: pathsOf(leftovers, "stale"),
          gone: pathsOf(leftovers, "gone"),
          abandoned: abandonedIn(output.root),
          unchanged: states.filter(({ state }) => state === "same" || state === "theirs").length,
          owned: next,
          isLockCurrent: isSame(next, listed),
          made: {
            before: locked?.made,
            after: output.made && {
              ...output.made,
              edited: editedIn(states),
              once: onceIn(states),
            },
          },
        },
    diagnostics,
  };
}

function contentOf({ file: { path }, content }: FileState): OutputFile {
  return { path, text: content };
}

function editedIn(states: readonly FileState[]): readonly string[] {
  return states.filter(({ state }) => state === "theirs").map(({ file }) => file.path);
}

function onceIn(states: readonly FileState[]): readonly string[] {
  return states.filter(({ file }) => file.once).map(({ file }) => file.path);
}

/**
 * The result of {@link compare} for a target whose files are as the lock has them, or `undefined`
 * if any differs, so that the output has to be made to compare it.
 *
 * @param hasRegions - As in {@link Output}.
 */
export function compareUnchanged(
  root: string,
  target: string,
  { files, made }: LockedTarget,
  hasRegions: boolean,
): Changes | undefined {
  const folderAt = foldersOf(root);
  const find = (path: string): PathState => lookIn(folderAt(dirname(path)), root, path);
  const { once = [] } = made ?? {};
  const edited = new Set(made?.edited);
  const isAsLocked = ([path, hash]: readonly [string, string]): boolean => {
    if (!isInside(path)) return false;
    const found = find(path);
    if (found.kind !== "file") return false;
    if (edited.has(path)) return true;
    const { regions, problems } = regionsIn(path, found.text);
    return (
      problems.length === 0 &&
      (hasRegions || regions.length === 0) &&
      isWritten(withoutRegions(found.text, regions), hash)
    );
  };
  if (![...files].every(isAsLocked)) return undefined;
  if (once.some((path) => find(path).kind === "nothing")) return undefined;
  return {
    root,
    target,
    differing: [],
    missing: [],
    stale: [],
    gone: [],
    abandoned: abandonedIn(root),
    unchanged: files.size + once.length,
    owned: files,
    isLockCurrent: true,
    made: { before: made, after: made },
  };
}

interface FileState {
  readonly file: OutputFile;
  /** What the file should contain: what is generated, with the owner's regions. */
  readonly content: string;
  readonly state: "same" | "differs" | "missing" | "blocked" | "theirs";
  readonly diagnostics: readonly Diagnostic[];
}

interface TargetState {
  readonly root: string;
  readonly owned: Owned;
  /** The files of other targets. */
  readonly others: readonly (readonly [target: string, files: Owned])[];
  readonly folderAt: (folder: string) => FolderState;
  readonly hasRegions: boolean;
}

function stateOf(file: OutputFile, target: TargetState): FileState {
  const { path, text, editable = false, once = false } = file;
  const { root, owned, others, folderAt } = target;
  const state = (
    state: FileState["state"],
    diagnostics: readonly Diagnostic[] = [],
    content = text,
  ): FileState => ({ file, content, state, diagnostics });
  const found = lookIn(folderAt(dirname(path)), root, path);
  const other = others.find(([, files]) => files.has(path));
  if (other) return state("blocked", [ofAnother(path, other[0])]);
  if (found.kind === "nothing") return state("missing");
  if (once) return state("same");
  if (found.kind === "obstacle") return state("blocked", [inTheWay(path)]);
  if (found.text === text) return state("same");
  const hash = owned.get(path);
  if (editable && !isWritten(found.text, hash ?? "")) return state("theirs");
  return withRegions(found.text, hash, file, target, state);
}

/** The state of a file that is there and may have regions. */
function withRegions(
  found: string,
  hash: string | undefined,
  { path, text }: OutputFile,
  { hasRegions }: TargetState,
  state: (
    state: FileState["state"],
    diagnostics?: readonly Diagnostic[],
    content?: string,
  ) => FileState,
): FileState {
  const { regions, problems } = regionsIn(path, found);
  const placed = placeRegions(found, regions, text);
  const isKnown = problems.length === 0 && (hasRegions || regions.length === 0);
  if (isKnown && placed.text === found) return state("same");
  if (hash === undefined)
    return state("blocked", [regions.length > 0 ? customInTheWay(path) : inTheWay(path)]);
  if (!hasRegions && regions.length + problems.length > 0)
    return state("blocked", [disabled(path)]);
  const invalid = problems.map((problem) => regionProblem("region-invalid", path, problem));
  const misplaced = placed.problems.map((each) => regionProblem("region-misplaced", path, each));
  if (invalid.length + misplaced.length > 0) return state("blocked", [...invalid, ...misplaced]);
  const isEdited = !isWritten(withoutRegions(found, regions), hash);
  return state("differs", isEdited ? [edited(path)] : [], placed.text);
}

/** The regions of a file. Only sources can have some. */
function regionsIn(path: string, text: string): ReturnType<typeof parseRegions> {
  return parseRegions(path.endsWith(".ts") ? text : "");
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
      const { regions, problems } = regionsIn(path, found.text);
      if (regions.length + problems.length > 0)
        return { path, state: "released", diagnostics: [orphaned(path)] };
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
  const written = states.filter(({ file, state }) => state !== "theirs" && file.once !== true);
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

function customInTheWay(path: string): Diagnostic {
  return diagnostic(
    "file-not-owned",
    path,
    `\`${path}\` already exists, was not written by the generator and has custom code regions.`,
    "Move it away, run the command again, and copy its regions into the new file.",
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

function disabled(path: string): Diagnostic {
  return diagnostic(
    "region-disabled",
    path,
    `\`${path}\` has custom code regions, which gen.yaml disables.`,
  );
}

function regionProblem(
  code: "region-invalid" | "region-misplaced",
  path: string,
  { line, message }: RegionProblem,
): Diagnostic {
  return diagnostic(code, path, `\`${path}\`, line ${line}: ${message}.`);
}

function orphaned(path: string): Diagnostic {
  return diagnostic(
    "region-orphaned",
    path,
    `\`${path}\` is no longer generated, but has custom code regions, so it stays.`,
  );
}

function released(path: string): Diagnostic {
  return diagnostic(
    "stale-file-edited",
    path,
    `\`${path}\` is no longer generated, but was edited by hand, so it stays.`,
  );
}
