import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { type Plugin, build } from "esbuild";
import { repository } from "../../size/bundle.js";
import { benchFolder, withFolder } from "./folder.js";
import { pinned } from "./peers.js";

const exec = promisify(execFile);

/** Options of the compilation of a program. */
export interface Compiling {
  /** Uses the models that the generator emits with `dateTime: string`: date-times stay strings. */
  readonly texts?: boolean;
  /** Folders of generated sources, by the name that programs import them by. */
  readonly alias?: Readonly<Record<string, string>>;
  /** The repository whose `connections-sdk` is bundled. Defaults to this one. */
  readonly root?: string;
}

/**
 * Bundles a TypeScript file for Node into one file, with the sources of `connections-sdk` and
 * without the peers. Tools that run TypeScript directly add calls to every function, which would be
 * measured too.
 */
export async function compile(
  entry: string,
  outfile: string,
  { texts = false, alias = {}, root = repository }: Compiling = {},
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    absWorkingDir: root,
    external: Object.keys(pinned()),
    logLevel: "error",
    alias: { ...alias },
    plugins: texts ? [textsForInstants] : [],
    // CommonJS packages require Node's modules. The names are ones that no bundled source declares.
    banner: {
      js: `import * as module$ from "node:module"; globalThis.require ??= module$.createRequire(import.meta.url);`,
    },
  });
}

const textsForInstants: Plugin = {
  name: "texts for instants",
  setup({ onLoad }) {
    onLoad({ filter: /src.platforms.ampersand.models.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: text.replaceAll(/(?<=[:(] ?)dateTime\b/g, "string"), loader: "ts" };
    });
  },
};

/** Compiles a file of `tests/bench` into a folder and returns its path. */
export async function compileInto(
  folder: string,
  path: string,
  how: Compiling = {},
): Promise<string> {
  const variant = how.texts
    ? "-texts"
    : Object.values(how.alias ?? {})
        .map((each) => `-${basename(each)}`)
        .join("");
  const name = basename(path).replace(/\.ts$/, `${variant}.mjs`);
  const file = join(folder, name);
  await compile(join(benchFolder, path), file, how);
  return file;
}

/** Runs a compiled program in its own process and returns the JSON that it printed. */
export async function run(
  file: string,
  args: readonly (string | number)[],
  flags: readonly string[] = [],
): Promise<unknown> {
  const { stdout } = await exec(process.execPath, [...flags, file, ...args.map(String)]);
  return JSON.parse(stdout) as unknown;
}

/** Compiles and runs a program of `tests/bench/programs`. */
export async function runProgram(
  name: string,
  args: readonly (string | number)[],
  how?: Compiling,
): Promise<unknown> {
  return await withFolder(async (folder) =>
    run(await compileInto(folder, `programs/${name}.ts`, how), args),
  );
}

/** Keeps a compiled program running while a callback uses the first line that it prints. */
export async function whileRunning<T>(
  file: string,
  use: (printed: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    return await use(await firstOutput(child));
  } finally {
    child.stdin.end();
  }
}

async function firstOutput({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("its output is not piped");
  const [printed] = (await once(stdout, "data")) as [Buffer]; // the event's only argument
  return printed.toString().trim();
}
