import { isDeepStrictEqual } from "node:util";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { StageResult } from "../diagnostics/stage-result.js";
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
 * Merges the inputs of a source into one document. Equal parts are kept once, and lists such as
 * `servers` and `tags` are concatenated. `info` and `openapi` come from the first document.
 * Different contents of the same name are an error.
 */
export function mergeDocuments(documents: readonly Json[]): StageResult<Json> {
  const [first = null, ...rest] = documents;
  const diagnostics: Diagnostic[] = [];
  const value = rest.reduce((all, next) => merge(all, next, "", diagnostics), first);
  return { value, diagnostics };
}

/** Members that come from the first document. */
const FIRST: ReadonlySet<string> = new Set([
  "/openapi",
  "/swagger",
  "/info",
  "/security",
  "/externalDocs",
]);

function merge(first: Json, second: Json, pointer: string, diagnostics: Diagnostic[]): Json {
  if (FIRST.has(pointer) || isDeepStrictEqual(first, second)) return first;
  if (isObject(first) && isObject(second)) return mergeObjects(first, second, pointer, diagnostics);
  if (isList(first) && isList(second)) {
    const isNew = (item: Json): boolean => !first.some((known) => isDeepStrictEqual(known, item));
    return [...first, ...second.filter(isNew)];
  }
  diagnostics.push(clash(pointer));
  return first;
}

function mergeObjects(
  first: JsonObject,
  second: JsonObject,
  pointer: string,
  diagnostics: Diagnostic[],
): Json {
  const both = mapMembers(first, (value, key) => {
    const other = member(second, key);
    return other === undefined ? value : merge(value, other, append(pointer, key), diagnostics);
  });
  return { ...both, ...without(second, ...Object.keys(first)) };
}

function clash(pointer: string): Diagnostic {
  return diagnostic("input-conflict", pointer, "Two inputs of the source define this differently.");
}
