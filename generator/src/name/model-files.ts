/**
 * The files of models: those that only one resource uses are together, in a file named like its
 * class. A file for each model would be most of what a compiler reads of a large SDK. Only a
 * document without operations is a library of models, each in a file of its own.
 */
import { reachable, refsOf, refsOfOperation } from "../model/usage.js";
import type { Api, Operation, Pointer } from "../model/types.js";
import { type NamedGroups, groupKey } from "./groups.js";
import { fileScope } from "./scope.js";

/** Names of files in `models/components`, `models/operations` and `models/errors`. */
export interface ModelFiles {
  /** The file of what belongs to an operation. */
  readonly ofOperation: (operation: Operation) => string;
  /** The file of what all of these operations use, and no others. */
  readonly ofOperations: (operations: Iterable<Operation>) => string;
  /** The file of a model, unless it gets one of its own. */
  readonly ofModel: (pointer: Pointer) => string | undefined;
  /** Assigns a file to a model of a document without operations. */
  readonly claim: (name: string) => string;
}

/** The file of what several resources use, or none. */
const SHARED = "shared";

/** The file of what only webhooks send. */
const WEBHOOKS = "webhooks";

/** Assigns every model to the resource that uses it. */
export function nameModelFiles(api: Api, groups: NamedGroups): ModelFiles {
  const ofOperation = ({ group }: Operation): string =>
    (groups.names.get(groupKey(group))?.file ?? "sdk/sdk").slice("sdk/".length);
  const ofOperations = (operations: Iterable<Operation>): string => {
    const [file = SHARED, ...others] = new Set([...operations].map(ofOperation));
    return others.length === 0 ? file : SHARED;
  };
  const users = usersOf(api);
  const events = eventsOf(api);
  const own = fileScope();
  return {
    ofOperation,
    ofOperations,
    ofModel: (pointer) =>
      api.operations.length === 0
        ? undefined
        : events.has(pointer) && !users.has(pointer)
          ? WEBHOOKS
          : ofOperations(users.get(pointer) ?? []),
    claim: (name) => own.claim(name.toLowerCase()),
  };
}

/** The models that webhooks send. */
function eventsOf({ webhooks, models }: Api): ReadonlySet<Pointer> {
  if (!webhooks) return new Set();
  const graph = new Map(models.map(({ pointer, type }) => [pointer, refsOf([type])]));
  return reachable(graph, refsOf([webhooks.event]));
}

/** The operations that refer to each model, also through other models: one for each resource. */
function usersOf({ operations, models }: Api): ReadonlyMap<Pointer, readonly Operation[]> {
  const graph = new Map(models.map(({ pointer, type }) => [pointer, refsOf([type])]));
  const byGroup = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = groupKey(operation.group);
    byGroup.set(key, [...(byGroup.get(key) ?? []), operation]);
  }
  const users = new Map<Pointer, Operation[]>();
  for (const group of byGroup.values()) {
    const found = new Set(group.flatMap(refsOfOperation));
    // The set grows during the iteration.
    for (const pointer of found) {
      for (const next of graph.get(pointer) ?? []) found.add(next);
      users.set(pointer, [...(users.get(pointer) ?? []), ...group.slice(0, 1)]);
    }
  }
  return users;
}
