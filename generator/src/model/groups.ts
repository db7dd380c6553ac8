/** Sub-clients: `x-speakeasy-group`, else the first tag. */
import type { Report } from "../diagnostics/collector.js";
import type { Document, OperationObject } from "../document/types.js";
import { inspectExtensions } from "./extensions.js";
import { textsOf } from "./keywords.js";
import type { Group, Operation } from "./types.js";
import { docsOf, textOf } from "./words.js";

/** The path of the group that an operation asks for. */
export function groupOf(operation: OperationObject, inherited: unknown): readonly string[] {
  const group = textOf(operation["x-speakeasy-group"]) ?? textOf(inherited);
  if (group !== undefined)
    return group
      .split(".")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  return textsOf(operation.tags).slice(0, 1);
}

/** Spells a group as it was spelled first: `Connections` and `connections` are one sub-client. */
export function speller(): (path: readonly string[]) => readonly string[] {
  const first = new Map<string, string>();
  return (path) =>
    path.map((part, depth) => {
      const key = JSON.stringify(path.slice(0, depth + 1).map(letters));
      const known = first.get(key) ?? part;
      first.set(key, known);
      return known;
    });
}

/** Every group in order of appearance, parents before what is in them. */
export function groupsOf(
  document: Document,
  operations: readonly Operation[],
  report: Report,
): readonly Group[] {
  const paths = new Map<string, readonly string[]>();
  for (const { group } of operations) {
    for (let depth = 1; depth <= group.length; depth++) {
      const path = group.slice(0, depth);
      paths.set(JSON.stringify(path), path);
    }
  }
  const tags = document.tags ?? [];
  for (const [index, tag] of tags.entries())
    inspectExtensions(report, "tag", tag, `/tags/${index}`);
  return [...paths.values()].map((path) => {
    const tag = tags.find(({ name }) => letters(name) === letters(path.join(".")));
    return { path, docs: docsOf(tag) };
  });
}

function letters(text: string): string {
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? text : bare;
}
