import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { repository } from "../size/bundle.js";
import { limits } from "../support/limits.js";
import { type Version, compile, compilers, resolutions } from "./compiler.js";
import type { Installed } from "./installed.js";

/** A user's TypeScript project: what differs from {@link common}, and which programs it holds. */
interface Project {
  readonly options: Readonly<Record<string, unknown>>;
  /** The program of each file. */
  readonly files: Readonly<Record<string, string>>;
  readonly peers?: boolean;
  /**
   * Defaults to all compilers. One is enough if resolution is not the question, and 5.9 takes its
   * time.
   */
  readonly version?: Version;
}

/** The strictest options there are. Declaration files are checked as well. */
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
const nodenext = resolutions.nodenext.options;
const browser = { lib: ["es2022", "dom", "dom.iterable"], types: [] };
const node = { lib: ["es2022"], types: ["node"] };

const projects: Readonly<Record<string, Project>> = {
  "nodenext, ES module and CommonJS": {
    options: { ...nodenext, ...browser },
    files: { "module.mts": "strict", "script.cts": "strict" },
  },
  "bundler resolution": {
    options: { ...resolutions.bundler.options, ...browser },
    files: { "main.ts": "strict" },
  },
  // TypeScript 7 has no such resolution any more.
  "node10 resolution": {
    options: { ...resolutions.node10.options, ...browser },
    files: { "main.ts": "strict" },
    version: "5.9",
  },
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
  // Object.keys returns strings; these are the members of the record.
  (Object.keys(compilers) as Version[])
    .filter((version) => version === (project.version ?? version))
    .map((version) => [version, name, project] as const),
);

/** A strict program compiles against the tarball, whatever the compiler and the way it resolves. */
export function declarationTests(installed: () => Installed): void {
  test.each(cases)(
    "a strict program compiles with TypeScript %s: %s",
    async (version, name, { options, files, peers }) => {
      const folder = join(
        peers ? installed().withPeers : installed().project,
        name.replaceAll(/\W+/g, "-"),
      );
      const sources = Object.fromEntries(
        Object.entries(files).map(([file, program]) => [file, sourceOf(program)]),
      );
      expect(await compile(version, folder, { ...common, ...options }, sources)).toBe("");
    },
    limits.processes,
  );
}

function sourceOf(program: string): string {
  return readFileSync(fileURLToPath(new URL(`programs/${program}.ts`, import.meta.url)), "utf8");
}
