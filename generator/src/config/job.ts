import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import type { Source } from "../load/index.js";
import { type ReadOptions, display, read, toLocation } from "../load/read.js";
import { nearest } from "../strings/spelling.js";
import { type GenConfig, readGenConfig } from "./gen-config.js";
import { type WorkflowTarget, readWorkflow } from "./workflow.js";

/** One SDK to write, with all that the command line and the configuration say about it. */
export interface Job {
  /** The name under which `gen.lock` lists the files. */
  readonly target: string;
  /** An absolute path. */
  readonly root: string;
  readonly source: Source;
  /** The name of the source in workflow.yaml. */
  readonly sourceName?: string;
  readonly config: GenConfig;
  /** Configuration files, to watch. */
  readonly configFiles: readonly URL[];
  /** True if `.speakeasy` exists already: then nothing but the lock file is written into it. */
  readonly isConfigured: boolean;
}

/** The name of the only target of an SDK without a workflow. */
const ONLY_TARGET = "typescript";

/** `--schema`, `--out` and the options that go with them. */
export interface SchemaArguments {
  readonly schema: string;
  readonly out: string;
  readonly name?: string;
  readonly packageName?: string;
}

/**
 * The job of `generate --schema FILE --out DIR`. Uses the gen.yaml in the folder if there is one.
 */
export async function schemaJob(
  { schema, out, name, packageName }: SchemaArguments,
  folder: string,
  options: ReadOptions,
): Promise<StageResult<Job>> {
  const root = resolve(folder, out);
  const location = toLocation(join(root, ".speakeasy/gen.yaml"), folder);
  const found = await readConfig(location, options, true);
  if (!found.value) return failed(...found.diagnostics);
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
    found.diagnostics,
  );
}

/** The jobs of the workflow in a folder: all of them, or the named one. */
export async function workflowJobs(
  folder: string,
  target: string | undefined,
  options: ReadOptions,
): Promise<StageResult<readonly Job[]>> {
  const location = toLocation(join(folder, ".speakeasy/workflow.yaml"), folder);
  const file = await read(location, options);
  if (!file.value) return failed(...file.diagnostics.map(withoutWorkflow));
  const workflow = readWorkflow(file.value.value, display(location));
  if (!workflow.value) return failed(...workflow.diagnostics);
  const { sources, targets } = workflow.value;
  const chosen = target === undefined ? targets : targets.filter(({ name }) => name === target);
  if (chosen.length === 0)
    return failed(...workflow.diagnostics, unknownTarget(target ?? "", targets));
  const diagnostics: Diagnostic[] = [...workflow.diagnostics];
  const jobs: Job[] = [];
  for (const one of chosen) {
    const config = toLocation(one.config, folder);
    const result = await readConfig(config, options, false);
    diagnostics.push(...result.diagnostics);
    const { inputs = [], overlays = [] } = sources.get(one.source) ?? {};
    if (!result.value) continue;
    jobs.push({
      target: one.name,
      root: resolve(folder, one.output),
      sourceName: one.source,
      source: {
        inputs: inputs.map((input) => toLocation(input, folder)),
        overlays: overlays.map((overlay) => toLocation(overlay, folder)),
        folder: toLocation(folder, folder),
      },
      config: result.value,
      configFiles: [location, config],
      isConfigured: true,
    });
  }
  return jobs.length === chosen.length ? done(jobs, diagnostics) : failed(...diagnostics);
}

async function readConfig(
  location: URL,
  options: ReadOptions,
  isOptional: boolean,
): Promise<StageResult<GenConfig>> {
  const file = await read(location, options);
  if (file.value) return readGenConfig(file.value.value, display(location));
  const isAbsent = file.diagnostics.some(({ code }) => code === "file-missing");
  return isOptional && isAbsent ? done({}) : failed(...file.diagnostics);
}

function withoutWorkflow(found: Diagnostic): Diagnostic {
  if (found.code !== "file-missing") return found;
  const message = "There is no .speakeasy/workflow.yaml in this folder.";
  return diagnostic("workflow-missing", found.pointer, message);
}

function unknownTarget(target: string, targets: readonly WorkflowTarget[]): Diagnostic {
  const names = targets.map(({ name }) => name);
  const near = nearest(target, names);
  return diagnostic(
    "target-unknown",
    ".speakeasy/workflow.yaml#/targets",
    `There is no target \`${target}\`.`,
    near === undefined ? `Choose one of ${names.join(", ")}.` : `Did you mean \`${near}\`?`,
  );
}

/** The input files that lie in the output folder, relative to it. They must never be deleted. */
export function keptFiles({ root }: Job, files: readonly URL[]): readonly string[] {
  return files
    .filter(({ protocol }) => protocol === "file:")
    .map((file) => relative(root, fileURLToPath(file)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(".."));
}

/** The file name for the copy of the document in a standalone repository. */
export function copyName(source: Source): string {
  const [first] = source.inputs;
  const name = first ? basename(first.pathname) : "";
  return /\.json$/i.test(name) ? "openapi.json" : "openapi.yaml";
}
