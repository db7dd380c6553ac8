import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "../../src/cli/generate.js";
import { schemaJob } from "../../src/config/job.js";
import { type EmitContext, createEmitContext } from "../../src/emit/context.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import type { OutputFile } from "../../src/output/output-file.js";
import type { SpecDocument } from "./documents.js";

/** An SDK that was generated from a spec, with what the generator knows about it. */
export interface SpecSdk {
  readonly document: SpecDocument;
  readonly context: EmitContext;
  /** The folder of its sources, relative to the sandbox: `sdks/type-array`. */
  readonly source: string;
}

const options = { allowRemote: false, allowOutside: false };

/** Generates the SDK of a document into `sdks` of a folder. The runtime is `src/lib` there. */
export async function generateSdk(root: string, document: SpecDocument): Promise<SpecSdk> {
  const source = `sdks/${document.key}`;
  const job = await schemaJob({ schema: document.file, out: root, name: "Sdk" }, root, options);
  if (!job.value) throw new Error(`${document.key}: ${job.diagnostics[0]?.message}`);
  let context: EmitContext | undefined;
  let files: readonly OutputFile[] = [];
  const overlays = document.overlay === undefined ? [] : [pathToFileURL(document.overlay)];
  const from = { ...job.value.source, overlays };
  const config = { ...job.value.config, embed: { source, runtime: "src/lib" } };
  const { diagnostics } = await generate(
    { ...job.value, config, source: from, target: document.key },
    {
      build,
      assignNames,
      emit: (api, names, emitOptions) => {
        context = createEmitContext(api, names, emitOptions);
        files = emit(api, names, emitOptions);
        return files;
      },
    },
    options,
  );
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (!context || error) throw new Error(`${document.key}: ${error?.pointer} ${error?.message}`);
  for (const { path, text } of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { document, context, source };
}
