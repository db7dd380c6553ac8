import { execFile } from "node:child_process";

/** How a process is run. */
export interface ProcessOptions {
  readonly cwd: string;
  /** Default: that of this process, without what would tell programs of a terminal, or options of Node. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Longer than anything here takes on a busy machine. */
const PATIENCE_MS = 180_000;

/** Runs a program to its end. Answers what it printed; throws with what it said last where it failed. */
export function runProcess(
  file: string,
  args: readonly string[],
  { cwd, env }: ProcessOptions,
): Promise<string> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const options = {
    cwd,
    env: { ...inherited, NO_COLOR: "1", ...env },
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
  };
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const said = `${stdout}\n${stderr}`.trim();
      const reason = error.killed ? `no end after ${PATIENCE_MS / 1000} s. ` : "";
      reject(new Error(reason + (said === "" ? error.message : said), { cause: error }));
    });
  });
}
