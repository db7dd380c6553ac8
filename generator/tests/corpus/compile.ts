import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(
  new URL("../../../node_modules/typescript7/bin/tsc", import.meta.url),
);
const types = fileURLToPath(new URL("../../../node_modules/@types", import.meta.url));

/** The strictest flags that a user may have. */
const STRICTEST = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable", "ESNext.Disposable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
  typeRoots: [types],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
};

/** An error of the compiler. */
export interface CompileError {
  /** Relative to the compiled folder. */
  readonly file: string;
  /** `TS2322: Type 'null' is not assignable to type 'string'.` */
  readonly message: string;
}

/** Compiles the included files of a folder with the strictest flags and returns the errors. */
export function compile(folder: string, include: readonly string[]): readonly CompileError[] {
  const project = join(folder, "tsconfig.strictest.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: STRICTEST, include }));
  const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", project], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return [];
  const errors = stdout.split("\n").flatMap((line): CompileError[] => {
    const [, file, message] = /^(.+?)\(\d+,\d+\): error (TS.+)$/.exec(line) ?? [];
    return file === undefined || message === undefined ? [] : [{ file, message }];
  });
  if (errors.length === 0) throw new Error(`The compiler ended with ${status}.\n${stdout}`);
  return errors;
}
