import { readdirSync } from "node:fs";
import type { Options } from "tsup";

function files(folder: string): string[] {
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}

const config: Options = {
  // One entry for every path that users import; what they share goes into chunks.
  entry: Object.fromEntries(
    [
      "src/index.ts",
      "src/core.ts",
      "src/testing/index.ts",
      ...files("src/funcs"),
      ...["components", "errors", "operations"].map((kind) => `src/models/${kind}/index.ts`),
      ...["ampersand", "codat", "mammoth", "nango"].flatMap((platform) => [
        `src/${platform}/index.ts`,
        `src/${platform}/core.ts`,
        ...files(`src/${platform}/funcs`),
        ...["components", "errors", "operations"].map(
          (kind) => `src/${platform}/models/${kind}/index.ts`,
        ),
      ]),
    ].map((path) => [path.slice("src/".length, -".ts".length), path]),
  ),
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: true,
  // Also keeps the paths of the build machine out of the CommonJS maps.
  treeshake: true,
  sourcemap: true,
  clean: true,
  // The declarations are made by scripts/declarations.mjs, one a module and with maps.
  dts: false,
  // The few kilobytes of zod that are used become ours: no second copy to resolve, no version to agree on.
  noExternal: ["zod"],
  external: ["msw", "node:http"],
  // Runtimes other than Node know its modules by their full names only.
  removeNodeProtocol: false,
};

export default config;
