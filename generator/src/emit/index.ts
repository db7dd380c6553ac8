import type { Api } from "../model/types.js";
import type { Plan } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import type { OutputFile } from "../output/output-file.js";
import { createContext } from "./context.js";
import { emitDocs } from "./docs/index.js";
import { planSite } from "./docs/site.js";
import { emitPackage } from "./package/index.js";
import { emitSource } from "./source.js";

/**
 * Writes out an API: every file of its SDK as text, sorted by path. What is written depends on nothing but the
 * arguments, so that the same document gives the same files on every machine.
 */
export function emit(api: Api, plan: Plan, options: EmitOptions): readonly OutputFile[] {
  const site = planSite(createContext(api, plan, options));
  const files = [...emitSource(site.context), ...emitDocs(site), ...emitPackage(site)];
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files;
}
