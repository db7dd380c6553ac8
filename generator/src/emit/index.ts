import type { Api } from "../model/types.js";
import type { Names } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import { createEmitContext } from "./context.js";
import { emitDocs } from "./docs/index.js";
import { createSite } from "./docs/site.js";
import { emitPackage } from "./package/index.js";
import { emitSource } from "./source.js";

/**
 * Emits every file of the SDK of an API, sorted by path. The result depends on nothing but the
 * arguments, so the same document gives the same files on every machine.
 */
export function emit(api: Api, names: Names, options: EmitOptions): readonly OutputFile[] {
  const site = createSite(createEmitContext(api, names, options));
  const files = [...emitSource(site.context), ...emitDocs(site), ...emitPackage(site)];
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files;
}
