import { type Job, schemaJob, workflowJobs } from "../config/job.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, hasErrors } from "../diagnostics/stage-result.js";
import { packageVersion } from "../load/package.js";
import type { Changes } from "../write/compare.js";
import { isDifferent, write } from "../write/index.js";
import { HELP, type Command, parseCommand } from "./arguments.js";
import { type Generated, type Stages, generate } from "./generate.js";
import { formatChecked, formatDiagnostics, formatWritten } from "./report.js";
import { watch } from "./watch.js";

/** What a run needs of the world around it. */
export interface Surroundings {
  /** The current folder. */
  readonly folder: string;
  readonly stages: Stages;
  /** Takes a line of what was done. */
  readonly print: (line: string) => void;
  /** Takes a diagnostic or a usage error. */
  readonly complain: (line: string) => void;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
}

type Task = Extract<Command, { kind: "generate" | "check" }>;

/** Runs the command line; answers the exit code. 0: done, 1: diagnostics or differences, 2: wrong usage. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  const command = parseCommand(argv);
  switch (command.kind) {
    case "help":
      around.print(HELP.trimEnd());
      return 0;
    case "version":
      around.print(packageVersion());
      return 0;
    case "usage":
      around.complain(`${command.message}.\nTry --help.`);
      return 2;
    default:
      return command.watch
        ? await watchTask(command, around)
        : (await runTask(command, around)).code;
  }
}

interface Ran {
  readonly code: number;
  /** The files on which the result depends. */
  readonly files: readonly URL[];
}

async function runTask(task: Task, around: Surroundings): Promise<Ran> {
  const jobs = await jobsOf(task, around);
  complain(jobs.diagnostics, undefined, around);
  if (!jobs.value) return { code: 1, files: [] };
  const results: Result[] = [];
  for (const job of jobs.value) results.push(await runJob(job, task, around));
  const code = task.kind === "check" ? reportChecked(results, around) : finish(results, around);
  return { code, files: results.flatMap(({ files }) => files) };
}

async function jobsOf(task: Task, { folder }: Surroundings): Promise<StageResult<readonly Job[]>> {
  const { schema, out, name, packageName, target } = task;
  if (schema === undefined || out === undefined) return await workflowJobs(folder, target, task);
  const job = await schemaJob(
    {
      schema,
      out,
      ...(name !== undefined && { name }),
      ...(packageName !== undefined && { packageName }),
    },
    folder,
    task,
  );
  return { value: job.value && [job.value], diagnostics: job.diagnostics };
}

interface Result {
  readonly changes: Changes | undefined;
  readonly files: readonly URL[];
  readonly ms: number;
}

async function runJob(job: Job, task: Task, around: Surroundings): Promise<Result> {
  const start = performance.now();
  const result: StageResult<Generated> = await generate(job, around.stages, task);
  complain(result.diagnostics, job, around);
  const inputs = [...job.configFiles, ...job.source.inputs, ...job.source.overlays];
  return {
    changes: hasErrors(result.diagnostics) ? undefined : result.value?.changes,
    files: result.value?.files ?? inputs,
    ms: performance.now() - start,
  };
}

/** Writes all targets or, if one of them has an error, none. */
function finish(results: readonly Result[], around: Surroundings): number {
  const ready = results.flatMap(({ changes, ms }) => (changes ? [{ changes, ms }] : []));
  if (ready.length < results.length) {
    around.complain("Nothing was written.");
    return 1;
  }
  const start = performance.now();
  const diagnostics = write(ready.map(({ changes }) => changes));
  complain(diagnostics, undefined, around);
  if (hasErrors(diagnostics)) return 1;
  const writing = (performance.now() - start) / ready.length;
  for (const { changes, ms } of ready) {
    for (const line of formatWritten(changes, ms + writing)) around.print(line);
  }
  return 0;
}

function reportChecked(results: readonly Result[], around: Surroundings): number {
  for (const { changes, ms } of results) {
    for (const line of changes ? formatChecked(changes, ms) : []) around.print(line);
  }
  return results.some(({ changes }) => !changes || isDifferent(changes)) ? 1 : 0;
}

function complain(
  diagnostics: readonly Diagnostic[],
  job: Job | undefined,
  around: Surroundings,
): void {
  for (const text of formatDiagnostics(diagnostics, job)) around.complain(text);
}

async function watchTask(task: Task, around: Surroundings): Promise<number> {
  await watch(async () => {
    const { files } = await runTask(task, around);
    around.print("Waiting for changes; Ctrl+C ends.");
    return files;
  }, around.signal);
  return 0;
}
