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

/** Only `strict`, for a bundler: what any user has. */
export const PLAIN: CompilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "Bundler",
  types: ["node"],
  typeRoots: [types],
  noEmit: true,
  strict: true,
  skipLibCheck: true,
};

/** `compilerOptions` of a tsconfig.json. */
export type CompilerOptions = Readonly<Record<string, unknown>>;

/** An error of the compiler. */
export interface CompileError {
  /** Relative to the compiled folder. */
  readonly file: string;
  /** `TS2322: Type 'null' is not assignable to type 'string'.` */
  readonly message: string;
}

/** Compiles the included files of a folder, by default with the strictest flags. */
export function compile(
  folder: string,
  include: readonly string[],
  compilerOptions: CompilerOptions = STRICTEST,
): readonly CompileError[] {
  const project = join(folder, "tsconfig.corpus.json");
  writeFileSync(project, JSON.stringify({ compilerOptions, include }));
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

/**
 * Compiles SDKs together, which takes less time than one by one, and returns the errors of each, at
 * most three.
 *
 * @param sdks - The subfolders of the folder.
 * @param sources - What to compile in each of them.
 */
export function compileEach(
  folder: string,
  sdks: readonly string[],
  sources: string,
  compilerOptions: CompilerOptions = STRICTEST,
): ReadonlyMap<string, readonly string[]> {
  const results = new Map<string, readonly string[]>();
  for (let open = sdks; open.length > 0;) {
    const include = open.map((sdk) => `${sdk}/${sources}`);
    const errors = new Map<string, CompileError[]>(open.map((sdk) => [sdk, []]));
    for (const error of compile(folder, include, compilerOptions))
      errors.get(sdkOf(error))?.push(error);
    // The compiler looks at types only if all of the syntax is right.
    const broken = open.filter((sdk) => errors.get(sdk)?.some(({ message }) => isSyntax(message)));
    for (const sdk of broken.length > 0 ? broken : open) {
      const lines = (errors.get(sdk) ?? []).map(({ file, message }) => `${file}: ${message}`);
      results.set(sdk, lines.slice(0, 3));
    }
    open = open.filter((sdk) => !results.has(sdk));
  }
  return results;
}

/** True for the message of a syntax error. */
export function isSyntax(message: string): boolean {
  return /^TS1\d{3}:/.test(message);
}

function sdkOf({ file }: CompileError): string {
  return file.split(/[\\/]/)[0] ?? "";
}
