import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { install } from "../tests/package/installed.js";

/** The package as users install it: built, packed and installed, with the test programs. */
export interface Sdk {
  /** A project with only the package. The programs are in `programs/esm` and `programs/cjs`. */
  readonly project: string;
  /** A project that also has the peer dependencies of the emulator. */
  readonly withPeers: string;
  /** The `exports` of the package. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Deletes the projects. */
  readonly remove: () => void;
}

/** The folder of the TypeScript sources of the programs. */
export const sources: string = fileURLToPath(new URL("programs", import.meta.url));

/** Creates the projects. The caller removes them. */
export async function prepare(): Promise<Sdk> {
  const { project, withPeers, folder, remove } = await install();
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Readonly<Record<string, unknown>>;
  };
  for (const at of [project, withPeers]) await writePrograms(at);
  return { project, withPeers, exports, remove };
}

/**
 * Writes the programs without their types, as ESM and CommonJS. Not bundled, so that runtimes have
 * to resolve the imports.
 */
async function writePrograms(project: string): Promise<void> {
  for (const [name, type] of [
    ["esm", "module"],
    ["cjs", "commonjs"],
  ] as const) {
    const folder = join(project, "programs", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
    for (const file of readdirSync(sources)) {
      const source = readFileSync(join(sources, file), "utf8");
      // for modules only
      if (name === "cjs" && /^(const .*= \(?|\(?)await /m.test(source)) continue;
      const { code } = await transform(source, { loader: "ts", format: name, target: "es2022" });
      writeFileSync(join(folder, file.replace(/\.ts$/, ".js")), code);
    }
  }
}
