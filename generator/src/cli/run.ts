import { dirname, resolve } from "node:path";
import { type Job, schemaJob, workflowJobs } from "../config/job.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, hasErrors } from "../diagnostics/stage-result.js";
import { packageVersion } from "../load/package.js";
import type { Changes } from "../write/compare.js";
import { isDifferent, write } from "../write/index.js";
import { HELP, type Command, parseCommand } from "./arguments.js";
import { type Generated, type Stages, generate } from "./generate.js";
import type { Paint } from "./colors.js";
import { type Progress, progressOn } from "./progress.js";
import { type Outcome, type Reporter, jsonReporter, textReporter } from "./reporter.js";
import { defaultPath, suggestFor } from "./suggest.js";
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
  /** Styles what `print` prints, and what `printError` prints. Without it, they are plain. */
  readonly paint?: Paint | undefined;
  readonly paintError?: Paint | undefined;
  /** Writes to the terminal on which progress is shown. Without it, no progress is shown. */
  readonly terminal?: ((text: string) => void) | undefined;
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
      environment.printError(`${command.message.replace(/[^.?]$/, "$&.")}\nTry --help.`);
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
  const progress = progressOn(task.json ? undefined : environment.terminal);
  const reporter = reporterOf(task, environment, progress);
  const jobs = await jobsOf(task, environment);
  reporter.found(jobs.diagnostics);
  if (!jobs.value) {
    reporter.end({ code: 1, isWritten: false });
    return { code: 1, files: [] };
  }
  if (task.suggest) return await suggestAll(jobs.value, task, task.suggest, environment, reporter);
  const results: JobResult[] = [];
  for (const job of jobs.value)
    results.push(await runJob(job, task, environment, reporter, progress));
  const outcome =
    task.kind === "check"
      ? { code: reportChecked(results, reporter), isWritten: false }
      : writeResults(results, reporter, progress);
  reporter.end(outcome);
  return { code: outcome.code, files: results.flatMap(({ files }) => files) };
}

/** Writes the suggestions for each document once, even if several targets share it. */
async function suggestAll(
  jobs: readonly Job[],
  { allowRemote, allowOutside, json, verbosity }: Task,
  { overlay, force }: NonNullable<Task["suggest"]>,
  { folder, stages, printError }: Environment,
  reporter: Reporter,
): Promise<TaskResult> {
  if (overlay !== undefined && jobs.length > 1) {
    printError("--overlay names one file, and there are several targets.\nPass --target.");
    return { code: 2, files: [] };
  }
  const path = overlay === undefined ? undefined : resolve(folder, overlay);
  const done = new Set<string>();
  let code = 0;
  for (const job of jobs) {
    const file = path ?? defaultPath(job);
    if (done.has(file)) continue;
    done.add(file);
    const options = { allowRemote, allowOutside, overlay: file, force };
    const { value, diagnostics } = await suggestFor(job, stages, options);
    // What the SDK cannot express is for the run that generates it.
    const isAll = json || verbosity === "verbose";
    reporter.found(isAll ? diagnostics : diagnostics.filter(isError), job);
    if (value && !hasErrors(diagnostics)) reporter.suggested(value, job);
    else code = 1;
  }
  reporter.end({ code, isWritten: code === 0 });
  return { code, files: [] };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** A reporter that removes the line of progress before it prints. */
function reporterOf(task: Task, environment: Environment, progress: Progress): Reporter {
  const { print, printError, paint, paintError } = environment;
  const alone =
    (print: (line: string) => void) =>
    (line: string): void => {
      progress.clear();
      print(line);
    };
  const output = { print: alone(print), printError: alone(printError), paint, paintError };
  return task.json ? jsonReporter(task, output) : textReporter(task, output);
}

async function jobsOf(task: Task, { folder }: Environment): Promise<StageResult<readonly Job[]>> {
  const { schema, name, packageName, target } = task;
  // Suggestions need no output.
  const out = task.out ?? (task.suggest && schema !== undefined ? dirname(schema) : undefined);
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

async function runJob(
  job: Job,
  task: Task,
  { stages, program }: Environment,
  reporter: Reporter,
  progress: Progress,
): Promise<JobResult> {
  const start = performance.now();
  const { allowRemote, allowOutside } = task;
  const result: StageResult<Generated> = await generate(job, stages, {
    allowRemote,
    allowOutside,
    program,
    onStage: (stage) => progress.begin(stage, job.target),
  });
  progress.clear();
  reporter.found(result.diagnostics, job);
  const inputs = [...job.configFiles, ...job.source.inputs, ...job.source.overlays];
  return {
    changes: hasErrors(result.diagnostics) ? undefined : result.value?.changes,
    files: result.value?.files ?? inputs,
    ms: performance.now() - start,
  };
}

/** Writes all targets, or none if one of them has an error. */
function writeResults(
  results: readonly JobResult[],
  reporter: Reporter,
  progress: Progress,
): Outcome {
  const ready = results.flatMap(({ changes, ms }) => (changes ? [{ changes, ms }] : []));
  if (ready.length < results.length) return { code: 1, isWritten: false };
  const start = performance.now();
  progress.begin("write", ready.map(({ changes }) => changes.target).join(", "));
  const diagnostics = write(ready.map(({ changes }) => changes));
  progress.clear();
  reporter.found(diagnostics);
  if (hasErrors(diagnostics)) return { code: 1, isWritten: true };
  const writing = (performance.now() - start) / ready.length;
  for (const { changes, ms } of ready) reporter.compared(changes, ms + writing);
  return { code: 0, isWritten: true };
}

function reportChecked(results: readonly JobResult[], reporter: Reporter): number {
  for (const { changes, ms } of results) if (changes) reporter.compared(changes, ms);
  return results.some(({ changes }) => !changes || isDifferent(changes)) ? 1 : 0;
}

async function watchTask(task: Task, environment: Environment): Promise<number> {
  await watch(async () => {
    const { files } = await runTask(task, environment);
    environment.print("Waiting for changes. Press Ctrl+C to stop.");
    return files;
  }, environment.signal);
  return 0;
}
