import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** What is at a path: a file, something else, or nothing. */
export type PathState =
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "obstacle" }
  | { readonly kind: "nothing" };

/**
 * Reads a path. A link is an obstacle, because writing through it would change a file elsewhere. So
 * is anything that cannot be read.
 */
export function look(path: string): PathState {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return { kind: "nothing" };
    if (!found.isFile()) return { kind: "obstacle" };
    return { kind: "file", text: lf(readFileSync(path, "utf8")) };
  } catch {
    return { kind: "obstacle" };
  }
}

/** Normalizes line endings, which version control may have changed. */
export function lf(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/**
 * What is at the path of a folder. `blocked`: a file, or a link that leads outside the root or
 * nowhere.
 */
export type FolderState = "folder" | "missing" | "blocked";

/**
 * Returns a function that tells what is at a folder's path. Each folder is looked up once, so the
 * results are valid as long as nothing is written.
 */
export function foldersOf(root: string): (folder: string) => FolderState {
  const known = new Map<string, FolderState>([[".", "folder"]]);
  const stateOf = (folder: string): FolderState => {
    const above = ask(dirname(folder));
    return above === "folder" ? look(folder) : above;
  };
  const look = (folder: string): FolderState => {
    const path = join(root, folder);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return "missing";
    const isFolder = found.isSymbolicLink() ? leadsInside(root, path) : found.isDirectory();
    return isFolder ? "folder" : "blocked";
  };
  const ask = (folder: string): FolderState => {
    const state = known.get(folder) ?? stateOf(folder);
    known.set(folder, state);
    return state;
  };
  return ask;
}

/** True for a link to a folder inside the root, with all links followed. */
function leadsInside(root: string, path: string): boolean {
  try {
    const inside = relative(realpathSync(root), realpathSync(path));
    return statSync(path).isDirectory() && inside !== ".." && !inside.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}

/** The code of a system error, or an empty string. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
