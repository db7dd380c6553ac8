import { withIdempotent } from "../config/idempotent.js";
import { type Job, keptFiles } from "../config/job.js";
import { classNameOf, emitOptions, modeOf, withServer } from "../config/settings.js";
import { type StageResult, andThen, done } from "../diagnostics/stage-result.js";
import { check } from "../document/check.js";
import type { Document } from "../document/types.js";
import { type Loaded, load } from "../load/index.js";
import { readRuntime } from "../load/package.js";
import type { ReadOptions } from "../load/read.js";
import { upgrade } from "../load/upgrade.js";
import type { Api } from "../model/types.js";
import type { NameOptions } from "../name/assign-names.js";
import type { Names } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import { type Changes, compare, compareUnchanged, readLock } from "../write/compare.js";
import { type Origin, digestOf, madeFrom, readInputs } from "./made.js";

/** The stages between the document and the files. */
export interface Stages {
  readonly build: (document: Document) => StageResult<Api>;
  readonly assignNames: (api: Api, options: NameOptions) => Names;
  readonly emit: (api: Api, names: Names, options: EmitOptions) => readonly OutputFile[];
}

/** The result of a job. Nothing has been written yet. */
export interface Generated {
  readonly changes: Changes;
  /** The files that were read. */
  readonly files: readonly URL[];
}

/**
 * Load, upgrade, check, build, assign names, emit, compare: each stage takes the result of the one
 * before.
 *
 * @param program - A digest of this program. With it, output that would be made from the same is
 *   only compared with the lock.
 */
export async function generate(
  job: Job,
  stages: Stages,
  options: ReadOptions,
  program?: string,
): Promise<StageResult<Generated>> {
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
  if (!files || digestOf(origin, files) !== digest) return undefined;
  const changes = compareUnchanged(job.root, job.target, locked, !job.isConfigured);
  if (!changes) return undefined;
  const read = [...job.configFiles, ...files.map(({ location }) => location)];
  return done({ changes, files: read }, warnings);
}

async function generateNew(
  job: Job,
  stages: Stages,
  options: ReadOptions,
  origin: Origin | undefined,
): Promise<StageResult<Generated>> {
  const loaded = await load(job.source, options);
  const emitted = andThen(loaded, (source) =>
    andThen(andThen(upgrade(source.document), check), (document) =>
      emitFiles(job, stages, source, document),
    ),
  );
  return andThen(emitted, (files) => {
    const inputs = loaded.value?.files ?? [];
    const read = [...job.configFiles, ...inputs.map(({ location }) => location)];
    const made = origin && madeFrom(origin, inputs, emitted.diagnostics);
    const output = { root: job.root, target: job.target, files, keep: keptFiles(job, read), made };
    return andThen(compare(output), (changes) => done({ changes, files: read }));
  });
}

function emitFiles(
  job: Job,
  { build, assignNames, emit }: Stages,
  loaded: Loaded,
  document: Document,
): StageResult<readonly OutputFile[]> {
  const sdkClassName = classNameOf(job, document);
  const runtime = job.config.embed ? done([]) : readRuntime();
  return andThen(runtime, (runtimeFiles) =>
    andThen(andThen(withIdempotent(withServer(document, job), job), build), (api) => {
      const mode = modeOf(job, loaded, runtimeFiles);
      const files = emit(
        api,
        assignNames(api, { sdkClassName, sharedErrors: job.config.sharedErrors ?? true }),
        emitOptions(job, sdkClassName, mode),
      );
      return done(job.isConfigured ? files.filter(isOurs) : files);
    }),
  );
}

/** Existing configuration belongs to the user. Only a new repository gets its own. */
function isOurs({ path }: OutputFile): boolean {
  return !path.startsWith(".speakeasy/");
}
