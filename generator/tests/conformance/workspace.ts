import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of the workspace, which has its own package.json and lock file. */
export const workspace: string = fileURLToPath(new URL(".", import.meta.url));

/** The root of the repository. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Where everything that a run makes is written. Git ignores it. */
export const sandbox: string = join(repository, ".tmp/conformance");

/** Where `npm run corpus` has its documents and results. Git ignores it. */
export const corpusFolder: string = join(repository, ".tmp/corpus");

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return join(workspace, "node_modules", name);
}

/** The exact version of an installed package. */
export function versionOf(name: string): string {
  const text = readFileSync(join(packageFolder(name), "package.json"), "utf8");
  // npm's format
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** Imports a module of the workspace: a package, or a file. */
export async function importFrom<Module>(specifier: string): Promise<Module> {
  const { resolve } = createRequire(join(workspace, "package.json"));
  const file = existsSync(specifier) ? specifier : resolve(specifier);
  // the caller declares what it needs of the package
  return (await import(pathToFileURL(file).href)) as Module;
}

/** Installs the packages of the lock file, unless they are installed already. */
export function install(): void {
  if (existsSync(packageFolder("@typespec/http-specs"))) return;
  console.error("installing the specs and the peers ...");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: workspace,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`npm ci failed with exit code ${status} in ${workspace}.`);
}
