import { isDeepStrictEqual } from "node:util";
import type { Outcome, Problem } from "../diagnostics/diagnostic.js";
import { error } from "../diagnostics/list.js";
import {
  type Json,
  type JsonObject,
  isList,
  isObject,
  mapMembers,
  member,
  without,
} from "../document/json.js";
import { append } from "../document/pointer.js";

/**
 * One document of several, as a source with several `inputs` asks for. What the documents have in common is kept once;
 * lists such as `servers` and `tags` are joined; of `info` and `openapi` the first document's counts. The same name
 * with different contents is an error.
 */
export function mergeDocuments(documents: readonly Json[]): Outcome<Json> {
  const [first = null, ...rest] = documents;
  const problems: Problem[] = [];
  const value = rest.reduce((all, next) => merge(all, next, "", problems), first);
  return { value, problems };
}

/** Members of which the first document's counts. */
const FIRST: ReadonlySet<string> = new Set(["/openapi", "/info", "/security", "/externalDocs"]);

function merge(first: Json, second: Json, pointer: string, problems: Problem[]): Json {
  if (FIRST.has(pointer) || isDeepStrictEqual(first, second)) return first;
  if (isObject(first) && isObject(second)) return mergeObjects(first, second, pointer, problems);
  if (isList(first) && isList(second)) {
    const isNew = (item: Json): boolean => !first.some((known) => isDeepStrictEqual(known, item));
    return [...first, ...second.filter(isNew)];
  }
  problems.push(clash(pointer));
  return first;
}

function mergeObjects(
  first: JsonObject,
  second: JsonObject,
  pointer: string,
  problems: Problem[],
): Json {
  const both = mapMembers(first, (value, key) => {
    const other = member(second, key);
    return other === undefined ? value : merge(value, other, append(pointer, key), problems);
  });
  return { ...both, ...without(second, ...Object.keys(first)) };
}

function clash(pointer: string): Problem {
  return error({
    code: "merge-clash",
    pointer,
    message: "Two inputs of the source say different things here.",
    help: "Change one of them with an overlay, or rename it in one of the documents.",
  });
}
