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

/** True when the nearest folder that exists is, with all links followed, inside the root. */
export function staysInside(root: string, path: string): boolean {
  const real = relative(realFolder(root), realFolder(dirname(join(root, path))));
  return real !== ".." && !real.startsWith(`..${sep}`);
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
