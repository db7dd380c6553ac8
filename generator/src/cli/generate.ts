import { withIdempotent } from "../config/idempotent.js";
import { type Job, keptFiles } from "../config/job.js";
import {
  classNameOf,
  emitOptions,
  hasHooks,
  hasRegions,
  modeOf,
  sourceFolder,
  withServer,
} from "../config/settings.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, andThen, done } from "../diagnostics/stage-result.js";
import { check } from "../document/check.js";
import type { Pointer } from "../document/pointer.js";
import type { Document } from "../document/types.js";
import { type Loaded, load } from "../load/index.js";
import { withKeyHeader } from "../model/idempotent.js";
import { readRuntime } from "../load/package.js";
import type { ReadOptions } from "../load/read.js";
import { upgrade } from "../load/upgrade.js";
import type { Api } from "../model/types.js";
import type { NameOptions } from "../name/assign-names.js";
import type { Names } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import type { SuggestionCounts } from "../suggest/suggestion.js";
import { type Changes, compare, compareUnchanged, readLock } from "../write/compare.js";
import { customFilesIn } from "../write/custom-files.js";
import type { Stage } from "./progress.js";
import { type Origin, digestOf, madeFrom, readInputs } from "./made.js";

/** The stages between the document and the files. */
export interface Stages {
  readonly build: (document: Document) => StageResult<Api>;
  readonly assignNames: (api: Api, options: NameOptions) => Names;
  readonly emit: (api: Api, names: Names, options: EmitOptions) => readonly OutputFile[];
  /** Without it, nothing is suggested. */
  readonly suggestions?: {
    readonly count: (api: Api) => SuggestionCounts;
    readonly overlay: (
      api: Api,
      names: Names,
    ) => { readonly text: string; readonly counts: SuggestionCounts };
  };
}

/** The result of a job. Nothing has been written yet. */
export interface Generated {
  readonly changes: Changes;
  /** The files that were read. */
  readonly files: readonly URL[];
}

/** How to generate. */
export interface GenerateOptions extends ReadOptions {
  /**
   * A digest of this program. With it, output that would be made from the same is only compared
   * with the lock.
   */
  readonly program?: string | undefined;
  /** Called when a stage begins. */
  readonly onStage?: ((stage: Stage) => void) | undefined;
}

/**
 * Load, upgrade, check, build, assign names, emit, compare: each stage takes the result of the one
 * before.
 */
export async function generate(
  job: Job,
  stages: Stages,
  options: GenerateOptions,
): Promise<StageResult<Generated>> {
  const { program } = options;
  const origin = program === undefined ? undefined : { job, options, program };
  const before = origin && (await generatedBefore(origin));
  return before ?? (await generateNew(job, stages, options, origin));
}

/** The result for a target that would be generated as it is. */
async function generatedBefore(origin: Origin): Promise<StageResult<Generated> | undefined> {
  const { job } = origin;
  const locked = readLock(job.root).value?.get(job.target);
  if (!locked?.made) return undefined;
  const { inputs, digest, warnings } = locked.made;
  // First, because it is the document that changes, and there are many more files.
  const files = await readInputs(origin, inputs);
  if (!files || digestOf(origin, files, locked.files.keys()) !== digest) return undefined;
  const changes = compareUnchanged(job.root, job.target, locked, hasRegions(job));
  if (!changes) return undefined;
  const read = [...job.configFiles, ...files.map(({ location }) => location)];
  return done({ changes, files: read }, warnings);
}

async function generateNew(
  job: Job,
  stages: Stages,
  options: GenerateOptions,
  origin: Origin | undefined,
): Promise<StageResult<Generated>> {
  const { onStage } = options;
  onStage?.("load");
  const loaded = await load(job.source, options);
  const emitted = andThen(loaded, (source) => {
    const upgraded = upgrade(source.document);
    return andThen(upgraded, (document) => {
      onStage?.("check");
      return located(
        andThen(check(document), (checked) => emitFiles(job, stages, source, checked, onStage)),
        upgraded.originOf,
      );
    });
  });
  return andThen(emitted, (files) => {
    onStage?.("compare");
    const inputs = loaded.value?.files ?? [];
    const read = [...job.configFiles, ...inputs.map(({ location }) => location)];
    const paths = files.map(({ path }) => path);
    const made = origin && madeFrom(origin, inputs, paths, emitted.diagnostics);
    const keep = keptFiles(job, read);
    const { root, target } = job;
    const output = { root, target, files, keep, made, hasRegions: hasRegions(job) };
    return andThen(compare(output), (changes) => done({ changes, files: read }));
  });
}

/** The result with diagnostics that point into the document as it was loaded. */
function located<T>(
  { value, diagnostics }: StageResult<T>,
  originOf: (pointer: Pointer) => Pointer,
): StageResult<T> {
  return {
    value,
    diagnostics: diagnostics.map((found) =>
      found.pointer.startsWith("/") ? { ...found, pointer: originOf(found.pointer) } : found,
    ),
  };
}

function emitFiles(
  job: Job,
  { build, assignNames, emit, suggestions }: Stages,
  loaded: Loaded,
  document: Document,
  onStage: GenerateOptions["onStage"],
): StageResult<readonly OutputFile[]> {
  const sdkClassName = classNameOf(job, document);
  onStage?.("model");
  const runtime = job.config.embed ? done([]) : readRuntime();
  return andThen(runtime, (runtimeFiles) =>
    andThen(andThen(withIdempotent(withServer(document, job), job), build), (built) => {
      const api = withKeyHeader(built, job.config.idempotencyKeyHeader);
      onStage?.("emit");
      const mode = modeOf(job, loaded, runtimeFiles);
      const custom = customFilesIn(job.root, sourceFolder(job));
      const files = emit(
        api,
        assignNames(api, { sdkClassName, sharedErrors: job.config.sharedErrors ?? true }),
        emitOptions(job, sdkClassName, mode, {
          ...(hasHooks(job) && { hooks: custom.hooks }),
          hasExtras: custom.hasExtras,
        }),
      );
      const notes = suggestions ? notesOf(suggestions.count(api)) : [];
      return done(job.isConfigured ? files.filter(isOurs) : files, notes);
    }),
  );
}

function notesOf(counts: SuggestionCounts): readonly Diagnostic[] {
  if (counts.paging + counts.names === 0) return [];
  const message = `The document could declare ${formatSuggestionCounts(counts)}.`;
  return [diagnostic("suggestions-available", "", message)];
}

/** `3 paginations and 1 better name`. */
export function formatSuggestionCounts({ paging, names }: SuggestionCounts): string {
  const parts = [
    [paging, "pagination"],
    [names, "better name"],
  ] as const;
  return parts
    .flatMap(([count, noun]) => (count > 0 ? [`${count} ${noun}${count === 1 ? "" : "s"}`] : []))
    .join(" and ");
}

/** Existing configuration belongs to the user. Only a new repository gets its own. */
function isOurs({ path }: OutputFile): boolean {
  return !path.startsWith(".speakeasy/");
}
