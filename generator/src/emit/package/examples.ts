import type { Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { type Site, populatedGroups } from "../docs/site.js";
import { programs } from "../docs/snippet.js";
import { CODE_BANNER } from "../print/code-file.js";

/** One short program per group: `npx tsx examples/connections.ts`. */
export function emitExamples(site: Site): readonly OutputFile[] {
  return populatedGroups(site.context).flatMap((group) => {
    const shown = harmless(site.context.operationsOf(group.path));
    if (!shown) return [];
    const path = `examples/${groupFile(site, group.path)}.ts`;
    const how = `// Run it with: npx tsx ${path}\n`;
    return [{ path, text: `${CODE_BANNER}\n${how}${programs(site, shown).method}` }];
  });
}

/** The file of a group's examples and tests: `connections`. */
export function groupFile(site: Site, path: readonly string[]): string {
  return path.length === 0 ? "sdk" : (site.plan.group(path).file.split("/").at(-1) ?? "sdk");
}

/** An operation that is worth running against a real server: one that reads, where there is one. */
function harmless(operations: readonly Operation[]): Operation | undefined {
  return operations.find(({ method }) => method === "GET") ?? operations[0];
}
