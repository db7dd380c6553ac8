import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutputFile } from "../emit/options.js";
import { error, failed, done } from "../problem-list.js";
import type { Outcome } from "../problems.js";

/**
 * The runtime core that a standalone package gets a copy of: the repository's own `src/lib` when the generator runs
 * from source, else the copy beside the published `dist` (made by `scripts/copy-runtime.mjs`).
 */
export function readRuntime(): Outcome<readonly OutputFile[]> {
  const folder = fileURLToPath(new URL(runtimeFolder(import.meta.url), import.meta.url));
  try {
    return done(filesIn(folder));
  } catch (cause) {
    return failed(
      error({
        code: "no-runtime",
        pointer: folder,
        message: `The runtime core cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        help: "Install connections-sdk-generator again; its package holds a `runtime` folder.",
      }),
    );
  }
}

function runtimeFolder(self: string): string {
  return self.endsWith(".ts") ? "../../../src/lib/" : "../runtime/";
}

function filesIn(folder: string): readonly OutputFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ path: `src/lib/${name}`, text: readFileSync(join(folder, name), "utf8") }));
}
