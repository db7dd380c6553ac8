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

/** What a run needs from its environment. */
export interface Environment {
  /** The current folder. */
  readonly folder: string;
  readonly stages: Stages;
  /** A digest of this program, if it is always the same. */
  readonly program?: string | undefined;
  /** Prints a line of the report. */
  readonly print: (line: string) => void;
  /** Prints a diagnostic or a usage error. */
  readonly printError: (line: string) => void;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
}

type Task = Extract<Command, { kind: "generate" | "check" }>;

/**
 * Runs the command line and returns the exit code: 0 for success, 1 for errors or differences, 2
 * for wrong usage.
 */
export async function run(argv: readonly string[], environment: Environment): Promise<number> {
  const command = parseCommand(argv);
  switch (command.kind) {
    case "help":
      environment.print(HELP.trimEnd());
      return 0;
    case "version":
      environment.print(packageVersion());
      return 0;
    case "usage":
      environment.printError(`${command.message}.\nTry --help.`);
      return 2;
    default:
      return command.watch
        ? await watchTask(command, environment)
        : (await runTask(command, environment)).code;
  }
}

interface TaskResult {
  readonly code: number;
  /** The files that the result depends on. */
  readonly files: readonly URL[];
}

async function runTask(task: Task, environment: Environment): Promise<TaskResult> {
  const jobs = await jobsOf(task, environment);
  printDiagnostics(jobs.diagnostics, undefined, environment);
  if (!jobs.value) return { code: 1, files: [] };
  const results: JobResult[] = [];
  for (const job of jobs.value) results.push(await runJob(job, task, environment));
  const code =
    task.kind === "check"
      ? reportChecked(results, environment)
      : writeResults(results, environment);
  return { code, files: results.flatMap(({ files }) => files) };
}

async function jobsOf(task: Task, { folder }: Environment): Promise<StageResult<readonly Job[]>> {
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

interface JobResult {
  readonly changes: Changes | undefined;
  readonly files: readonly URL[];
  readonly ms: number;
}

async function runJob(job: Job, task: Task, environment: Environment): Promise<JobResult> {
  const start = performance.now();
  const result: StageResult<Generated> = await generate(
    job,
    environment.stages,
    task,
    environment.program,
  );
  printDiagnostics(result.diagnostics, job, environment);
  const inputs = [...job.configFiles, ...job.source.inputs, ...job.source.overlays];
  return {
    changes: hasErrors(result.diagnostics) ? undefined : result.value?.changes,
    files: result.value?.files ?? inputs,
    ms: performance.now() - start,
  };
}

/** Writes all targets, or none if one of them has an error. */
function writeResults(results: readonly JobResult[], environment: Environment): number {
  const ready = results.flatMap(({ changes, ms }) => (changes ? [{ changes, ms }] : []));
  if (ready.length < results.length) {
    environment.printError("Nothing was written.");
    return 1;
  }
  const start = performance.now();
  const diagnostics = write(ready.map(({ changes }) => changes));
  printDiagnostics(diagnostics, undefined, environment);
  if (hasErrors(diagnostics)) return 1;
  const writing = (performance.now() - start) / ready.length;
  for (const { changes, ms } of ready) {
    for (const line of formatWritten(changes, ms + writing)) environment.print(line);
  }
  return 0;
}

function reportChecked(results: readonly JobResult[], environment: Environment): number {
  for (const { changes, ms } of results) {
    for (const line of changes ? formatChecked(changes, ms) : []) environment.print(line);
  }
  return results.some(({ changes }) => !changes || isDifferent(changes)) ? 1 : 0;
}

function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  job: Job | undefined,
  environment: Environment,
): void {
  for (const text of formatDiagnostics(diagnostics, job)) environment.printError(text);
}

async function watchTask(task: Task, environment: Environment): Promise<number> {
  await watch(async () => {
    const { files } = await runTask(task, environment);
    environment.print("Waiting for changes. Press Ctrl+C to stop.");
    return files;
  }, environment.signal);
  return 0;
}
