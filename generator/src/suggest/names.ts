/** Finds better names of methods: `sdk.stations.list()` for `sdk.stations.getStations()`. */
import type { Api, Operation } from "../model/types.js";
import { camel, identifier, words } from "../name/identifier.js";
import type { TypeReader } from "./members.js";

/** A better name, and the group if the operation has none. */
export interface BetterName {
  readonly method: string;
  /** Set for an operation without tags. */
  readonly group?: string;
}

/**
 * Better names of operations that have none by the document's choice. No two operations of a group
 * get the same name: then both keep theirs.
 */
export function findNames(api: Api, reader: TypeReader): ReadonlyMap<Operation, BetterName> {
  const groups = ungrouped(api);
  const found = new Map<Operation, BetterName>();
  for (const operation of api.operations) {
    const group = groups.get(operation);
    const noun = group ?? operation.group.at(-1);
    if (noun === undefined || operation.suggestedName !== operation.id) continue;
    const method = identifier(camel(betterWords(operation, nounOf(noun), reader).join(" ")), "");
    const isNoun = nounOf(method).join(" ") === nounOf(noun).join(" ");
    const isBetter = method !== "" && !isNoun && method !== identifier(camel(operation.id), "");
    if (isBetter || group !== undefined)
      found.set(operation, {
        method: isBetter ? method : identifier(camel(operation.id), "call"),
        ...(group !== undefined && { group }),
      });
  }
  return withoutClashes(api, found);
}

/**
 * Groups of operations without tags: what their paths begin with. Only if no operation has a tag,
 * and for at least two operations.
 */
function ungrouped({ operations }: Api): ReadonlyMap<Operation, string> {
  if (operations.some(({ group }) => group.length > 0)) return new Map();
  const firsts = operations.map((operation) => [operation, firstSegment(operation.path)] as const);
  const counts = new Map<string, number>();
  for (const [, first] of firsts) counts.set(first, (counts.get(first) ?? 0) + 1);
  // A single group would say nothing.
  if (counts.size < 2) return new Map();
  return new Map(firsts.filter(([, first]) => first !== "" && (counts.get(first) ?? 0) > 1));
}

function firstSegment(path: string): string {
  const own = segmentsOf(path).find((part) => !/^(?:api|rest|v\d[\w.]*|\{.*\})$/i.test(part)) ?? "";
  return camel(own);
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The words of a name in lower case and in the singular. */
function nounOf(name: string): readonly string[] {
  return words(name).map((word) => singular(word.toLowerCase()));
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  return word
    .replace(/ies$/, "y")
    .replace(/(?<=x|ch|sh|ss|z)es$/, "")
    .replace(/s$/, "");
}

const VERBS: Readonly<Record<string, readonly string[]>> = {
  GET: ["get", "list", "fetch", "read", "retrieve", "index", "find", "show", "view"],
  POST: ["create", "add", "new", "insert", "post", "store"],
  PUT: ["update", "put", "edit", "modify", "change"],
  PATCH: ["update", "patch", "edit", "modify", "change"],
  DELETE: ["delete", "remove", "destroy"],
};

/** A method must not end in one. */
const PREPOSITIONS = new Set("to from of in into by for with on at and or as".split(" "));

/** The words of the better name, or none. */
function betterWords(
  operation: Operation,
  noun: readonly string[],
  reader: TypeReader,
): readonly string[] {
  const all = idWords(operation);
  const rest = withoutNoun(all, noun).filter((word) => !/^(?:a|an|the|all)$/.test(word));
  const known = VERBS[operation.method] ?? [];
  const own = withoutPath(rest, operation, noun);
  const isPlain = own.every((word) => known.includes(word));
  if (isPlain && (rest.length > 0 || isResource(operation, noun)))
    return [canonical(operation, all, reader)];
  const isShorter = rest.length < all.length && !PREPOSITIONS.has(rest.at(-1) ?? "");
  // What begins with a preposition has lost its verb, and `list of` what is listed.
  return isShorter && !PREPOSITIONS.has(rest[0] ?? "") && !rest.includes("of") ? rest : [];
}

/** The words of the id. Frameworks append the path and the method: `read_items_items__get`. */
function idWords({ id, path, method }: Operation): readonly string[] {
  const all = words(id).map((word) => word.toLowerCase());
  if (all.at(-1) !== method.toLowerCase()) return all;
  const appended = [...words(path), method].map((word) => word.toLowerCase());
  const start = all.length - appended.length;
  const isAppended = start > 0 && appended.every((word, index) => all[start + index] === word);
  return isAppended ? all.slice(0, start) : all;
}

/** Without the words of the noun where they follow each other. */
function withoutNoun(all: readonly string[], noun: readonly string[]): readonly string[] {
  if (noun.length === 0) return all;
  const kept: string[] = [];
  for (let at = 0; at < all.length;) {
    const start = at;
    const isHere = noun.every((word, index) => singular(all[start + index] ?? "") === word);
    if (!isHere) kept.push(all[at] ?? "");
    at += isHere ? noun.length : 1;
    // The variable after the noun in a path that became an id: `getStationsIdPlatforms`.
    if (isHere && all[at] === "id" && at + 1 < all.length) at++;
  }
  // The class of a controller is the group again.
  return kept.filter((word) => word !== "controller");
}

/** Without `by id`, and without the nouns that come before the last one in the path. */
function withoutPath(
  rest: readonly string[],
  { path }: Operation,
  noun: readonly string[],
): readonly string[] {
  // A verb alone, from which nothing can be taken.
  if (rest.length < 2) return rest;
  const segments = segmentsOf(path);
  const statics = segments.filter((part) => !part.startsWith("{"));
  const variables = new Set(
    segments.filter((part) => part.startsWith("{")).flatMap((part) => nounOf(part)),
  );
  const by = rest.lastIndexOf("by");
  const isById =
    by > 0 && rest.slice(by + 1).every((word) => word === "id" || variables.has(singular(word)));
  const named = isById ? rest.slice(0, by) : rest;
  const isLast = noun.join(" ") === nounOf(statics.at(-1) ?? "").join(" ");
  const parents = new Set(isLast ? statics.slice(0, -1).flatMap((part) => nounOf(part)) : []);
  return named.filter((word) => !parents.has(singular(word)));
}

/** Whether the path is the resource itself: `/stations` or `/stations/{id}`. */
function isResource({ path, method }: Operation, noun: readonly string[]): boolean {
  const statics = segmentsOf(path).filter((part) => !part.startsWith("{"));
  return method !== "POST" && noun.join(" ") === nounOf(statics.at(-1) ?? "").join(" ");
}

function canonical(operation: Operation, all: readonly string[], reader: TypeReader): string {
  switch (operation.method) {
    case "GET":
      return isList(operation, all, reader) ? "list" : "get";
    case "POST":
      return "create";
    case "DELETE":
      return "delete";
    case "PUT":
      return all.includes("replace") ? "replace" : "update";
    default:
      return "update";
  }
}

/** A collection: the path ends in a noun, and the response has several items. */
function isList(operation: Operation, all: readonly string[], reader: TypeReader): boolean {
  if (operation.path.endsWith("}")) return false;
  if (all.includes("list")) return true;
  const { type } =
    operation.responses.find(({ isError, encoding }) => !isError && encoding === "json") ?? {};
  if (!type) return false;
  if (reader.resolve(type).kind === "array") return true;
  const isPlural = all.some((word) => word.length > 3 && singular(word) !== word);
  return isPlural && reader.members(type, 2).some((member) => member.type.kind === "array");
}

/** Removes names that two operations of a group would have. */
function withoutClashes(
  { operations }: Api,
  found: ReadonlyMap<Operation, BetterName>,
): ReadonlyMap<Operation, BetterName> {
  const counts = new Map<string, number>();
  const keys = new Map<Operation, string>();
  const groups = new Map<string, string>();
  for (const operation of operations) {
    const better = found.get(operation);
    const group = (better?.group === undefined ? operation.group : [better.group]).join(".");
    const method = better?.method ?? identifier(camel(operation.suggestedName), "");
    const letters = groups.get(group) ?? words(group).join("").toLowerCase();
    groups.set(group, letters);
    const key = `${letters} ${method}`;
    keys.set(operation, key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map([...found].filter(([operation]) => counts.get(keys.get(operation) ?? "") === 1));
}
