import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NotRun } from "./outcome.js";

/** The folder of the runtimes, with its own lock file and packages. */
export const folder: string = fileURLToPath(new URL(".", import.meta.url));
const modules = join(folder, "node_modules");
const require = createRequire(import.meta.url);

/**
 * A package that is installed here. All of them are optional: without one, its cases are not run.
 */
export interface Tool {
  readonly folder: string;
  readonly version: string;
}

/** Finds a package. Throws `NotRun` if it is not installed. */
export function tool(name: string): Tool {
  const at = join(modules, name);
  const manifest = join(at, "package.json");
  if (!existsSync(manifest)) throw new NotRun(`${name} is not installed`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return { folder: at, version: version.replace(/^v/, "") };
}

/**
 * Imports a package. `T` is the part of it that is used, because the compiler does not have its
 * types.
 */
export async function load<T>(name: string): Promise<T> {
  tool(name);
  const path = require.resolve(name);
  // Don't use the version that the repository may have.
  if (!path.startsWith(modules + sep)) throw new NotRun(`${name} is not installed`);
  const names = (await import(pathToFileURL(path).href)) as { readonly default?: T };
  // CommonJS has its names in `default`, and modules that are used here have no default
  return names.default ?? (names as T);
}

/**
 * The program of a package that has a variant per kind of machine: the first candidate that exists.
 */
export function binary(candidates: readonly (readonly [name: string, path: string])[]): Tool {
  for (const [name, path] of candidates) {
    const at = join(modules, name, path);
    if (existsSync(at)) return { ...tool(name), folder: at };
  }
  throw new NotRun(`no ${candidates[0]?.[0] ?? "package"} for ${process.platform}-${process.arch}`);
}
