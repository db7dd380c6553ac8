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

/** Operations, and what they may take in ms. */
const large = [500, 2_000] as const;

/** How long it takes to write an SDK, process start included, and what the compiler makes of the result. */
export const generator: Measurement = {
  name: "generator",
  async measure({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), "connections-sdk-generator-"));
    try {
      const command = await install(folder);
      const rows: Row[] = [];
      for (const [operations, target] of quick ? [large] : [[50] as const, large]) {
        const runs: Times[] = [];
        for (let run = 0; run < (quick ? 1 : 3); run++) {
          runs.push(await generate(command, folder, operations));
        }
        const name = `generating and writing ${operations} operations`;
        const wall = runs.map(({ wall }) => wall);
        const cpu = runs.map(({ cpu }) => cpu);
        rows.push(measured(name, "ms", wall, target), measured(`${name}, CPU`, "ms", cpu));
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

interface Times {
  readonly wall: number;
  readonly cpu: number;
}

async function generate(command: string, folder: string, operations: number): Promise<Times> {
  const schema = join(folder, `document-${operations}.json`);
  const out = join(folder, `sdk-${operations}`);
  rmSync(out, { recursive: true, force: true });
  writeFileSync(schema, JSON.stringify(makeDocument(operations)));
  const args = [command, "generate", "--schema", schema, "--out", out];
  const start = performance.now();
  const { stderr } = await exec(process.execPath, ["--import", reportCpu, ...args]);
  const wall = performance.now() - start;
  return { wall, cpu: Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1000 };
}

/** Tells at the end of a process what it took. */
const reportCpu = `data:text/javascript,process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write("cpu " + (user + system));
});`.replaceAll("\n", "");

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
