/** Groups of operations: `x-speakeasy-group`, or else the first tag. */
import type { Report } from "../diagnostics/collector.js";
import type { Document, OperationObject } from "../document/types.js";
import { docsOf } from "./docs.js";
import { inspectExtensions } from "./extensions.js";
import { stringsOf } from "./keywords.js";
import type { Group, Operation } from "./types.js";

/**
 * The path of the group to which an operation belongs. An empty `x-speakeasy-group` is the root.
 * Dots nest, in a tag too if it reads as a path: `beta.agents`, but not `v1.2` or `Acme Inc. Users`.
 */
export function groupOf(operation: OperationObject, inherited: unknown): readonly string[] {
  const group = [operation["x-speakeasy-group"], inherited].find(
    (name) => typeof name === "string",
  );
  if (typeof group === "string") return split(group, ".");
  return stringsOf(operation.tags)
    .slice(0, 1)
    .flatMap((tag) => split(tag, PATH_DOT));
}

/** A dot between a word and another one that starts with a letter. */
const PATH_DOT = /(?<=[\p{L}\p{N}_])\.(?=\p{L})/u;

function split(path: string, dot: string | RegExp): readonly string[] {
  return path
    .split(dot)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Keeps the first spelling of a group: `Connections` and `connections` are the same. */
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

/** All groups in order of appearance, parents before their children. */
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
