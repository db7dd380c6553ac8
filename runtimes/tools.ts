import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NotRun } from "./outcome.js";

/** The folder of the runtimes, which has a lock file and packages of its own. */
export const folder: string = fileURLToPath(new URL(".", import.meta.url));
const modules = join(folder, "node_modules");
const require = createRequire(import.meta.url);

/** A package that is installed here. All of them are optional: a registry that lacks one takes one line from the table. */
export interface Tool {
  readonly folder: string;
  readonly version: string;
}

/** Finds a package, or says that it is not there. */
export function tool(name: string): Tool {
  const at = join(modules, name);
  const manifest = join(at, "package.json");
  if (!existsSync(manifest)) throw new NotRun(`${name} is not installed`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return { folder: at, version: version.replace(/^v/, "") };
}

/** Imports a package. `T` is what is used of it: the repository does not have the package, so the compiler cannot know. */
export async function load<T>(name: string): Promise<T> {
  tool(name);
  const path = require.resolve(name);
  // Never the one that the repository happens to have.
  if (!path.startsWith(modules + sep)) throw new NotRun(`${name} is not installed`);
  const names = (await import(pathToFileURL(path).href)) as { readonly default?: T };
  return names.default ?? (names as T); // CommonJS has its names in `default`, and modules that are used here have no default
}

/** The program in a package that a registry has for each kind of machine: the first of its folders that is there. */
export function binary(candidates: readonly (readonly [name: string, path: string])[]): Tool {
  for (const [name, path] of candidates) {
    const at = join(modules, name, path);
    if (existsSync(at)) return { ...tool(name), folder: at };
  }
  throw new NotRun(`no ${candidates[0]?.[0] ?? "package"} for ${process.platform}-${process.arch}`);
}
