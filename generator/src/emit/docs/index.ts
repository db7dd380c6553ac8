import type { Model } from "../../model/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";
import { groupPage } from "./group-page.js";
import { modelPage } from "./model-page.js";
import { errorPages, operationPages } from "./operation-pages.js";
import { runtimePages } from "./runtime-pages.js";
import { type DocsSite, populatedGroups } from "./site.js";

/**
 * The pages of an API: `sdks/<group>/README.md` for every group, `models/**` for every type and
 * error, and pages for the parts of the runtime that these link to. All links are relative and lead
 * to a page and an anchor of this output.
 */
export function emitDocs(site: DocsSite): readonly OutputFile[] {
  const { api } = site.context;
  const folder = docsFolder(site.context.options);
  if (folder === undefined) return [];
  return [
    ...populatedGroups(site.context).map((group) => groupPage(site, group)),
    ...api.models.flatMap((model) => modelPages(site, model)),
    ...api.operations.flatMap((operation) => operationPages(site, operation)),
    ...errorPages(site),
    ...runtimePages(site),
  ].map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
}

/** The folder of the pages, relative to the root of the target, or `undefined` for no pages. */
export function docsFolder(options: EmitOptions): string | undefined {
  return options.mode.kind === "embedded" ? options.mode.docs : "docs";
}

function modelPages(site: DocsSite, model: Model): readonly OutputFile[] {
  const input = site.context.names.model(model.pointer).input !== undefined;
  return [modelPage(site, model, false), ...(input ? [modelPage(site, model, true)] : [])];
}
