import { join } from "node:path";
import type { Case, CaseEnvironment } from "../target.js";
import { NotRun } from "../outcome.js";
import { runProcess } from "../run-process.js";
import { printedConnectionsCase } from "./printed-connections.js";
import { printedErrorsCase } from "./printed-errors.js";

/** The programs for command lines. See `programs/`. */
type Program =
  | "program"
  | "emulator"
  | "node-transport"
  | "printed-errors"
  | "printed-connections"
  | "handlers";

/** The program to run, and its format. Defaults to `programs/esm/program.js`. */
export interface Launch {
  readonly program?: Program;
  readonly format?: "esm" | "cjs";
}

/**
 * How a runtime runs a file: its executable and the arguments before the file. Throws `NotRun` if
 * it is not installed.
 */
export type Runner = (run: { readonly project: string; readonly program: Program }) => {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs one of the programs with a runtime that has a command line. */
export async function launch(
  runner: Runner,
  where: CaseEnvironment,
  options: Launch = {},
): Promise<void> {
  const { program = "program", format = "esm" } = options;
  const project = program === "emulator" ? where.sdk.withPeers : where.sdk.project;
  const file = join(project, "programs", format, `${program}.js`);
  await launchFile(runner, where.url, { project, program, file });
}

/** Runs a file that contains a program, such as a bundle. */
export async function launchFile(
  runner: Runner,
  url: string,
  run: { readonly project: string; readonly program: Program; readonly file: string },
): Promise<void> {
  const { file, args, env } = runner(run);
  const launcher = join(run.project, "programs/esm/launch.js");
  await runProcess(file, [...args, launcher, run.file, url], {
    cwd: run.project,
    ...(env && { env }),
  });
}

/** The output of a program that has to fail. */
export function outputOf(running: Promise<void>): Promise<string> {
  return running.then(
    () => {
      throw new Error("the program did not fail");
    },
    (error: unknown) => (error as Error).message, // of `runProcess`
  );
}

/** The cases of every runtime that has a command line. */
export function commandLineCases(
  runtime: string,
  version: () => string,
  runner: Runner,
  { transport }: { transport: boolean } = { transport: true },
): readonly Case[] {
  const one = (what: string, options: Launch): Case => ({
    runtime,
    what,
    version,
    run: (where) => launch(runner, where, options),
  });
  const node: Case = {
    ...one("connections-sdk/node", { program: "node-transport" }),
    run: (where) => {
      if (!("./node" in where.sdk.exports)) throw new NotRun("the package has no such entry");
      return launch(runner, where, { program: "node-transport" });
    },
  };
  return [
    one("ES modules", {}),
    one("CommonJS", { format: "cjs" }),
    ...(transport ? [node] : []),
    one("the emulator", { program: "emulator" }),
    printedErrorsCase(runtime, version, runner),
    printedConnectionsCase(runtime, version, runner),
  ];
}
