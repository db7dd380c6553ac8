/**
 * `npm run contract`: runs the same requests against the emulator and against a server of a
 * platform, and prints where they differ. See `--help`.
 */
import { inspect, parseArgs } from "node:util";
import { compareWithEmulator, requestsOf } from "./contract.js";
import type { Program } from "./program.js";
import { programs } from "./programs.js";

const variables = programs.map(({ name, variables: names }) => `${names.join(", ")} (${name})`);
const help = `npm run contract -- --platform NAME --url URL [options]
  --platform NAME   ${programs.map(({ name }) => name).join(", ")}
  --url URL         the base URL of the server
  --run             sends the requests. Without it, they are only printed
  --set NAME=VALUE  a value of the account, such as a project. May be repeated
  --all             also prints the steps that do not differ
The credentials are read from the environment: ${variables.join(", ")}.
Only connections that the run has made are changed, and they are deleted at its end.
Exits with 1 if the server differs from the emulator.`;

const { values } = parseArgs({
  options: {
    platform: { type: "string" },
    url: { type: "string" },
    run: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    set: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function printRequests(program: Program): Promise<void> {
  for (const { step, exchanges } of await requestsOf(program)) {
    for (const { method, path } of exchanges) console.log(`${step}: ${method} ${path}`);
  }
  console.log("\nNothing was sent to a server. Pass --run to send these requests.");
}

async function printDifferences(program: Program): Promise<void> {
  const { url } = values;
  if (url === undefined) throw new Error("--url: pass the base URL of the server");
  const missing = program.variables.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`set ${missing.join(" and ")} in the environment`);
  const comparisons = await compareWithEmulator(program, {
    url: url.replace(/\/$/, ""),
    credentials: program.variables.map((name) => process.env[name] ?? ""),
    settings: settingsOf(program),
  });
  for (const { step, differences } of comparisons) {
    if (differences.length === 0 && values.all) console.log(`same     ${step}`);
    for (const { at, emulator, server } of differences) {
      console.log(`differs  ${step}: ${at}`);
      console.log(`  emulator  ${show(emulator)}\n  server    ${show(server)}`);
    }
  }
  const differing = comparisons.filter(({ differences }) => differences.length > 0).length;
  console.log(`\n${comparisons.length} steps, ${differing} differ`);
  if (differing > 0) process.exitCode = 1;
}

function settingsOf({ settings }: Program): Record<string, string> {
  return Object.fromEntries(
    values.set.map((pair): [string, string] => {
      const [name = "", value] = pair.split(/=(.*)/s);
      if (name in settings && value !== undefined) return [name, value];
      const names = Object.keys(settings).join(", ");
      throw new Error(`--set: expected NAME=VALUE with one of the names ${names}`);
    }),
  );
}

function show(value: unknown): string {
  return inspect(value, { depth: 4, breakLength: Infinity });
}

async function main(): Promise<void> {
  if (values.help) return console.log(help);
  const program = programs.find(({ name }) => name === values.platform);
  if (!program) throw new Error(`--platform: expected one of the names below\n${help}`);
  await (values.run ? printDifferences(program) : printRequests(program));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
