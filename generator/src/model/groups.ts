/** Groups of operations: `x-speakeasy-group`, or else the first tag and the tags above it. */
import type { Report } from "../diagnostics/collector.js";
import type { Document, OperationObject } from "../document/types.js";
import { docsOf } from "./docs.js";
import { inspectExtensions } from "./extensions.js";
import { stringsOf } from "./keywords.js";
import type { Group, Operation } from "./types.js";

/**
 * The path of the group to which an operation belongs. An empty `x-speakeasy-group` is the root.
 * Dots nest, in a tag too if it reads as a path: `beta.agents`, but not `v1.2` or `Acme Inc.
 * Users`. A tag with a parent is below it.
 */
export function groupOf(
  operation: OperationObject,
  inherited: unknown,
  tags: TagTree,
): readonly string[] {
  const group = [operation["x-speakeasy-group"], inherited].find(
    (name) => typeof name === "string",
  );
  if (typeof group === "string") return split(group, ".");
  const first = stringsOf(operation.tags).find((name) => !tags.labels.has(name));
  if (first === undefined) return [];
  return (tags.paths.get(first) ?? [first]).flatMap((tag) => split(tag, PATH_DOT));
}

/** A dot between a word and another one that starts with a letter. */
const PATH_DOT = /(?<=[\p{L}\p{N}_])\.(?=\p{L})/u;

function split(path: string, dot: string | RegExp): readonly string[] {
  return path
    .split(dot)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** How tags are nested. OpenAPI 3.2, section 4.22. */
export interface TagTree {
  /** The path of each tag that has a parent. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Tags that say something about operations and do not group them: `kind: badge`. */
  readonly labels: ReadonlySet<string>;
}

const LABELS: ReadonlySet<unknown> = new Set(["badge", "audience"]);

/** Reads `parent` and `kind` of the tags. */
export function tagTree({ tags = [] }: Pick<Document, "tags">, report?: Report): TagTree {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  const paths = new Map<string, readonly string[]>();
  for (const [index, { name, parent }] of tags.entries()) {
    if (parent === undefined) continue;
    const path = [name];
    let above: string | undefined = parent;
    for (; above !== undefined && parents.has(above) && !path.includes(above);) {
      path.unshift(above);
      above = parents.get(above);
    }
    if (above === undefined) paths.set(name, path);
    else report?.("tag-parent-invalid", `/tags/${index}/parent`, parentProblem(above, path));
  }
  const labels = tags.filter(({ kind }) => LABELS.has(kind)).map(({ name }) => name);
  return { paths, labels: new Set(labels) };
}

function parentProblem(above: string, path: readonly string[]): string {
  return path.includes(above)
    ? `The tag \`${above}\` is above itself.`
    : `There is no tag \`${above}\`.`;
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
  const { paths } = tagTree(document);
  const groups = new Map<string, readonly string[]>();
  for (const { group } of operations) {
    for (let depth = 1; depth <= group.length; depth++) {
      const path = group.slice(0, depth);
      groups.set(JSON.stringify(path), path);
    }
  }
  const tags = document.tags ?? [];
  for (const [index, tag] of tags.entries())
    inspectExtensions(report, "tag", tag, `/tags/${index}`);
  return [...groups.values()].map((path) => {
    const whole = letters(path.join("."));
    const tag = tags.find(({ name }) => letters((paths.get(name) ?? [name]).join(".")) === whole);
    return { path, docs: docsOf(tag) };
  });
}

function letters(text: string): string {
  const bare = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? text : bare;
}
