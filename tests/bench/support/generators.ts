import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { benchFolder } from "./folder.js";

/** Another generator of typed clients. */
export interface PeerGenerator {
  /** The name in the tables. */
  readonly name: string;
  /** Its package, and those that its output imports. */
  readonly packages: readonly string[];
  /** Its command in `node_modules`, and the arguments for a document and an output path. */
  readonly command: string;
  readonly args: (document: string, output: string) => readonly string[];
}

const heyApi = {
  command: "@hey-api/openapi-ts/bin/run.js",
  packages: ["@hey-api/openapi-ts", "typescript"],
} as const;
const plugins = ["-p", "@hey-api/typescript", "-p", "@hey-api/sdk", "-p", "@hey-api/client-fetch"];

/** The generators that ours is compared with. */
export const peerGenerators: readonly PeerGenerator[] = [
  {
    name: "hey-api, no validation",
    ...heyApi,
    args: (document, output) => ["-i", document, "-o", output, "--silent", ...plugins],
  },
  {
    name: "hey-api with zod",
    ...heyApi,
    packages: [...heyApi.packages, "zod"],
    args: (document, output) => ["-i", document, "-o", output, "--silent", ...plugins, "-p", "zod"],
  },
  {
    name: "openapi-typescript, types only",
    packages: ["openapi-typescript"],
    command: "openapi-typescript/bin/cli.js",
    args: (document, output) => [document, "-o", join(output, "schema.ts")],
  },
];

/**
 * Runs a generator on a document. Returns the folder of a project with its output, in `folder`,
 * from which it can import its packages.
 */
export async function generateWith(
  { command, args, name }: PeerGenerator,
  document: string,
  folder: string,
): Promise<string> {
  const project = join(folder, name.replaceAll(/\W+/g, "-"));
  const output = join(project, "src");
  mkdirSync(output, { recursive: true });
  const bin = join(benchFolder, "node_modules", command);
  await promisify(execFile)(process.execPath, [bin, ...args(document, output)], { cwd: project });
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    // Its imports have no extensions.
    moduleResolution: "bundler",
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["src"] }),
  );
  return project;
}

/** A generator whose client is called, and its plugins as its configuration file has them. */
interface CallableGenerator {
  readonly name: string;
  readonly plugins: readonly unknown[];
}

const called = ["@hey-api/typescript", "@hey-api/client-fetch"];

/** The generators whose clients make calls. Without a configuration file, none would validate. */
export const callableGenerators: readonly CallableGenerator[] = [
  { name: "hey-api", plugins: [...called, "@hey-api/sdk"] },
  {
    name: "hey-api with zod",
    plugins: [...called, "zod", { name: "@hey-api/sdk", validator: true }],
  },
];

/** Generates a client from a document. Returns the folder of its sources, inside `folder`. */
export async function generateSources(
  { name, plugins: all }: CallableGenerator,
  document: string,
  folder: string,
): Promise<string> {
  const output = join(folder, name.replaceAll(/\W+/g, "-"));
  const config = join(folder, `${name.replaceAll(/\W+/g, "-")}.config.mjs`);
  const settings = { input: document, output, plugins: all, logs: { level: "silent" } };
  writeFileSync(config, `export default ${JSON.stringify(settings)};\n`);
  const bin = join(benchFolder, "node_modules", heyApi.command);
  await promisify(execFile)(process.execPath, [bin, "-f", config, "--silent"], { cwd: folder });
  return output;
}
