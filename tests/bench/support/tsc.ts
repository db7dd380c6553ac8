import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../size/bundle.js";

/** What the compiler says about its work. */
export interface Diagnostics {
  readonly instantiations: number;
  /** In MB. */
  readonly memory: number;
}

/** Type-checks a project with TypeScript 7. Single-threaded: how files fall on threads changes the counts. */
export async function tsc(folder: string, config = "tsconfig.json"): Promise<Diagnostics> {
  const compiler = join(repository, "node_modules/typescript7/bin/tsc");
  const flags = ["--noEmit", "--extendedDiagnostics", "--singleThreaded"];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [compiler, "-p", join(folder, config), ...flags],
    { maxBuffer: 1e8 },
  );
  return {
    instantiations: numberAfter("Instantiations", stdout),
    memory: numberAfter("Memory used", stdout) / 1_000,
  };
}

function numberAfter(label: string, text: string): number {
  const found = new RegExp(`${label}:\\s+([\\d.]+)`).exec(text);
  if (found === null) throw new Error(`tsc says nothing about ${label}:\n${text}`);
  return Number(found[1]);
}
