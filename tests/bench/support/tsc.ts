import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";

/** The statistics of the compiler. */
export interface Diagnostics {
  readonly instantiations: number;
  /** The memory in MB. */
  readonly memory: number;
}

/** Options of a type check. */
export interface TscOptions {
  /** The configuration file. Defaults to tsconfig.json. */
  readonly config?: string;
  /** Whether errors are allowed. Defaults to false. */
  readonly evenWithErrors?: boolean;
  /** Only parses the sources: the minimum for any program with them. */
  readonly unchecked?: boolean;
}

/**
 * Type-checks a project with TypeScript 7. Single-threaded, because the distribution of files on
 * threads changes the counts.
 */
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

/** Sources whose declarations are written. */
export interface Emitting {
  /** Where the configuration file is written, named after the sources. */
  readonly folder: string;
  readonly name: string;
  readonly include: readonly string[];
  readonly rootDir: string;
  readonly outDir: string;
}

/** Writes the declarations of sources, with the settings of this repository. */
export async function emit({ folder, name, include, ...places }: Emitting): Promise<void> {
  const config = join(folder, `${name}.json`);
  const compilerOptions = {
    ...places,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    isolatedDeclarations: false,
  };
  const settings = { extends: join(repository, "tsconfig.json"), compilerOptions, include };
  writeFileSync(config, JSON.stringify({ ...settings, exclude: [] }));
  const compiler = join(repository, "node_modules/typescript7/bin/tsc");
  const { failed, stdout } = await outcome([compiler, "-p", config]);
  if (failed) throw new Error(`tsc finds mistakes in ${name}:\n${stdout}`);
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
