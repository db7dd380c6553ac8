import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "../run-process.js";
import { sources } from "../sdk.js";
import type { Case, Target, CaseEnvironment } from "../target.js";
import { tool } from "../tools.js";
import { launchFile } from "./command-line.js";
import { thisNode } from "./node.js";

/** The oldest supported compiler, the last of each major version, and the newest. */
const compilers = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript-7"];

/** The `@types` of this repository, which are those of the oldest supported Node. */
const types = fileURLToPath(new URL("../../node_modules/@types", import.meta.url));

const browser = { lib: ["es2022", "dom", "dom.iterable"], types: [] };
const server = { lib: ["es2022"], types: ["node"], typeRoots: [types] };

/**
 * The module resolutions of users' compilers, and for each the source files and the files that they
 * compile to.
 */
const projects: readonly (readonly [
  what: string,
  options: object,
  files: Readonly<Record<string, string>>,
])[] = [
  [
    "node16, module and CommonJS, in the browser's types",
    { module: "node16", moduleResolution: "node16", ...browser },
    { "program.mts": "program.mjs", "program.cts": "program.cjs" },
  ],
  [
    "nodenext, module and CommonJS, in Node's types",
    { module: "nodenext", moduleResolution: "nodenext", ...server },
    {
      "program.mts": "program.mjs",
      "program.cts": "program.cjs",
      "program.ts": "program.js",
      "node-transport.ts": "node-transport.js",
    },
  ],
  [
    "bundler, in the browser's types",
    { module: "esnext", moduleResolution: "bundler", ...browser },
    { "program.ts": "program.js" },
  ],
];

/** The strictest options, which also check declaration files. */
const strict = {
  target: "es2022",
  outDir: "out",
  rootDir: ".",
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
};

/** The compilers. Node runs their output. */
export const typescript: Target = {
  name: "typescript",
  cases: compilers.flatMap((compiler) =>
    projects.map(([what, options, files], index): Case => ({
      runtime: "TypeScript",
      what,
      version: () => tool(compiler).version,
      async run(where) {
        const folder = join(where.sdk.project, `${compiler}-${index}`);
        mkdirSync(folder);
        await compile(compiler, folder, { ...strict, ...options }, Object.keys(files));
        for (const file of Object.values(files)) await runFile(where, join(folder, "out", file));
      },
    })),
  ),
};

async function compile(
  compiler: string,
  folder: string,
  compilerOptions: object,
  files: readonly string[],
): Promise<void> {
  for (const file of files)
    copyFileSync(join(sources, file.replace(/\.[mc]?ts$/, ".ts")), join(folder, file));
  // Files that are neither .mts nor .cts are modules here.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(tool(compiler).folder, "bin/tsc");
  await runProcess(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder });
}

async function runFile({ sdk, url }: CaseEnvironment, file: string): Promise<void> {
  await launchFile(thisNode, url, { project: sdk.project, program: "program", file });
}
