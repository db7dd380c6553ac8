/** The platforms and the fixtures, as the emitters take them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { workflowJobs } from "../../src/config/job.js";
import { classNameOf, emitOptions, withServer } from "../../src/config/settings.js";
import { withIdempotent } from "../../src/config/idempotent.js";
import { type StageResult, andThen } from "../../src/diagnostics/stage-result.js";
import { check } from "../../src/document/check.js";
import { type EmitContext, createEmitContext } from "../../src/emit/context.js";
import { emitSource } from "../../src/emit/source.js";
import { load } from "../../src/load/index.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import type { Api } from "../../src/model/types.js";
import { assignNames } from "../../src/name/assign-names.js";
import type { Names } from "../../src/name/types.js";
import type { EmitOptions } from "../../src/output/emit-options.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** An API of this repository. */
export interface KnownApi {
  /** The name of the target: `nango`, `dates`. */
  readonly name: string;
  readonly api: Api;
  readonly names: Names;
  readonly options: EmitOptions;
}

/** Every API of the repository: those of the platforms and those of the fixtures. */
export async function knownApis(): Promise<readonly KnownApi[]> {
  const found = await Promise.all([platformApis(), apisOf(join(repository, "generator/fixtures"))]);
  return found.flat();
}

/** The APIs of the platforms. */
export function platformApis(): Promise<readonly KnownApi[]> {
  return apisOf(repository);
}

/** All documents are files of this repository. */
const local = { allowRemote: false };

async function apisOf(folder: string): Promise<readonly KnownApi[]> {
  const jobs = valueOf(await workflowJobs(folder, undefined, local));
  return Promise.all(
    jobs.map(async (job) => {
      const { document: loaded } = valueOf(await load(job.source, local));
      const document = valueOf(andThen(upgrade(loaded), check));
      const sdkClassName = classNameOf(job, document);
      const api = valueOf(andThen(withIdempotent(withServer(document, job), job), build));
      const { sharedErrors = true } = job.config;
      const names = assignNames(api, { sdkClassName, sharedErrors });
      const mode = { kind: "embedded", source: "src", runtime: "src/lib" } as const;
      const options = emitOptions(job, sdkClassName, mode, { hasExtras: false });
      return { name: job.target, api, names, options };
    }),
  );
}

function valueOf<T>({ value, diagnostics }: StageResult<T>): T {
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

/** A folder in the repository for SDKs that a test generates. */
export interface TemporarySDKs {
  readonly folder: string;
  /** Writes the sources of an SDK, and returns what they were printed from. */
  readonly write: (known: KnownApi, changes: Partial<EmitOptions>, name?: string) => EmitContext;
  readonly remove: () => void;
}

/** Creates a folder inside the repository, so that its packages and its runtime core are found. */
export function temporarySDKs(): TemporarySDKs {
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".tmp/zod-"));
  return {
    folder,
    write({ api, names, options, name }, changes, as = name) {
      const source = `${relative(repository, folder)}/${as}`;
      const mode = { kind: "embedded", source, runtime: "src/lib" } as const;
      const context = createEmitContext(api, names, { ...options, ...changes, mode });
      for (const { path, text } of emitSource(context)) {
        mkdirSync(dirname(join(repository, path)), { recursive: true });
        writeFileSync(join(repository, path), text);
      }
      return context;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
