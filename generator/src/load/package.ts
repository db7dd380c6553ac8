import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed } from "../diagnostics/stage-result.js";
import type { OutputFile } from "../output/output-file.js";

/** True when the generator runs from source. The published package is one file, `dist/cli.js`. */
const isSource = import.meta.url.endsWith(".ts");

/** The folder of this package. */
const home = new URL(isSource ? "../../" : "../", import.meta.url);

/** The version of this package. */
export function packageVersion(): string {
  const text = readFileSync(new URL("package.json", home), "utf8");
  // our own package.json
  return (JSON.parse(text) as { readonly version: string }).version;
}

/**
 * The runtime core, of which every standalone package gets a copy: `src/lib` of the repository if
 * the generator runs from source, or else the copy next to the published `dist` (made by
 * `scripts/copy-runtime.mjs`).
 */
export function readRuntime(): StageResult<readonly OutputFile[]> {
  const folder = fileURLToPath(new URL(isSource ? "../src/lib/" : "runtime/", home));
  try {
    return done(filesIn(folder));
  } catch (cause) {
    return failed(
      diagnostic(
        "runtime-missing",
        folder,
        `Cannot read the runtime core: ${cause instanceof Error ? cause.message : String(cause)}.`,
      ),
    );
  }
}

/**
 * A digest of this program and of the runtime core, which both decide what is written. `undefined`
 * if it runs from source: every change would be another program.
 */
export function programDigest(): string | undefined {
  if (isSource) return undefined;
  const digest = createHash("sha256");
  for (const folder of ["dist/", "runtime/"])
    for (const { path, text } of filesIn(fileURLToPath(new URL(folder, home)), /\.[jt]s$/))
      digest.update(path).update(text);
  return digest.digest("hex");
}

function filesIn(folder: string, extension = /\.ts$/): readonly OutputFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => extension.test(name) && !name.endsWith(".test.ts"))
    .map((name) => ({ path: `src/lib/${name}`, text: readFileSync(join(folder, name), "utf8") }));
}
