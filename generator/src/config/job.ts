import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome, Problem } from "../diagnostics/diagnostic.js";
import { done, error, failed } from "../diagnostics/list.js";
import type { Source } from "../load/index.js";
import { type ReadOptions, display, read, toLocation } from "../load/read.js";
import { type GenConfig, readGenConfig } from "./gen-config.js";
import { nearest } from "./keys.js";
import { type WorkflowTarget, readWorkflow } from "./workflow.js";

/** One SDK to write: everything that the command line and the configuration say about it. */
export interface Job {
  /** By this name `gen.lock` knows the files. */
  readonly target: string;
  /** Absolute. */
  readonly root: string;
  readonly source: Source;
  readonly config: GenConfig;
  /** Files of configuration, to watch. */
  readonly configFiles: readonly URL[];
  /** True where `.speakeasy` is there already, so that nothing is written into it but the lock. */
  readonly isConfigured: boolean;
}

/** The name of the only target of an SDK that is made without a workflow. */
const ONLY_TARGET = "typescript";

/** What `--schema`, `--out` and their companions say. */
export interface SchemaArguments {
  readonly schema: string;
  readonly out: string;
  readonly name?: string;
  readonly packageName?: string;
}

/** The job of `generate --schema FILE --out DIR`. A gen.yaml that is in the folder already is honoured. */
export async function schemaJob(
  { schema, out, name, packageName }: SchemaArguments,
  folder: string,
  options: ReadOptions,
): Promise<Outcome<Job>> {
  const root = resolve(folder, out);
  const location = toLocation(join(root, ".speakeasy/gen.yaml"), folder);
  const found = await readConfig(location, options, true);
  if (!found.value) return failed(...found.problems);
  const config: GenConfig = {
    ...found.value,
    ...(name !== undefined && { sdkClassName: name }),
    ...(packageName !== undefined && { packageName }),
  };
  const source: Source = {
    inputs: [toLocation(schema, folder)],
    overlays: [],
    folder: toLocation(folder, folder),
  };
  return done(
    { target: ONLY_TARGET, root, source, config, configFiles: [location], isConfigured: false },
    found.problems,
  );
}

/** The jobs of the workflow in a folder: all of them, or the named one. */
export async function workflowJobs(
  folder: string,
  target: string | undefined,
  options: ReadOptions,
): Promise<Outcome<readonly Job[]>> {
  const location = toLocation(join(folder, ".speakeasy/workflow.yaml"), folder);
  const file = await read(location, options);
  if (!file.value) return failed(...file.problems.map((problem) => withoutWorkflow(problem)));
  const workflow = readWorkflow(file.value.value, display(location));
  if (!workflow.value) return failed(...workflow.problems);
  const { sources, targets } = workflow.value;
  const chosen = target === undefined ? targets : targets.filter(({ name }) => name === target);
  if (chosen.length === 0)
    return failed(...workflow.problems, unknownTarget(target ?? "", targets));
  const problems: Problem[] = [...workflow.problems];
  const jobs: Job[] = [];
  for (const one of chosen) {
    const config = toLocation(one.config, folder);
    const outcome = await readConfig(config, options, false);
    problems.push(...outcome.problems);
    const { inputs = [], overlays = [] } = sources.get(one.source) ?? {};
    if (!outcome.value) continue;
    jobs.push({
      target: one.name,
      root: resolve(folder, one.output),
      source: {
        inputs: inputs.map((input) => toLocation(input, folder)),
        overlays: overlays.map((overlay) => toLocation(overlay, folder)),
        folder: toLocation(folder, folder),
      },
      config: outcome.value,
      configFiles: [location, config],
      isConfigured: true,
    });
  }
  return jobs.length === chosen.length ? done(jobs, problems) : failed(...problems);
}

async function readConfig(
  location: URL,
  options: ReadOptions,
  isOptional: boolean,
): Promise<Outcome<GenConfig>> {
  const file = await read(location, options);
  if (file.value) return readGenConfig(file.value.value, display(location));
  const isAbsent = file.problems.some(({ code }) => code === "missing-file");
  return isOptional && isAbsent ? done({}) : failed(...file.problems);
}

function withoutWorkflow(problem: Problem): Problem {
  if (problem.code !== "missing-file") return problem;
  return {
    ...problem,
    code: "no-workflow",
    message: "There is no .speakeasy/workflow.yaml in this folder.",
    help: "Run the command where there is one, or give --schema FILE and --out DIR.",
  };
}

function unknownTarget(target: string, targets: readonly WorkflowTarget[]): Problem {
  const names = targets.map(({ name }) => name);
  const near = nearest(target, names);
  return error({
    code: "unknown-target",
    pointer: ".speakeasy/workflow.yaml#/targets",
    message: `There is no target \`${target}\`.`,
    help: near === undefined ? `There are: ${names.join(", ")}.` : `Did you mean \`${near}\`?`,
  });
}

/** The files of a run that lie inside the output folder, relative to it: they must survive. */
export function keptFiles({ root }: Job, files: readonly URL[]): readonly string[] {
  return files
    .filter(({ protocol }) => protocol === "file:")
    .map((file) => relative(root, fileURLToPath(file)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(".."));
}

/** The name for the copy of the document in a repository of its own. */
export function copyName(source: Source): string {
  const [first] = source.inputs;
  const name = first ? basename(first.pathname) : "";
  return /\.json$/i.test(name) ? "openapi.json" : "openapi.yaml";
}
