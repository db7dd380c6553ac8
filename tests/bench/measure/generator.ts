import { execFile } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../size/bundle.js";
import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { makeDocument } from "../support/document.js";
import { withFolder } from "../support/folder.js";
import { generateWith, peerGenerators } from "../support/generators.js";
import { compile } from "../support/program.js";
import { counted, measured } from "../support/stats.js";
import { type Diagnostics, tsc } from "../support/tsc.js";

const exec = promisify(execFile);

/**
 * A document and the goals for it: the times in ms, and the work of the compiler on the sources.
 */
interface Size {
  readonly operations: number;
  readonly promise?: Diagnostics & { readonly time: number; readonly again: number };
  /** Left out of a quick run. */
  readonly isSlow?: true;
}

const sizes: readonly [Size, ...Size[]] = [
  { operations: 10 },
  { operations: 100 },
  {
    operations: 500,
    promise: { time: 2_500, again: 400, instantiations: 20_000, memory: 140 },
  },
  { operations: 1_000, isSlow: true },
  { operations: 5_000, isSlow: true },
];

const table = "Generating an SDK";

/** The time to generate an SDK, the size of the output, and the work of the compiler on it. */
export const generator: Measurement = {
  name: "generator",
  async measure({ quick, peers }) {
    const folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
    try {
      const command = await install(folder);
      const rows: Row[] = [];
      for (const size of sizes.filter(({ isSlow }) => !(quick && isSlow))) {
        const runs: Times[] = [];
        for (let run = 0; run < (quick || size.isSlow ? 1 : 3); run++) {
          runs.push(await generate(command, folder, size.operations));
        }
        rows.push(...rowsOf(size, runs), ...(await checked(folder, size)));
      }
      const others = (await peers()).length > 0 ? await checkedPeers(folder) : [];
      return [...rows, ...(await checkedNothing(folder)), ...others];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function rowsOf({ operations, promise }: Size, runs: readonly Times[]): readonly Row[] {
  const label = { table, subject: `${operations} operations` };
  const time = { ...label, what: "time", unit: "ms", target: promise?.time } as const;
  const again = { ...label, what: "unchanged", unit: "ms", target: promise?.again } as const;
  const cpu = { ...label, what: "CPU", unit: "ms" } as const;
  const [{ files, bytes }] = runs as [Times]; // there is at least one
  return [
    measured(
      time,
      runs.map(({ wall }) => wall),
    ),
    measured(
      again,
      runs.map(({ again }) => again),
    ),
    measured(
      cpu,
      runs.map(({ cpu }) => cpu),
    ),
    counted({ ...label, what: "written", unit: "files" }, files),
    counted({ ...label, what: "their size", unit: "kB" }, bytes / 1_000),
  ];
}

/** The command as it is published: one file with a copy of the runtime core. */
async function install(folder: string): Promise<string> {
  const command = join(folder, "dist/cli.js");
  await compile(join(repository, "generator/src/cli.ts"), command);
  cpSync(join(repository, "generator/package.json"), join(folder, "package.json"));
  cpSync(join(repository, "src/lib"), join(folder, "runtime"), { recursive: true });
  // It reads its configuration with a package that is installed beside it.
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return command;
}

interface Times {
  readonly wall: number;
  /** Generating once more, from the same document. */
  readonly again: number;
  readonly cpu: number;
  readonly files: number;
  readonly bytes: number;
}

async function generate(command: string, folder: string, operations: number): Promise<Times> {
  const schema = join(folder, `document-${operations}.json`);
  const out = join(folder, `sdk-${operations}`);
  rmSync(out, { recursive: true, force: true });
  writeFileSync(schema, JSON.stringify(makeDocument(operations)));
  const args = [command, "generate", "--schema", schema, "--out", out];
  const run = async (): Promise<{ wall: number; cpu: number }> => {
    const start = performance.now();
    const { stderr } = await exec(process.execPath, ["--import", reportCpu, ...args]);
    const wall = performance.now() - start;
    return { wall, cpu: Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1000 };
  };
  const first = await run();
  // The first run has written a configuration, which the next one reads.
  await run();
  const { wall: again } = await run();
  return { ...first, again, ...sizeOf(out) };
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Prints at the end of a process the time that it took. */
const reportCpu = `data:text/javascript,process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write("cpu " + (user + system));
});`.replaceAll("\n", "");

/**
 * The sources with their own settings, as a user's editor reads them. Without the msw handlers,
 * which add the types of msw and Node.
 */
function checked(folder: string, { operations, promise }: Size): Promise<readonly Row[]> {
  const sdk = join(folder, `sdk-${operations}`);
  const config = { extends: "./src/tsconfig.json", include: ["src"], exclude: ["src/testing"] };
  return compiled(sdk, config, `a generated SDK of ${operations} operations`, promise);
}

/** What the compiler does for the output of other generators, from the same document. */
async function checkedPeers(folder: string): Promise<readonly Row[]> {
  const operations = 500;
  const document = join(folder, `document-${operations}.json`);
  return await withFolder(async (place) => {
    const rows: Row[] = [];
    for (const peer of peerGenerators) {
      const project = await generateWith(peer, document, place);
      const { instantiations, memory } = await tsc(project, { evenWithErrors: true });
      const label = {
        table: "Compiling sources",
        subject: `${peer.name}, ${operations} operations`,
      };
      rows.push(
        counted({ ...label, what: "instantiations", unit: "instantiations" }, instantiations),
        counted({ ...label, what: "memory", unit: "MB" }, memory),
      );
    }
    return rows;
  });
}

/** An empty file with the same settings: the cost of the language's own declarations. */
function checkedNothing(folder: string): Promise<readonly Row[]> {
  const empty = mkdtempSync(join(folder, "empty-"));
  writeFileSync(join(empty, "index.mts"), "export {};\n");
  const config = { extends: `../sdk-${sizes[0].operations}/src/tsconfig.json`, include: ["*"] };
  return compiled(empty, config, "an empty file");
}

async function compiled(
  folder: string,
  config: object,
  subject: string,
  promise?: Diagnostics,
): Promise<readonly Row[]> {
  const name = "tsconfig.bench.json";
  writeFileSync(join(folder, name), JSON.stringify(config));
  const whole = await tsc(folder, { config: name });
  const read = await tsc(folder, { config: name, unchecked: true });
  const label = { table: "Compiling sources", subject };
  const many = { what: "instantiations", unit: "instantiations" } as const;
  const much = { what: "memory", unit: "MB" } as const;
  return [
    counted({ ...label, ...many, target: promise?.instantiations }, whole.instantiations),
    counted({ ...label, ...much, target: promise?.memory }, whole.memory),
    counted({ ...label, ...much, what: "memory, nothing checked" }, read.memory),
  ];
}
