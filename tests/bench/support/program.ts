import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Plugin, build } from "esbuild";
import { repository } from "../../size/bundle.js";

const exec = promisify(execFile);

/** How a program is compiled. */
export interface Compiling {
  /** The models as the generator prints them with `dateTime: string`: instants stay texts. */
  readonly texts?: boolean;
}

/**
 * Bundles a TypeScript file for Node into one file, `connections-sdk` being the sources. What runs TypeScript directly adds calls
 * to every function it meets, which would be measured too.
 */
export async function compile(
  entry: string,
  outfile: string,
  { texts = false }: Compiling = {},
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    absWorkingDir: repository,
    logLevel: "error",
    plugins: texts ? [textsForInstants] : [],
    // CommonJS packages ask for Node's modules by `require`.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
  });
}

const textsForInstants: Plugin = {
  name: "texts for instants",
  setup({ onLoad }) {
    onLoad({ filter: /src.ampersand.models.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: text.replaceAll(/(?<=[:(] ?)dateTime\b/g, "string"), loader: "ts" };
    });
  },
};

/** Runs a program of `tests/bench/programs` in a process of its own and answers what it printed, as JSON. */
export async function runProgram(
  name: string,
  args: readonly (string | number)[],
  how?: Compiling,
): Promise<unknown> {
  return await compiled(name, how, async (file) => {
    const { stdout } = await exec(process.execPath, [file, ...args.map(String)]);
    return JSON.parse(stdout) as unknown;
  });
}

/** Keeps a program running while something is done with the first thing that it prints. */
export async function whileRunning<T>(
  name: string,
  use: (printed: string) => Promise<T>,
): Promise<T> {
  return await compiled(name, undefined, async (file) => {
    const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      return await use(await firstOutput(child));
    } finally {
      child.stdin.end();
    }
  });
}

async function firstOutput({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("its output is not piped");
  const [printed] = (await once(stdout, "data")) as [Buffer]; // the event's only argument
  return printed.toString().trim();
}

async function compiled<T>(
  name: string,
  how: Compiling | undefined,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "connections-sdk-bench-"));
  try {
    const file = join(folder, `${name}.mjs`);
    await compile(fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url)), file, how);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
