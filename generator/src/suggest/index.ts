/** Suggestions that make an SDK nicer: pagination and names that a document could declare. */
import type { Api, Group, Operation } from "../model/types.js";
import { assignNames } from "../name/assign-names.js";
import type { Names, OperationNames } from "../name/types.js";
import { typeReader } from "./members.js";
import { type BetterName, findNames } from "./names.js";
import { formatOverlay } from "./overlay.js";
import { findPaging } from "./paging.js";
import type { Suggestion, SuggestionCounts } from "./suggestion.js";

/** Writes the suggestions for an API as an overlay. */
export function suggestOverlay(
  api: Api,
  names: Names,
): { readonly text: string; readonly counts: SuggestionCounts } {
  const suggestions = suggest(api, names);
  const counts = {
    paging: suggestions.filter(({ paging }) => paging).length,
    names: suggestions.filter(({ name }) => name).length,
  };
  return { text: formatOverlay(api, suggestions), counts };
}

/** Suggestions for the operations of an API, in the order of the document. */
export function suggest(api: Api, names: Names): readonly Suggestion[] {
  const reader = typeReader(api);
  const better = confirmed(api, names, findNames(api, reader));
  return api.operations.flatMap((operation): readonly Suggestion[] => {
    const paging = findPaging(operation, reader);
    const name = better.get(operation);
    if (!paging && !name) return [];
    return [{ operation, ...(paging && { paging }), ...(name && { name }) }];
  });
}

/** How many suggestions there are of each kind. Faster than to make them, and rarely too high. */
export function countSuggestions(api: Api): SuggestionCounts {
  const reader = typeReader(api);
  const paging = api.operations.filter((operation) => findPaging(operation, reader)).length;
  return { paging, names: findNames(api, reader).size };
}

type ConfirmedName = NonNullable<Suggestion["name"]>;

/**
 * The names that the SDK would really have, because nothing else has them, and with which no other
 * method gets another name.
 */
function confirmed(
  api: Api,
  before: Names,
  wanted: ReadonlyMap<Operation, BetterName>,
): ReadonlyMap<Operation, ConfirmedName> {
  let left = wanted;
  while (left.size > 0) {
    const renamed = rename(api, left);
    const after = assignNames(renamed.api, { sdkClassName: before.sdk.className });
    const nameOf = (operation: Operation): OperationNames =>
      after.operation(renamed.operations.get(operation) ?? operation);
    const isTaken = ownNames(api, before, left);
    const good = new Map<Operation, ConfirmedName>();
    for (const [operation, better] of left) {
      const { method, func } = nameOf(operation);
      if (method !== better.method || !isUnnumbered(func.name, method)) continue;
      if (isTaken(operation, better, func.name)) continue;
      const changed = renamed.operations.get(operation) ?? operation;
      good.set(operation, {
        ...better,
        before: callOf(before, operation),
        after: callOf(after, changed),
      });
    }
    const others = api.operations.filter((operation) => !left.has(operation));
    const isClean = others.every((operation) =>
      isSame(before.operation(operation), nameOf(operation)),
    );
    if (isClean && good.size === left.size) return good;
    // If something else got another name for no reason that is known here, suggest nothing.
    if (good.size === left.size) return new Map();
    left = good;
  }
  return new Map();
}

/** Whether another operation, which keeps its name, has the method or the function. */
function ownNames(
  api: Api,
  before: Names,
  better: ReadonlyMap<Operation, BetterName>,
): (operation: Operation, name: BetterName, func: string) => boolean {
  const methods = new Set<string>();
  const functions = new Set<string>();
  for (const operation of api.operations) {
    if (better.has(operation)) continue;
    const { method, func } = before.operation(operation);
    methods.add(JSON.stringify([...operation.group, method]));
    functions.add(func.name.toLowerCase());
  }
  return ({ group }, { group: own, method }, func) =>
    methods.has(JSON.stringify([...(own === undefined ? group : [own]), method])) ||
    functions.has(func.toLowerCase());
}

interface Renamed {
  readonly api: Api;
  readonly operations: ReadonlyMap<Operation, Operation>;
}

function rename(api: Api, better: ReadonlyMap<Operation, BetterName>): Renamed {
  const operations = new Map(
    api.operations.map((operation): [Operation, Operation] => {
      const name = better.get(operation);
      if (!name) return [operation, operation];
      const group = name.group === undefined ? operation.group : [name.group];
      return [operation, { ...operation, group, suggestedName: name.method }];
    }),
  );
  const known = new Set(api.groups.map(({ path }) => JSON.stringify(path)));
  const groups = new Map<string, Group>();
  for (const { group } of operations.values()) {
    const key = JSON.stringify(group);
    if (group.length > 0 && !known.has(key)) groups.set(key, { path: group, docs: {} });
  }
  return {
    api: {
      ...api,
      operations: [...operations.values()],
      groups: [...api.groups, ...groups.values()],
    },
    operations,
  };
}

function isSame(old: OperationNames, now: OperationNames): boolean {
  return old.method === now.method && old.func.name === now.func.name;
}

/** A number at the end of a function that its method does not have comes from a clash. */
function isUnnumbered(func: string, method: string): boolean {
  return !/\d$/.test(func) || /\d$/.test(method);
}

function callOf(names: Names, operation: Operation): string {
  const groups = operation.group.map(
    (_, index) => names.group(operation.group.slice(0, index + 1)).property,
  );
  return `${["sdk", ...groups, names.operation(operation).method].join(".")}()`;
}
