import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../size/bundle.js";
import type { Measurement, Row } from "../row.js";
import { makeDocument } from "../support/document.js";
import { compile } from "../support/program.js";
import { counted, measured } from "../support/stats.js";
import { tsc } from "../support/tsc.js";

const exec = promisify(execFile);

/** How long it takes to write an SDK, process start included, and what the compiler makes of the result. */
export const generator: Measurement = {
  name: "generator",
  async measure({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), "connections-sdk-generator-"));
    try {
      const command = await install(folder);
      const rows: Row[] = [];
      for (const [operations, target] of [[50], [500, 2_000]] as const) {
        const times: number[] = [];
        for (let run = 0; run < (quick ? 1 : 3); run++) {
          times.push(await generate(command, folder, operations));
        }
        const name = `generating and writing ${operations} operations`;
        rows.push(measured(name, "ms", times, target));
      }
      return [...rows, ...(await checked(join(folder, "sdk-500")))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The command as it is published: one file, with a copy of the runtime core beside it. */
async function install(folder: string): Promise<string> {
  const command = join(folder, "dist/cli.js");
  await compile(join(repository, "generator/src/cli.ts"), command);
  cpSync(join(repository, "generator/package.json"), join(folder, "package.json"));
  cpSync(join(repository, "src/lib"), join(folder, "runtime"), { recursive: true });
  return command;
}

async function generate(command: string, folder: string, operations: number): Promise<number> {
  const schema = join(folder, `document-${operations}.json`);
  const out = join(folder, `sdk-${operations}`);
  rmSync(out, { recursive: true, force: true });
  writeFileSync(schema, JSON.stringify(makeDocument(operations)));
  const start = performance.now();
  await exec(process.execPath, [command, "generate", "--schema", schema, "--out", out]);
  return performance.now() - start;
}

/** Its sources alone: what a user's editor has to know. The msw handlers would add msw's own types. */
async function checked(sdk: string): Promise<readonly Row[]> {
  mkdirSync(join(sdk, "node_modules/@types"), { recursive: true });
  for (const name of ["zod", "@types/node"]) {
    symlinkSync(join(repository, "node_modules", name), join(sdk, "node_modules", name));
  }
  const config = { extends: "./tsconfig.json", include: ["src"], exclude: ["src/testing"] };
  writeFileSync(join(sdk, "tsconfig.bench.json"), JSON.stringify(config));
  const { instantiations, memory } = await tsc(sdk, "tsconfig.bench.json");
  const name = "tsc of the SDK of 500 operations";
  return [
    counted(name, "instantiations", instantiations, 125_000),
    counted(name, "MB", memory, 120),
  ];
}
