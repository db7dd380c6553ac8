import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HooksExport } from "../output/emit-options.js";

/** The files of the SDK's owner that the generated code connects to. */
export interface CustomFiles {
  /** What the file for hooks exports. A missing one is written, and exports `hooks`. */
  readonly hooks: HooksExport;
  readonly hasExtras: boolean;
}

/** Looks for the owner's files in the folder of the sources, relative to the root. */
export function customFilesIn(root: string, source: string): CustomFiles {
  const registration = textOf(join(root, hooksPath(source)));
  return {
    hooks: registration !== undefined && registersHooks(registration) ? "initHooks" : "hooks",
    hasExtras: textOf(join(root, source, "index.extras.ts")) !== undefined,
  };
}

/** The file for hooks, relative to the root. */
export function hooksPath(source: string): string {
  return `${source}/hooks/registration.ts`;
}

/** Whether a file for hooks is one of Speakeasy's, which exports a function to register them. */
function registersHooks(text: string): boolean {
  const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
  return /\bexport\s+(?:(?:async\s+)?function|const|let|var)\s+initHooks\b|\bexport\s*\{[^}]*\binitHooks\b/.test(
    code,
  );
}

/** Follows links, unlike for generated files: the file is not ours and is never written to. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
