/** `--suggest`: writes what a document could declare as an overlay. */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withIdempotent } from "../config/idempotent.js";
import type { Job } from "../config/job.js";
import { classNameOf, withServer } from "../config/settings.js";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, andThen, done, failed } from "../diagnostics/stage-result.js";
import { check } from "../document/check.js";
import { load } from "../load/index.js";
import { withKeyHeader } from "../model/idempotent.js";
import { type ReadOptions, display } from "../load/read.js";
import { upgrade } from "../load/upgrade.js";
import { isUnedited } from "../suggest/overlay.js";
import type { SuggestionCounts } from "../suggest/suggestion.js";
import { look } from "../write/disk.js";
import type { Stages } from "./generate.js";

/** How to write suggestions. */
export interface SuggestOptions extends ReadOptions {
  /** The path of the overlay, in place of the default beside the document. */
  readonly overlay?: string | undefined;
  /** Whether to replace a file that somebody has edited. */
  readonly force?: boolean | undefined;
}

/** Suggestions for a job, in a file. */
export interface Suggested {
  readonly target: string;
  /** An absolute path. */
  readonly file: string;
  readonly counts: SuggestionCounts;
  /** False if there are none, or if the file has them already. */
  readonly isWritten: boolean;
}

/**
 * Writes the suggestions for a job, unless somebody has edited the file. An overlay of the job that
 * is this file itself is left out, so that its own suggestions are found again.
 */
export async function suggestFor(
  job: Job,
  { build, assignNames, suggestions }: Stages,
  options: SuggestOptions,
): Promise<StageResult<Suggested>> {
  const file = options.overlay ?? defaultPath(job);
  const own = pathToFileURL(file).href;
  const overlays = job.source.overlays.filter(({ href }) => href !== own);
  const loaded = await load({ ...job.source, overlays }, options);
  const document = andThen(
    andThen(loaded, ({ document }) => upgrade(document)),
    check,
  );
  const api = andThen(document, (document) =>
    andThen(withIdempotent(withServer(document, job), job), (changed) =>
      andThen(build(changed), (built) => {
        const api = withKeyHeader(built, job.config.idempotencyKeyHeader);
        return done({ api, names: assignNames(api, { sdkClassName: classNameOf(job, document) }) });
      }),
    ),
  );
  return andThen(api, ({ api, names }) => {
    const found = suggestions?.overlay(api, names);
    const counts = found?.counts ?? { paging: 0, names: 0 };
    const suggested = { target: job.target, file, counts };
    if (!found || counts.paging + counts.names === 0)
      return done({ ...suggested, isWritten: false });
    return andThen(writeOverlay(file, found.text, options.force === true), (isWritten) =>
      done({ ...suggested, isWritten }),
    );
  });
}

/** `.speakeasy/<document>.suggestions.yaml` beside the document, or in the output. */
export function defaultPath({ root, source, target }: Job): string {
  const [input] = source.inputs;
  if (input?.protocol !== "file:") return join(root, ".speakeasy", `${target}.suggestions.yaml`);
  const path = fileURLToPath(input);
  const folder = dirname(path);
  const name = `${basename(path, extname(path))}.suggestions.yaml`;
  return basename(folder) === ".speakeasy" ? join(folder, name) : join(folder, ".speakeasy", name);
}

function writeOverlay(path: string, text: string, force: boolean): StageResult<boolean> {
  const file = display(pathToFileURL(path));
  const found = look(path);
  if (found.kind === "obstacle")
    return failed(diagnostic("file-unreadable", file, "There is something else than a file."));
  if (found.kind === "file" && found.text === text) return done(false);
  if (found.kind === "file" && !force && !isUnedited(found.text))
    return failed(diagnostic("suggestions-edited", file, "Somebody has edited the file."));
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return done(true);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failed(diagnostic("write-failed", file, `Cannot write the file: ${reason}.`));
  }
}
