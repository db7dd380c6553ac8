import type { Api } from "../../model/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";
import { hasFiles } from "../operations/response.js";
import { CODE_BANNER } from "../print/code-file.js";
import { hasZod } from "./zod.js";

/** The settings of the tools, and the script that writes declarations. */
export function emitSettings(api: Api, options: EmitOptions): readonly OutputFile[] {
  return [
    json("src/tsconfig.json", sourcesConfig(options)),
    json("tsconfig.json", tsconfig(options, hasFiles(api))),
    json("tsconfig.build.json", buildConfig),
    code(
      "tsup.config.ts",
      tsup([
        ...(api.webhooks === undefined ? [] : ["src/webhooks.ts"]),
        ...(options.zodSchemas === undefined ? [] : ["src/zod/index.ts"]),
        ...(hasFiles(api) ? [NODE_ENTRY] : []),
      ]),
    ),
    code("vitest.config.ts", vitest),
    code("scripts/declarations.mjs", declarations),
    { path: ".npmrc", text: "fund=false\naudit=false\nupdate-notifier=false\n" },
    { path: ".gitignore", text: "node_modules/\ndist/\ncoverage/\n*.tgz\n*.log\n.DS_Store\n" },
  ];
}

function json(path: string, value: unknown): OutputFile {
  return { path, text: `${JSON.stringify(value, undefined, 2)}\n` };
}

function code(path: string, text: string): OutputFile {
  return { path, text: `${CODE_BANNER}\n${text}` };
}

/**
 * The settings of the sources, without the types of any runtime, because they run on all of them.
 * Placed next to the sources, so that editors use nothing else, also in an installed package.
 *
 * Hooks that were written for an SDK of Speakeasy's import types as values, infer return types and
 * have parameter properties, which is an error with the settings for new code.
 */
const sourcesConfig = (options: EmitOptions): unknown => ({
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable", "ESNext.Disposable"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    declaration: true,
    // The types of schemas of zod are inferred.
    ...(!hasZod(options) && options.hooks !== "initHooks" && { isolatedDeclarations: true }),
    ...(options.hooks !== "initHooks" && { verbatimModuleSyntax: true, erasableSyntaxOnly: true }),
    skipLibCheck: true,
  },
});

/** The settings of everything. Tests and examples run on Node. */
function tsconfig({ packageName, zodSchemas }: EmitOptions, savesFiles: boolean): unknown {
  return {
    extends: "./src/tsconfig.json",
    compilerOptions: {
      types: ["node"],
      // Examples import what users import, but run against the sources.
      paths: {
        [packageName]: ["./src/index.ts"],
        [`${packageName}/models/*.js`]: ["./src/models/*/index.ts"],
        [`${packageName}/models/*`]: ["./src/models/*/index.ts"],
        ...(savesFiles && { [`${packageName}/node`]: ["./src/lib/node/index.ts"] }),
        [`${packageName}/otel`]: ["./src/lib/otel/index.ts"],
        [`${packageName}/testing`]: ["./src/testing/handlers.ts"],
        ...(zodSchemas && { [`${packageName}/zod`]: ["./src/zod/index.ts"] }),
        [`${packageName}/*.js`]: ["./src/*.ts"],
        [`${packageName}/*`]: ["./src/*.ts"],
      },
    },
    include: ["src", "tests", "examples"],
  };
}

const buildConfig = {
  extends: "./src/tsconfig.json",
  compilerOptions: {
    noEmit: false,
    emitDeclarationOnly: true,
    declarationMap: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};

/** Saves files, with the modules of Node. */
const NODE_ENTRY = "src/lib/node/index.ts";

/** The build. `others` are entries that not every SDK has. */
const tsup = (others: readonly string[]): string => `import { defineConfig } from "tsup";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/core.ts",
    "src/funcs/*.ts",
    "src/models/*/index.ts",
    "src/lib/otel/index.ts",
    "src/testing/handlers.ts",${others.map((file) => `\n    "${file}",`).join("")}
  ],
  format: ["esm", "cjs"],
  target: "node20",
  platform: "neutral",
  splitting: true,
  treeshake: true,
  sourcemap: true,
  // The sources are in the package, so maps need no copy of them.
  esbuildOptions: (options) => void (options.sourcesContent = false),
  clean: true,
  silent: true,
  external: ["msw", "@opentelemetry/api", /^zod($|\\/)/${others.includes(NODE_ENTRY) ? ", /^node:/" : ""}],
  // scripts/declarations.mjs writes them, a file per module.
  dts: false,
});
`;

const vitest = `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    isolate: false,
  },
});
`;

const declarations = `// Writes dist/**/*.d.ts with tsc, and a .d.cts copy beside each for CommonJS users.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });

const relative = /((?:from|import)\\s*\\(?\\s*["'])(\\.{1,2}\\/[^"']+)\\.js(["'])/g;
for (const entry of readdirSync("dist", { recursive: true })) {
  const path = join("dist", entry);
  if (!path.endsWith(".d.ts")) continue;
  const name = path.slice(0, -".d.ts".length);
  const text = readFileSync(path, "utf8");
  const map = \`\${path}.map\`;
  writeFileSync(
    \`\${name}.d.cts\`,
    text.replace(relative, "$1$2.cjs$3").replace(/(sourceMappingURL=.*)\\.d\\.ts\\.map/, "$1.d.cts.map"),
  );
  const mapping = JSON.parse(readFileSync(map, "utf8"));
  mapping.file = mapping.file.replace(/\\.d\\.ts$/, ".d.cts");
  writeFileSync(\`\${name}.d.cts.map\`, JSON.stringify(mapping));
}
`;
