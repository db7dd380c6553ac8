import { type OutputOptions, type RolldownOptions, defineConfig } from "rolldown";
import { entryModules, readPlatformList } from "./scripts/platform-list.js";

const list = readPlatformList();

/**
 * Where the code goes, so that an import loads few files: an entry only names what it takes from
 * these. The first chunk that fits a module gets it with all that it needs, so what others need
 * comes first.
 */
const chunks = [
  {
    name: "lib",
    test: /[\\/](node_modules|src[\\/](lib(?![\\/](node|otel|webhook|zod))|connections[\\/]vocabulary))\b/,
  },
  ...list.platforms.map(({ name }) => ({
    name,
    test: new RegExp(`[\\\\/]platforms[\\\\/]${name}[\\\\/](?!webhooks\\.ts|zod[\\\\/])`),
  })),
  { name: "webhook", test: /[\\/]src[\\/]lib[\\/]webhook\b/ },
  { name: "connections", test: /[\\/]src[\\/]connections(?![\\/]zod)\b/ },
  // Apart from the rest, because they import zod, which most users do not have.
  { name: "zod", test: /[\\/]src[\\/]lib[\\/]zod\b/ },
  ...list.platforms.map(({ name }) => ({
    name: `${name}-zod`,
    test: new RegExp(`[\\\\/]src[\\\\/]platforms[\\\\/]${name}[\\\\/]zod\\b`),
  })),
  { name: "connections-zod", test: /[\\/]src[\\/]connections[\\/]zod\b/ },
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
    // The maps lead to the sources, which are shipped once.
    sourcemapExcludeSources: true,
  };
}

const config: RolldownOptions = defineConfig({
  input: Object.fromEntries(entryModules(list).map((module) => [module, `src/${module}.ts`])),
  external: ["msw", /^zod(\/|$)/, "@opentelemetry/api", /^node:/],
  platform: "neutral",
  preserveEntrySignatures: "strict",
  treeshake: { moduleSideEffects: false },
  transform: { target: "es2022" },
  logLevel: "warn",
  output: [{ ...output("esm", "js"), cleanDir: true }, output("cjs", "cjs")],
});

export default config;
