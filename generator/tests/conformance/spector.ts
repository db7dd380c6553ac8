import {
  bundleProject,
  compileProject,
  prepareProject,
  programFile,
  project,
  writePrograms,
} from "./build.js";
import { OPENAPI_VERSION, specDocuments } from "./documents.js";
import { createFiles } from "./files.js";
import { faultOf, lossOf } from "./lost.js";
import { type Program, programOf } from "./program.js";
import type { FolderResult, OtherScenario, ScenarioResults } from "./results.js";
import { type Transport, runPrograms } from "./run-programs.js";
import { escapesOf } from "./scan.js";
import { type Scenario, readScenarios } from "./scenarios.js";
import { type SpecSdk, generateSdk } from "./sdk.js";
import { type Coverage, startServer } from "./server.js";
import { versionOf } from "./workspace.js";

/** How a scenario ended on a transport: `undefined` if it passed, or else why not. */
type Failure = string | undefined;

/** The programs of all scenarios, by name. */
type Programs = ReadonlyMap<string, Program>;

/** Options of {@link runScenarios}. */
export interface ScenarioOptions {
  /** Takes only the scenarios whose name contains it. */
  readonly only: string;
  readonly command: string;
}

/** Generates, compiles and runs everything, and counts. */
export async function runScenarios({ only, command }: ScenarioOptions): Promise<ScenarioResults> {
  prepareProject();
  const sdks = await generateSdks();
  const scenarios = (await readScenarios(ORIGIN)).filter(({ name }) => name.includes(only));
  const strict = programsOf(scenarios, sdks, false);
  for (const [name, program] of strict) {
    const escapes = "text" in program ? escapesOf(program.text) : [];
    if (escapes.length > 0) throw new Error(`The program of ${name} has ${escapes.join(", ")}.`);
  }
  const errors = compileProject();
  for (const [file, messages] of errors)
    if (!file.startsWith("programs/")) console.error(`${file}: ${messages.join("\n")}`);
  const main = await bundleProject();
  const onFetch = await failuresOf(strict, main, "fetch");
  const onNode = await failuresOf(strict, main, "node");
  const byHand = await failuresByHand(scenarios, sdks, onFetch);
  const outcomes = scenarios.map((scenario) => {
    const { name } = scenario;
    const compile = errors.get(programFile(name)) ?? [];
    const failures = { fetch: onFetch.get(name), node: onNode.get(name), hand: byHand.get(name) };
    return { scenario, end: outcomeOf(name, compile, failures) };
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    command,
    versions: {
      "@typespec/http-specs": versionOf("@typespec/http-specs"),
      "@typespec/spector": versionOf("@typespec/spector"),
      "@typespec/openapi3": versionOf("@typespec/openapi3"),
      OpenAPI: OPENAPI_VERSION,
      node: process.versions.node,
    },
    folders: foldersOf(outcomes),
    others: outcomes.flatMap(({ scenario: { name }, end: { outcome, reason } }) =>
      outcome === "typed" ? [] : [{ name, outcome, reason }],
    ),
  };
}

async function generateSdks(): Promise<ReadonlyMap<string, readonly SpecSdk[]>> {
  const sdks = new Map<string, SpecSdk[]>();
  for (const document of await specDocuments()) {
    const sdk = await generateSdk(project, document);
    sdks.set(document.folder, [...(sdks.get(document.folder) ?? []), sdk]);
  }
  return sdks;
}

function programsOf(
  scenarios: readonly Scenario[],
  sdks: ReadonlyMap<string, readonly SpecSdk[]>,
  byHand: boolean,
): Programs {
  const files = createFiles();
  const programs = new Map(
    scenarios.map((scenario) => [
      scenario.name,
      programOf(scenario, sdks.get(scenario.folder) ?? [], { files, byHand, origin: ORIGIN }),
    ]),
  );
  const texts = [...programs].flatMap(([name, program]): [string, string][] =>
    "text" in program ? [[name, program.text]] : [],
  );
  writePrograms(new Map(texts), files, byHand ? "by-hand" : "programs");
  return programs;
}

/** Runs the programs against a server of their own. */
async function failuresOf(
  programs: Programs,
  main: string,
  transport: Transport,
): Promise<ReadonlyMap<string, Failure>> {
  const server = await startServer();
  try {
    const errors = await runPrograms(main, server.origin, transport);
    const coverage = await server.coverage();
    return new Map(
      [...programs].map(([name, program]) => [
        name,
        "missing" in program
          ? program.missing
          : errors.has(name)
            ? (errors.get(name) ?? uncovered(coverage.get(name)))
            : "did not run",
      ]),
    );
  } finally {
    server.stop();
  }
}

/** The server has the last word. */
function uncovered(coverage: Coverage | undefined): Failure {
  return coverage === "pass" ? undefined : `the server says ${coverage}`;
}

/** Runs the failed ones again, with the headers that the server expects given by hand. */
async function failuresByHand(
  scenarios: readonly Scenario[],
  sdks: ReadonlyMap<string, readonly SpecSdk[]>,
  failures: ReadonlyMap<string, Failure>,
): Promise<ReadonlyMap<string, Failure>> {
  const failed = scenarios.filter(({ name }) => failures.get(name) !== undefined);
  const programs = programsOf(failed, sdks, true);
  return failuresOf(programs, await bundleProject(), "fetch");
}

/** How a scenario ended, and the transports that it passed typed on. */
interface End {
  readonly outcome: "typed" | OtherScenario["outcome"];
  readonly transports: readonly Transport[];
  /** Why it did not pass. Empty if it did. */
  readonly reason: string;
}

function outcomeOf(
  name: string,
  compile: readonly string[],
  { fetch, node, hand }: Readonly<Record<"fetch" | "node" | "hand", Failure>>,
): End {
  const passed: Transport[] = [];
  if (fetch === undefined) passed.push("fetch");
  if (node === undefined) passed.push("node");
  const failure = fetch ?? node;
  const [error] = compile;
  if (passed.length > 0 && error === undefined) {
    const outcome = passed.length === 2 ? "typed" : "partly";
    return { outcome, transports: passed, reason: short(failure ?? "") };
  }
  if (passed.length > 0)
    return {
      outcome: "untyped",
      transports: [],
      reason: `does not compile: ${short(error ?? "")}`,
    };
  const loss = lossOf(name);
  if (loss !== undefined) return { outcome: "lost", transports: [], reason: loss };
  const isByHand = hand === undefined;
  const reason = faultOf(name) ?? short(failure ?? "");
  return isByHand
    ? { outcome: "untyped", transports: [], reason: `passes only with headers by hand: ${reason}` }
    : { outcome: "failed", transports: [], reason };
}

/** The start of a message, on one line. */
function short(message: string): string {
  const line = message.replaceAll(/\s+/g, " ");
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

function foldersOf(
  outcomes: readonly { readonly scenario: Scenario; readonly end: End }[],
): readonly FolderResult[] {
  const folders = new Map<string, End[]>();
  for (const { scenario, end } of outcomes)
    folders.set(scenario.folder, [...(folders.get(scenario.folder) ?? []), end]);
  return [...folders].map(([folder, list]) => {
    const count = (is: (each: End) => boolean): number => list.filter(is).length;
    return {
      folder,
      total: list.length,
      lost: count(({ outcome }) => outcome === "lost"),
      typed: {
        fetch: count(({ transports }) => transports.includes("fetch")),
        node: count(({ transports }) => transports.includes("node")),
        either: count(({ transports }) => transports.length > 0),
      },
      untyped: count(({ outcome }) => outcome === "untyped"),
      failed: count(({ outcome }) => outcome === "failed"),
    };
  });
}

/** Stands for the origin of the mock server in the values of scenarios. */
const ORIGIN = "http://origin.invalid";
