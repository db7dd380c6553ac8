import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "./run-process.js";
import { folder } from "./tools.js";

interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

interface Entry {
  readonly version?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Installs the packages of the lock file, unless they are installed already. Without a package,
 * the cases that need it are not run.
 */
export async function installTools(): Promise<void> {
  const { packages } = read(join(folder, "package-lock.json")) as unknown as Lock; // npm's format
  // npm leaves out an optional package that wants a newer Node than this one. msw 3 does, and runs
  // in one of the other Nodes.
  const { dependencies, optionalDependencies } = packages[""] ?? {};
  const wanted = Object.keys({ ...dependencies, ...optionalDependencies });
  if (wanted.every((name) => isInstalled(name, packages[`node_modules/${name}`]))) return;
  console.error("installing the runtimes ...");
  try {
    // The packages contain the programs, so that no script has to run.
    await runProcess("npm", ["ci", "--ignore-scripts", "--fetch-retries=1"], { cwd: folder });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

function isInstalled(name: string, { version, os, cpu }: Entry = {}): boolean {
  const supported =
    (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  const manifest = join(folder, "node_modules", name, "package.json");
  return !supported || (existsSync(manifest) && same(read(manifest)["version"], version));
}

/** Compares versions. Some packages of Node have a `v` in theirs. */
function same(found: unknown, wanted: string | undefined): boolean {
  return String(found).replace(/^v/, "") === wanted;
}

function read(file: string): Readonly<Record<string, unknown>> {
  // both files are objects
  return JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
}
