import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const repository = new URL("../../../", import.meta.url);
const tsx = fileURLToPath(new URL("node_modules/tsx/dist/cli.mjs", repository));
const cli = fileURLToPath(new URL("generator/src/cli.ts", repository));

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program until it exits, with any code. */
export async function ended(
  folder: string,
  program: string,
  ...args: readonly string[]
): Promise<Ended> {
  return await new Promise((done) => {
    const options = { cwd: folder, env: environment(), maxBuffer: 2 ** 26 };
    const child = execFile(program, args, options, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

/** Runs the command in a process of its own. */
export async function command(folder: string, ...args: readonly string[]): Promise<Ended> {
  return await ended(folder, process.execPath, tsx, cli, ...args);
}

/**
 * Without the variables that this test runner, and the npm that may have started it, set for their
 * children.
 */
function environment(): NodeJS.ProcessEnv {
  const foreign =
    /^(?:VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|npm_(?!config_(?:registry|cache)$))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
