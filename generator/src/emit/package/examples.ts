import type { Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { programs } from "../docs/programs.js";
import { type DocsSite, populatedGroups } from "../docs/site.js";
import { CODE_BANNER } from "../print/code-file.js";

/** A short program per group: `npx tsx examples/connections.ts`. */
export function emitExamples(site: DocsSite): readonly OutputFile[] {
  return populatedGroups(site.context).flatMap((group) => {
    const shown = harmless(site.context.operationsOf(group.path));
    if (!shown) return [];
    const path = `examples/${groupFile(site, group.path)}.ts`;
    const how = `// Run it with: npx tsx ${path}\n`;
    return [{ path, text: `${CODE_BANNER}\n${how}${programs(site, shown).method}` }];
  });
}

/** The file name of a group's examples and tests: `connections`. */
export function groupFile(site: DocsSite, path: readonly string[]): string {
  return path.length === 0
    ? "sdk"
    : (site.context.names.group(path).file.split("/").at(-1) ?? "sdk");
}

/** An operation that is safe to run against a real server: one that reads, if there is one. */
function harmless(operations: readonly Operation[]): Operation | undefined {
  return operations.find(({ method }) => method === "GET") ?? operations[0];
}
