import { readdirSync } from "node:fs";
import { type OutputOptions, type RolldownOptions, defineConfig } from "rolldown";

const platforms = ["ampersand", "codat", "mammoth", "nango"];

/** What users import of a folder: its SDK, its core, each function, and its models. */
function entriesOf(folder: string): string[] {
  return [
    `${folder}/index.ts`,
    `${folder}/core.ts`,
    ...readdirSync(`${folder}/funcs`).map((name) => `${folder}/funcs/${name}`),
    ...["components", "errors", "operations"].map((kind) => `${folder}/models/${kind}/index.ts`),
  ];
}

/** One entry for every path that users import. */
const entries = [
  ...["src", ...platforms.map((platform) => `src/${platform}`)].flatMap(entriesOf),
  "src/node/index.ts",
  "src/testing/index.ts",
];

/**
 * Where the code goes, so that an import loads few files: an entry only names what it takes from these. The first chunk that fits
 * a module gets it with all that it needs, so what others need comes first.
 */
const chunks = [
  { name: "lib", test: /[\\/](node_modules|src[\\/](lib|credentials|platform))\b/ },
  ...platforms.map((name) => ({ name, test: new RegExp(`[\\\\/]src[\\\\/]${name}[\\\\/]`) })),
  { name: "sdk", test: /[\\/]src[\\/](core|funcs|models|perform|sdk)\b/ },
];

function output(format: "esm" | "cjs", extension: "js" | "cjs"): OutputOptions {
  return {
    format,
    strict: true,
    exports: "named",
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `chunks/[name].${extension}`,
    codeSplitting: { groups: chunks },
    // Readable in stack traces and debuggers without maps as well.
    minifyInternalExports: false,
    // They are in the declarations, and in the sources, which are shipped.
    comments: { jsdoc: false },
    sourcemap: true,
  };
}

const config: RolldownOptions = defineConfig({
  input: Object.fromEntries(
    entries.map((path) => [path.slice("src/".length, -".ts".length), path]),
  ),
  external: ["msw", /^node:/],
  platform: "neutral",
  preserveEntrySignatures: "strict",
  treeshake: { moduleSideEffects: false },
  transform: { target: "es2022" },
  logLevel: "warn",
  output: [{ ...output("esm", "js"), cleanDir: true }, output("cjs", "cjs")],
});

export default config;
