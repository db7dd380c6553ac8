/**
 * From what an output was made: the document, the configuration and this program. The lock has a
 * digest of it, so that a run on an unchanged document only has to look at the files.
 */
import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Job } from "../config/job.js";
import { sourceFolder } from "../config/settings.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type ReadOptions, type SourceText, readText, toLocation } from "../load/read.js";
import { parseRegions } from "../regions/index.js";
import { customFilesIn } from "../write/custom-files.js";
import { look } from "../write/disk.js";
import { IGNORE_PATH } from "../write/ignored.js";
import { type Made, hashOf } from "../write/lock.js";

/** What the output depends on beside the document. */
export interface Origin {
  readonly job: Job;
  readonly options: ReadOptions;
  /** A digest of this program. */
  readonly program: string;
}

/**
 * What the lock says of an output. `undefined` if it depends on files of other machines, which may
 * change at any time.
 */
export function madeFrom(
  origin: Origin,
  files: readonly SourceText[],
  paths: Iterable<string>,
  warnings: readonly Diagnostic[],
): Omit<Made, "edited" | "once"> | undefined {
  if (files.some(({ location }) => location.protocol !== "file:")) return undefined;
  const inputs = files.map(({ location }) => nameOf(origin.job, location));
  return { digest: digestOf(origin, files, paths), inputs, warnings };
}

/** Reads the files that an output was made from, or returns `undefined` if one cannot be read. */
export async function readInputs(
  { job, options }: Origin,
  names: readonly string[],
): Promise<readonly SourceText[] | undefined> {
  const files: SourceText[] = [];
  for (const name of names) {
    const location = toLocation(name, job.root);
    const { value } = await readText(location, { ...options, allowRemote: false });
    if (value === undefined) return undefined;
    files.push({ location, text: value });
  }
  return files;
}

/**
 * A digest of all that the output and its diagnostics depend on, the same on any machine.
 *
 * @param paths - The files of the output, whose regions count too.
 */
export function digestOf(
  { job, options, program }: Origin,
  files: readonly SourceText[],
  paths: Iterable<string>,
): string {
  const { config, isConfigured, root, source, target } = job;
  const ignored = look(join(root, IGNORE_PATH));
  const { hooks, hasExtras } = customFilesIn(root, sourceFolder(job));
  const parts = {
    program,
    target,
    config,
    isConfigured,
    // Diagnostics have paths relative to the current folder.
    folder: relative(root, process.cwd()),
    isConfined: options.allowOutside !== true,
    inputs: source.inputs.map((location) => nameOf(job, location)),
    overlays: source.overlays.map((location) => nameOf(job, location)),
    files: files.map(({ location, text }) => [nameOf(job, location), hashOf(text)]),
    ignored: ignored.kind === "file" ? ignored.text : "",
    custom: [hooks, hasExtras],
    regions: [...paths].flatMap((path) => regionsAt(root, path)),
  };
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The regions of a generated file, with its path. */
function regionsAt(root: string, path: string): readonly unknown[] {
  const found = path.endsWith(".ts") ? look(join(root, path)) : undefined;
  if (found?.kind !== "file") return [];
  return parseRegions(found.text).regions.map(({ lines }) => [path, lines]);
}

function nameOf({ root }: Job, location: URL): string {
  if (location.protocol !== "file:") return location.href;
  return relative(root, fileURLToPath(location)).replaceAll("\\", "/");
}
