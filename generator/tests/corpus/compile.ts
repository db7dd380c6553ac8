import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const compiler: string = fileURLToPath(
  new URL("../../../node_modules/typescript7/bin/tsc", import.meta.url),
);

/** The strictest flags that a user may have. */
export const STRICTEST: Readonly<Record<string, unknown>> = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable", "ESNext.Disposable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
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

/** Compiles `src` of a generated package and returns the errors, one per line. */
export function compile(folder: string): readonly string[] {
  const project = join(folder, "tsconfig.strictest.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: STRICTEST, include: ["src"] }));
  const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", project], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return [];
  return stdout.split("\n").filter((line) => line.includes("error TS"));
}
