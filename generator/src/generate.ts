import { check } from "./document/check.js";
import type { Document } from "./document/types.js";
import type { EmitOptions, OutputFile } from "./emit/options.js";
import { type Job, keptFiles } from "./job.js";
import { type Loaded, load } from "./load/load.js";
import type { ReadOptions } from "./load/read.js";
import { readRuntime } from "./load/runtime.js";
import { upgrade } from "./load/upgrade.js";
import type { Api } from "./model/types.js";
import type { Plan } from "./name/types.js";
import { andThen, done } from "./problem-list.js";
import type { Outcome } from "./problems.js";
import { classNameOf, emitOptions, modeOf, withServer } from "./settings.js";
import { type Changes, compare } from "./write/compare.js";

/** The stages between the document and the files. */
export interface Stages {
  readonly build: (document: Document) => Outcome<Api>;
  readonly plan: (api: Api, options: { readonly sdkClassName: string }) => Plan;
  readonly emit: (api: Api, plan: Plan, options: EmitOptions) => readonly OutputFile[];
}

/** What a job comes to. Nothing has been written yet. */
export interface Generated {
  readonly changes: Changes;
  /** The files that were read. */
  readonly files: readonly URL[];
}

/** Load, upgrade, check, build, plan, emit, compare: each stage takes the value of the one before. */
export async function generate(
  job: Job,
  stages: Stages,
  options: ReadOptions,
): Promise<Outcome<Generated>> {
  const loaded = await load(job.source, options);
  const emitted = andThen(loaded, (source) =>
    andThen(andThen(upgrade(source.document), check), (document) =>
      print(job, stages, source, document),
    ),
  );
  return andThen(emitted, (files) => {
    const read = [...job.configFiles, ...(loaded.value?.files ?? [])];
    const output = { root: job.root, target: job.target, files, keep: keptFiles(job, read) };
    return andThen(compare(output), (changes) => done({ changes, files: read }));
  });
}

function print(
  job: Job,
  { build, plan, emit }: Stages,
  loaded: Loaded,
  document: Document,
): Outcome<readonly OutputFile[]> {
  const sdkClassName = classNameOf(job, document);
  const runtime = job.config.embed ? done([]) : readRuntime();
  return andThen(runtime, (runtimeFiles) =>
    andThen(build(withServer(document, job)), (api) => {
      const mode = modeOf(job, loaded, runtimeFiles);
      const files = emit(api, plan(api, { sdkClassName }), emitOptions(job, sdkClassName, mode));
      return done(job.isConfigured ? files.filter(isOurs) : files);
    }),
  );
}

/** Configuration that exists is the user's; only a new repository gets its own. */
function isOurs({ path }: OutputFile): boolean {
  return !path.startsWith(".speakeasy/");
}
