import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { compile, isSyntax } from "../corpus/compile.js";
import type { Files } from "./files.js";
import { repository, sandbox } from "./workspace.js";

/** The folder of the SDKs and programs. */
export const project: string = join(sandbox, "project");

/** The folder of the helpers that programs import, in the repository and in the project. */
export const support = "generator/tests/conformance/support";

/** The folders of programs in the project: those that count, and those with options by hand. */
export type ProgramFolder = "programs" | "by-hand";

/** Where the program of a scenario is, relative to the project. */
export function programFile(name: string, folder: ProgramFolder = "programs"): string {
  return `${folder}/${name}.ts`;
}

/** Empties the project and copies the runtime and the helpers of the programs into it. */
export function prepareProject(): void {
  rmSync(project, { recursive: true, force: true });
  for (const folder of ["src/lib", "src/node", support])
    cpSync(join(repository, folder), join(project, folder), { recursive: true });
}

/** Writes the programs, the file that runs them all, and the files that they send. */
export function writePrograms(
  programs: ReadonlyMap<string, string>,
  files: Files,
  folder: ProgramFolder,
): void {
  for (const [name, text] of programs) writeProjectFile(programFile(name, folder), text);
  const entries = [...programs.keys()].map(
    (name) => `  ${name}: () => import("./${folder}/${name}.js"),`,
  );
  const main = [
    `import { runAll } from "./${support}/run-all.js";`,
    "",
    "await runAll({",
    ...entries,
    "});",
    "",
  ].join("\n");
  writeProjectFile("main.ts", main);
  writeProjectFile("files.ts", files.module());
}

function writeProjectFile(path: string, text: string): void {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Compiles the whole project with the strictest flags and returns the errors by file. */
export function compileProject(): ReadonlyMap<string, readonly string[]> {
  writeProjectFile("package.json", JSON.stringify({ private: true, type: "module" }));
  const errors = new Map<string, string[]>();
  const include = ["*.ts", "programs", "sdks", "generator", "src"];
  for (const { file, message } of compile(project, include)) {
    if (isSyntax(message)) throw new Error(`${file}: ${message}`);
    errors.set(file, [...(errors.get(file) ?? []), message]);
  }
  return errors;
}

/** Bundles the programs and returns the file to run. Types are not looked at. */
export async function bundleProject(): Promise<string> {
  const outfile = join(project, "main.mjs");
  await build({
    entryPoints: [join(project, "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
