import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { repository } from "../size/bundle.js";
import { limits } from "../support/limits.js";
import type { Installed } from "./installed.js";

const programs = {
  nothing: "export {};",
  "the root SDK": `import { SDK } from "connections-sdk";
const sdk = new SDK({ apiKeyHeader: "key" });
export const page = await sdk.connections.list({ projectIdOrName: "p" });`,
  "one function": `import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
export const res = await connectionsList(new SDKNodePlatformCore(), { projectIdOrName: "p" });`,
};

/**
 * What the compiler instantiates for three lines over an empty program: counts, which are the same
 * on every machine. Where it looks into declaration files as well, those of zod alone would cost
 * 60,000.
 */
const ceilings = [
  ["the root SDK", true, 100],
  ["one function", true, 100],
  ["the root SDK", false, 2_350],
] as const;

/** Three lines cost the compiler next to nothing, declaration files included. */
export function compileCostTests(installed: () => Installed): void {
  test.each(ceilings)(
    "a three-line program with %s is cheap to compile with skipLibCheck %s",
    async (name, skipLibCheck, ceiling) => {
      const folder = join(installed().project, "cost");
      const empty = await (nothing[`${skipLibCheck}`] ??= instantiations(
        folder,
        programs.nothing,
        skipLibCheck,
      ));
      const used = await instantiations(folder, programs[name], skipLibCheck);
      expect(used - empty).toBeLessThanOrEqual(ceiling);
    },
    limits.processes,
  );
}

/** What an empty program costs, asked once. */
const nothing: Partial<Record<"true" | "false", Promise<number>>> = {};

let folders = 0;

async function instantiations(
  parent: string,
  text: string,
  skipLibCheck: boolean,
): Promise<number> {
  const folder = join(parent, `${++folders}`);
  mkdirSync(folder, { recursive: true });
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, types: [] };
  writeFileSync(join(folder, "main.mts"), text);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck }, files: ["main.mts"] }),
  );
  const tsc = join(repository, "node_modules/typescript7/bin/tsc");
  // How files fall on threads changes the counts.
  const flags = ["-p", folder, "--noEmit", "--extendedDiagnostics", "--singleThreaded"];
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...flags]);
  return Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
}
