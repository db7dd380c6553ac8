import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../size/bundle.js";

const exec = promisify(execFile);

/**
 * The package as a user gets it: built, packed and installed into projects far from this
 * repository's node_modules.
 */
export interface Installed {
  /** A user's project that depends on nothing else. */
  readonly project: string;
  /** Another that has zod, msw and OpenTelemetry as well. */
  readonly withPeers: string;
  /** Another that has the oldest zod of the peer range. */
  readonly withOldestZod: string;
  /** Where the package is in the first. */
  readonly folder: string;
  /** The paths in the tarball. */
  readonly packed: readonly string[];
  /** In bytes: the tarball, and what is in it. */
  readonly size: { readonly packed: number; readonly unpacked: number };
  /** Runs a program with Node and returns what it printed, parsed as JSON. */
  readonly run: (program: string, options?: RunOptions) => Promise<unknown>;
  readonly remove: () => void;
}

/** How a user's program is run. */
export interface RunOptions {
  /** Default: ES modules. */
  readonly type?: "module" | "commonjs";
  /** Flags of Node. */
  readonly flags?: readonly string[];
  /**
   * In the project that has zod, msw and OpenTelemetry, or in the one that has the oldest zod of
   * the peer range.
   */
  readonly peers?: boolean | "oldest zod";
}

/** What a build needs of the repository beside the sources. */
const needed = [
  "platforms.json",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "rolldown.config.ts",
  "scripts",
];

/** What is packed as it is. */
const packed = // Written by hand; npm reads it too.
  (
    JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
      readonly files: readonly string[];
    }
  ).files.filter((name) => name !== "dist" && !name.startsWith("!"));

/**
 * Builds in a copy, so that the `dist` of the checkout is left alone, and runs what publishing
 * would run.
 */
export async function install(): Promise<Installed> {
  // Below the repository, so that the build finds its tools as it does there.
  const copy = join(repository, ".tmp", `package-${process.pid}`);
  rmSync(copy, { recursive: true, force: true });
  for (const name of [...needed, ...packed]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"));
  await npm(copy, "run", "build");
  const [tarball] = JSON.parse(await npm(copy, "pack", "--ignore-scripts", "--json")) as [Tarball];

  // Elsewhere, so that the package finds nothing by looking up through folders.
  const root = mkdtempSync(join(tmpdir(), "connections-sdk-"));
  const project = await projectWith(join(copy, tarball.filename), join(root, "project"));
  const withPeers = join(root, "with-peers");
  cpSync(project, withPeers, { recursive: true });
  mkdirSync(join(withPeers, "node_modules/@opentelemetry"));
  for (const name of ["zod", "msw", "@opentelemetry/api"]) {
    symlinkSync(join(repository, "node_modules", name), join(withPeers, "node_modules", name));
  }
  const withOldestZod = join(root, "with-oldest-zod");
  cpSync(project, withOldestZod, { recursive: true });
  symlinkSync(join(repository, "node_modules/zod-oldest"), join(withOldestZod, "node_modules/zod"));
  const folderFor = ({ peers = false }: RunOptions): string => {
    if (peers === "oldest zod") return withOldestZod;
    return peers ? withPeers : project;
  };
  return {
    project,
    withPeers,
    withOldestZod,
    folder: join(project, "node_modules/connections-sdk"),
    packed: tarball.files.map(({ path }) => path),
    size: { packed: tarball.size, unpacked: tarball.unpackedSize },
    run: (program, options = {}) => run(folderFor(options), program, options),
    remove() {
      for (const made of [copy, root]) rmSync(made, { recursive: true, force: true });
    },
  };
}

interface Tarball {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

async function projectWith(tarball: string, project: string): Promise<string> {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "user", type: "module" }));
  // Offline: whatever the package needed besides itself would be missing.
  await npm(project, "install", "--offline", "--ignore-scripts", tarball);
  return project;
}

async function npm(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec("npm", [...args, "--silent"], { cwd });
  return stdout;
}

async function run(cwd: string, program: string, options: RunOptions): Promise<unknown> {
  const { type = "module", flags = [] } = options;
  const args = [...flags, `--input-type=${type}`, "--eval", program];
  const { stdout } = await exec(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}
