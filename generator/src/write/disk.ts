import { lstatSync, readFileSync, realpathSync } from "node:fs";
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
    if (!lstatSync(path).isFile()) return { kind: "obstacle" };
    return { kind: "file", text: lf(readFileSync(path, "utf8")) };
  } catch (cause) {
    return { kind: codeOf(cause) === "ENOENT" ? "nothing" : "obstacle" };
  }
}

/** Version control may have changed line endings; that is no difference. */
export function lf(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/**
 * Tells for the paths of a root whether the nearest folder that exists is, with all links followed, inside the root.
 * Asks the disk once for each folder, so the answers are good for as long as nothing is written.
 */
export function boundaryOf(root: string): (path: string) => boolean {
  const folders = new Map<string, boolean>();
  const realRoot = realFolder(root);
  const isInside = (folder: string): boolean => {
    const real = relative(realRoot, realFolder(join(root, folder)));
    return real !== ".." && !real.startsWith(`..${sep}`);
  };
  return (path) => {
    const folder = dirname(path);
    const known = folders.get(folder) ?? isInside(folder);
    folders.set(folder, known);
    return known;
  };
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realFolder(parent), relative(parent, folder));
  }
}

/** The code of a system error, or an empty text. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
