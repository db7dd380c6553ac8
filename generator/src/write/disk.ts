import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** What is at a path: a text, something that is no file, or nothing. */
export type Found =
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "obstacle" }
  | { readonly kind: "nothing" };

/**
 * Reads what is at a path. A link is an obstacle, because writing through it would change a file elsewhere; so is what
 * cannot be read.
 */
export function look(path: string): Found {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return { kind: "nothing" };
    if (!found.isFile()) return { kind: "obstacle" };
    return { kind: "file", text: lf(readFileSync(path, "utf8")) };
  } catch {
    return { kind: "obstacle" };
  }
}

/** Version control may have changed line endings; that is no difference. */
export function lf(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/** What is where a folder should be. `blocked`: a file, or a link that leads out of the root or nowhere. */
export type FolderState = "folder" | "missing" | "blocked";

/**
 * Tells of the folders of a root what is there. Asks the disk once for each, so the answers are good for as long as
 * nothing is written.
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

/** True for a link to a folder that is, with all links followed, inside the root. */
function leadsInside(root: string, path: string): boolean {
  try {
    const inside = relative(realpathSync(root), realpathSync(path));
    return statSync(path).isDirectory() && inside !== ".." && !inside.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}

/** The code of a system error, or an empty text. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
