import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed, hasErrors } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { bundle } from "./bundle.js";
import { fileCache } from "./cache.js";
import { mergeDocuments } from "./merge.js";
import { applyOverlay } from "./overlay.js";
import {
  type ReadOptions,
  type SourceFile,
  type SourceText,
  display,
  isWithin,
  outside,
} from "./read.js";

/** What to load: documents to merge into one, and overlays to apply to it. */
export interface Source {
  readonly inputs: readonly URL[];
  readonly overlays: readonly URL[];
  /** The folder of the command. A `$ref` may lead to a file in it, or in the folder of an input. */
  readonly folder?: URL;
}

/** A document of any version, with internal refs only and with the overlays applied. */
export interface Loaded {
  readonly document: Json;
  /** The files that were read, to watch, to keep and to compare. */
  readonly files: readonly SourceText[];
  /** The content of the document, if it is a single file that was taken as it is. */
  readonly text: string | undefined;
}

/**
 * Loads a source. Overlays are applied to the bundled document, so they reach the content of all
 * files. A ref that an overlay adds is relative to the first input.
 */
export async function load(source: Source, options: ReadOptions): Promise<StageResult<Loaded>> {
  const cache = fileCache(options);
  const folders = foldersOf(source);
  const follow = async (location: URL): Promise<StageResult<SourceFile>> => {
    const isKept =
      options.allowOutside || location.protocol !== "file:" || isWithin(location, folders);
    return isKept ? await cache.read(location) : failed(outside(location));
  };
  const bundled = source.inputs.map(async (location) => {
    const first = await cache.read(location);
    return await bundleFrom(location, first, follow);
  });
  const inputs = await Promise.all(bundled);
  const overlays = await Promise.all(source.overlays.map((location) => cache.read(location)));
  const diagnostics = [...inputs, ...overlays].flatMap((result) => result.diagnostics);
  if (hasErrors(diagnostics)) return failed(...diagnostics);

  const merged = mergeDocuments(inputs.map(({ value }) => value ?? null));
  const changed = applyOverlays(merged.value ?? null, overlays);
  diagnostics.push(...merged.diagnostics, ...changed.diagnostics);
  const [base] = source.inputs;
  if (!base || changed.value === undefined || hasErrors(diagnostics)) return failed(...diagnostics);

  const whole =
    overlays.length > 0 ? await bundleFrom(base, done({ value: changed.value }), follow) : changed;
  diagnostics.push(...whole.diagnostics);
  if (whole.value === undefined || hasErrors(diagnostics)) return failed(...diagnostics);
  const files = cache.files();
  const text = files.length === 1 ? files[0]?.text : undefined;
  return done({ document: whole.value, files, text }, diagnostics);
}

function applyOverlays(
  document: Json,
  overlays: readonly StageResult<SourceFile>[],
): { readonly value: Json; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let value = document;
  for (const { value: overlay } of overlays) {
    if (!overlay) continue;
    const result = applyOverlay(value, overlay.value, display(overlay.location));
    diagnostics.push(...result.diagnostics);
    value = result.value ?? value;
  }
  return { value, diagnostics };
}

/** Bundles until no file is missing. Every round reads at least one more file, or is the last. */
async function bundleFrom(
  location: URL,
  first: StageResult<{ readonly value: Json }>,
  follow: (location: URL) => Promise<StageResult<SourceFile>>,
): Promise<StageResult<Json>> {
  const root = fileOf(location);
  if (first.value === undefined) return failed(...first.diagnostics);
  const files = new Map<string, Json | null>([[root, first.value.value]]);
  const diagnostics: Diagnostic[] = [...first.diagnostics];
  for (;;) {
    const { document, unread, optional, diagnostics: found } = bundle(files, root);
    if (unread.length === 0) return done(document, [...diagnostics, ...found]);
    for (const file of unread) {
      const result = await follow(new URL(file));
      // The check reports the mapping that leads nowhere, at its place in the document.
      if (result.value || !optional.has(file)) diagnostics.push(...result.diagnostics);
      files.set(file, result.value?.value ?? null);
    }
  }
}

function foldersOf({ inputs, folder }: Source): readonly URL[] {
  const own = inputs
    .filter(({ protocol }) => protocol === "file:")
    .map((file) => new URL(".", file));
  return folder ? [folder, ...own] : own;
}

function fileOf(location: URL): string {
  const bare = new URL(location);
  bare.hash = "";
  return bare.href;
}
