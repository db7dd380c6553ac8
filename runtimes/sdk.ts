import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { install } from "../tests/package/installed.js";

/** The package as its users get it, built, packed and installed, with the programs to try it with. */
export interface Sdk {
  /** A user's project with nothing but the package. The programs are in `programs/esm` and `programs/cjs`. */
  readonly project: string;
  /** The same with what the emulator needs. */
  readonly withPeers: string;
  /** The `exports` of the package. */
  readonly exports: Readonly<Record<string, unknown>>;
  readonly remove: () => void;
}

/** Where the programs are written, as TypeScript. */
export const sources: string = fileURLToPath(new URL("programs", import.meta.url));

/** Makes the projects. The caller removes them. */
export async function prepare(): Promise<Sdk> {
  const { project, withPeers, folder, remove } = await install();
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Readonly<Record<string, unknown>>;
  };
  for (const at of [project, withPeers]) await writePrograms(at);
  return { project, withPeers, exports, remove };
}

/** The programs without their types, in both formats of Node. Nothing is bundled: what they import, a runtime has to find. */
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
      if (name === "cjs" && /^(const .*= \(?|\(?)await /m.test(source)) continue; // for modules only
      const { code } = await transform(source, { loader: "ts", format: name, target: "es2022" });
      writeFileSync(join(folder, file.replace(/\.ts$/, ".js")), code);
    }
  }
}
