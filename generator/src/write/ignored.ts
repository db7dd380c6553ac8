import { join } from "node:path";
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

/**
 * Reads patterns as git does (gitignore(5)), except for character classes. The last matching
 * pattern wins.
 */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(ruleOf);
  return (path) =>
    rules.reduce(
      (ignored, { pattern, ignores }) => (pattern.test(path) ? ignores : ignored),
      false,
    );
}

function ruleOf(line: string): { readonly pattern: RegExp; readonly ignores: boolean } {
  const ignores = !line.startsWith("!");
  const glob = ignores ? line : line.slice(1);
  const path = glob.startsWith("/") ? glob.slice(1) : glob;
  // A slash at the start or inside ties a pattern to the root. One at the end matches folders only.
  const isTied = glob.slice(0, -1).includes("/");
  const end = path.endsWith("/") ? "" : "(?:/|$)";
  return {
    pattern: new RegExp(`^${isTied ? "" : "(?:.*/)?"}${expression(path)}${end}`, "u"),
    ignores,
  };
}

const MEANINGS = new Map([
  ["**/", "(?:.*/)?"],
  ["**", ".*"],
  ["*", "[^/]*"],
  ["?", "[^/]"],
]);

function expression(glob: string): string {
  return glob.replaceAll(
    /\*\*\/|\*\*|[*?]|[$()+.[\\\]^{|}]/g,
    (sign) => MEANINGS.get(sign) ?? `\\${sign}`,
  );
}
