import { execFile } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";

/** What the compiler says about its work. */
export interface Diagnostics {
  readonly instantiations: number;
  /** In MB. */
  readonly memory: number;
}

/** How a project is checked. */
export interface TscOptions {
  /** Default: tsconfig.json. */
  readonly config?: string;
  /** Its work counts although it finds mistakes. Default: it must find none. */
  readonly evenWithErrors?: boolean;
  /** Sources are read and nothing more: what any program over them takes at least. */
  readonly unchecked?: boolean;
}

/** Type-checks a project with TypeScript 7. Single-threaded: how files fall on threads changes the counts. */
export async function tsc(folder: string, options: TscOptions = {}): Promise<Diagnostics> {
  const { config = "tsconfig.json", evenWithErrors = false, unchecked = false } = options;
  const compiler = join(repository, "node_modules/typescript7/bin/tsc");
  const flags = ["--noEmit", "--extendedDiagnostics", "--singleThreaded"];
  if (unchecked) flags.push("--noCheck");
  const args = [compiler, "-p", join(folder, config), ...flags];
  const { failed, stdout } = await outcome(args);
  if (failed && !evenWithErrors) throw new Error(`tsc finds mistakes in ${config}:\n${stdout}`);
  return {
    instantiations: numberAfter("Instantiations", stdout),
    memory: numberAfter("Memory used", stdout) / 1_000,
  };
}

function outcome(args: readonly string[]): Promise<{ failed: boolean; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 1e8 }, (error, stdout) => {
      resolve({ failed: error !== null, stdout });
    });
  });
}

function numberAfter(label: string, text: string): number {
  const found = new RegExp(`${label}:\\s+([\\d.]+)`).exec(text);
  if (found === null) throw new Error(`tsc says nothing about ${label}:\n${text}`);
  return Number(found[1]);
}
