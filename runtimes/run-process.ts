import { execFile } from "node:child_process";

/** Options of {@link runProcess}. */
export interface ProcessOptions {
  /** The working directory. */
  readonly cwd: string;
  /** The environment. Defaults to that of this process, without colors and options of Node. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Longer than any process takes on a busy machine. */
const TIMEOUT_MS = 180_000;

/**
 * Runs a program to its end and returns its output. Throws an error with the output if the program
 * fails.
 */
export function runProcess(
  file: string,
  args: readonly string[],
  { cwd, env }: ProcessOptions,
): Promise<string> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const options = {
    cwd,
    env: { ...inherited, NO_COLOR: "1", ...env },
    timeout: TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
  };
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const output = `${stdout}\n${stderr}`.trim();
      const reason = error.killed ? `timed out after ${TIMEOUT_MS / 1000} s. ` : "";
      reject(new Error(reason + (output === "" ? error.message : output), { cause: error }));
    });
  });
}
