import { createRequire } from "node:module";
import { join } from "node:path";
import type ignore from "ignore";
import { look } from "./disk.js";

/**
 * The file in which users list files that the generator must leave alone. Same name and place as in
 * Speakeasy.
 */
export const IGNORE_PATH = ".genignore";

/** Whether the user owns a path, and may change or delete it. */
export function ignoredIn(root: string): (path: string) => boolean {
  const found = look(join(root, IGNORE_PATH));
  return found.kind === "file" ? ignoredBy(found.text) : () => false;
}

/** Reads patterns exactly as git does (gitignore(5)), with the case of letters significant. */
export function ignoredBy(text: string): (path: string) => boolean {
  // `require` returns any. Loaded on first use: most repositories have no .genignore.
  const create = require("ignore") as typeof ignore;
  const rules = create({ ignorecase: false, allowRelativePaths: true }).add(text);
  return (path) => rules.ignores(path);
}

const require = createRequire(import.meta.url);
