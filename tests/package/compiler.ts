import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../size/bundle.js";

/**
 * The supported compilers, by version, and the names that they have in this repository's
 * node_modules.
 */
export const compilers: Readonly<Record<Version, string>> = {
  "5.9": "typescript",
  "7": "typescript7",
};

/** A supported compiler. */
export type Version = "5.9" | "7";

/**
 * A way to resolve imports: the options that choose it, and the extensions of modules that it tells
 * apart.
 */
export interface Resolution {
  readonly options: Readonly<Record<string, unknown>>;
  readonly extensions: readonly string[];
}

/**
 * Every way of users' projects to resolve imports. `node10` reads `typesVersions`, the others read
 * `exports`.
 */
export const resolutions: Readonly<Record<"nodenext" | "bundler" | "node10", Resolution>> = {
  nodenext: {
    options: { module: "nodenext", moduleResolution: "nodenext" },
    extensions: ["mts", "cts"],
  },
  bundler: { options: { module: "esnext", moduleResolution: "bundler" }, extensions: ["ts"] },
  node10: { options: { module: "commonjs", moduleResolution: "node10" }, extensions: ["ts"] },
};

/**
 * Writes files and a tsconfig.json that names them all, compiles them, and returns what the
 * compiler complains about.
 */
export async function compile(
  version: Version,
  folder: string,
  compilerOptions: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
  const config = { compilerOptions, files: Object.keys(files) };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(repository, "node_modules", compilers[version], "bin/tsc");
  return await new Promise((resolve) => {
    execFile(process.execPath, [tsc, "-p", folder, "--pretty", "false"], (error, out, err) => {
      resolve(error === null ? "" : `${out}${err}` || error.message);
    });
  });
}
