import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { repository } from "../size/bundle.js";
import type { Installed } from "./installed.js";

/** A user's TypeScript project: what differs from {@link common}, and which programs it holds. */
interface Project {
  readonly options: Readonly<Record<string, unknown>>;
  /** Files to be, with the program that each is a copy of. */
  readonly files: Readonly<Record<string, string>>;
  readonly peers?: boolean;
  /** Default: all of {@link compilers}. One is enough where resolution is not the question, and 5.9 takes its time. */
  readonly version?: keyof typeof compilers;
}

/** The supported compilers, as this repository has them. */
const compilers = { "5.9": "typescript", "7": "typescript7" };

/** As strict as the compiler gets, and no declaration file is taken on trust. */
const common = {
  target: "es2022",
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  typeRoots: [join(repository, "node_modules/@types")],
};
const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };
const browser = { lib: ["es2022", "dom", "dom.iterable"], types: [] };
const node = { lib: ["es2022"], types: ["node"] };

const projects: Readonly<Record<string, Project>> = {
  "nodenext, ES module and CommonJS": {
    options: { ...nodenext, ...browser },
    files: { "module.mts": "strict", "script.cts": "strict" },
  },
  "bundler resolution": { options: { ...bundler, ...browser }, files: { "main.ts": "strict" } },
  "Node without the DOM's types": {
    options: { ...nodenext, ...node },
    files: { "module.mts": "strict", "script.cts": "strict" },
    version: "7",
  },
  "zod and the emulator": {
    options: { ...nodenext, ...node, lib: ["es2022", "dom", "dom.iterable"] },
    files: { "zod.mts": "zod", "zod.cts": "zod", "emulator.mts": "emulator" },
    peers: true,
    version: "7",
  },
};

const cases = Object.entries(projects).flatMap(([name, project]) =>
  Object.entries(compilers)
    .filter(([version]) => version === (project.version ?? version))
    .map(([version, compiler]) => [version, name, project, compiler] as const),
);

/** A strict program compiles against the tarball, whatever the compiler and the way it resolves. */
export function declarationTests(installed: () => Installed): void {
  test.each(cases)(
    "compiles by TypeScript %s: %s",
    async (_, name, project, compiler) => {
      const { peers } = project;
      const folder = join(peers ? installed().withPeers : installed().project, name.slice(0, 4));
      mkdirSync(folder, { recursive: true });
      for (const [file, program] of Object.entries(project.files)) {
        copyFileSync(programs(program), join(folder, file));
      }
      const config = {
        compilerOptions: { ...common, ...project.options },
        files: Object.keys(project.files),
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      expect(await compile(compiler, folder)).toBe("");
    },
    60_000,
  );
}

function programs(name: string): string {
  return fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));
}

/** What the compiler complains about. */
function compile(compiler: string, folder: string): Promise<string> {
  const tsc = join(repository, "node_modules", compiler, "bin/tsc");
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, "-p", folder, "--pretty", "false"], (error, out, err) => {
      resolve(error === null ? "" : `${out}${err}` || error.message);
    });
  });
}
