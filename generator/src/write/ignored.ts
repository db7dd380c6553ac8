import { join } from "node:path";
import { look } from "./disk.js";

/** Where a folder names the files that are its owner's. The name and the place are Speakeasy's. */
export const IGNORE_PATH = ".genignore";

/** Whether a path of a folder is its owner's, who may change it or leave it out. */
export function ignoredIn(root: string): (path: string) => boolean {
  const found = look(join(root, IGNORE_PATH));
  return found.kind === "file" ? ignoredBy(found.text) : () => false;
}

/** Reads patterns as git does (gitignore(5)), but for classes of signs in brackets; of those that fit, the last one counts. */
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
  // A slash at the beginning or inside ties a pattern to the root; one at the end asks for a folder.
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
