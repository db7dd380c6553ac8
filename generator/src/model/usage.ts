/**
 * The usage of models: which are sent, which are received, which differ between the two, and which
 * contain themselves.
 */
import type { ModelDraft } from "./model-registry.js";
import { cyclicNodes } from "./strongly-connected.js";
import { bodyTypes, childrenOf, eachChild } from "./type-helpers.js";
import type { Model, Operation, Pointer, Type } from "./types.js";

type Graph = ReadonlyMap<Pointer, readonly Pointer[]>;

/**
 * Completes the models with what can be known only when all models and operations are.
 *
 * @param events - what is received without an operation
 */
export function finishModels(
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
  events: readonly Type[] = [],
): readonly Model[] {
  const all = graphOf(drafts, "none");
  const split = drafts.filter((draft) => hasAccess(draft.type)).map((draft) => draft.pointer);
  // If no field is read-only or write-only, both sides have the same graph.
  const sides = split.length === 0 ? { sent: all, received: all } : sidesOf(drafts);
  const request = reachable(sides.sent, operations.flatMap(sent));
  const response = reachable(sides.received, [
    ...operations.flatMap(received),
    ...refsOf(events, "write"),
  ]);
  const splits = reaching(all, split);
  const recursive = cyclicNodes(all);
  return drafts.map((draft) => ({
    ...draft,
    usedIn: { request: request.has(draft.pointer), response: response.has(draft.pointer) },
    splits: splits.has(draft.pointer),
    recursive: recursive.has(draft.pointer),
  }));
}

/** Returns whether a request of a type can hold a type that matches. */
export function sending(
  drafts: readonly ModelDraft[],
  matches: (type: Type) => boolean,
): (type: Type) => boolean {
  const holds = (type: Type): boolean =>
    matches(type) ||
    childrenOf(type.kind === "object" ? withoutFields(type, "read") : type).some(holds);
  const own = drafts.filter((draft) => holds(draft.type)).map(({ pointer }) => pointer);
  const holding = own.length === 0 ? new Set() : reaching(graphOf(drafts, "read"), own);
  return (type) => holds(type) || refsOf([type], "read").some((pointer) => holding.has(pointer));
}

/**
 * The models that types refer to, without those inside the models. Fields of one access can be
 * excluded.
 */
export function refsOf(
  types: readonly Type[],
  except: "read" | "write" | "none" = "none",
): readonly Pointer[] {
  const refs = new Set<Pointer>();
  const visit = (inner: Type): void => {
    if (inner.kind === "ref") refs.add(inner.to);
    else if (except === "none" || inner.kind !== "object") eachChild(inner, visit);
    else eachChild(withoutFields(inner, except), visit);
  };
  for (const type of types) visit(type);
  return [...refs];
}

/** The models that an operation refers to, without those inside the models. */
export function refsOfOperation({ parameters, body, responses }: Operation): readonly Pointer[] {
  return refsOf([
    ...parameters.map(({ type }) => type),
    ...(body ? bodyTypes(body) : []),
    ...responses.flatMap(({ type, headers }) => [
      ...(type ? [type] : []),
      ...headers.map((header) => header.type),
    ]),
  ]);
}

function withoutFields(
  type: Extract<Type, { kind: "object" }>,
  except: "read" | "write",
): typeof type {
  return { ...type, fields: type.fields.filter((field) => field.access !== except) };
}

function sidesOf(drafts: readonly ModelDraft[]): {
  readonly sent: Graph;
  readonly received: Graph;
} {
  return { sent: graphOf(drafts, "read"), received: graphOf(drafts, "write") };
}

function graphOf(drafts: readonly ModelDraft[], except: "read" | "write" | "none"): Graph {
  return new Map(drafts.map((draft) => [draft.pointer, refsOf([draft.type], except)]));
}

function sent({ parameters, body }: Operation): readonly Pointer[] {
  const types = parameters.map((parameter) => parameter.type);
  return refsOf(body ? types.concat(bodyTypes(body)) : types, "read");
}

function received(operation: Operation): readonly Pointer[] {
  const types = operation.responses.flatMap((response) => [
    ...(response.type ? [response.type] : []),
    ...response.headers.map((header) => header.type),
  ]);
  return refsOf(types, "write");
}

/** The given models and everything that they refer to. */
export function reachable(graph: Graph, from: readonly Pointer[]): ReadonlySet<Pointer> {
  const found = new Set(from);
  // The set grows during the iteration.
  for (const pointer of found) for (const next of graph.get(pointer) ?? []) found.add(next);
  return found;
}

/** Everything from which one of the targets is reachable. */
function reaching(graph: Graph, targets: readonly Pointer[]): ReadonlySet<Pointer> {
  const reversed = new Map<Pointer, Pointer[]>();
  for (const [from, edges] of graph) {
    for (const to of edges) {
      const known = reversed.get(to);
      if (known) known.push(from);
      else reversed.set(to, [from]);
    }
  }
  return reachable(reversed, targets);
}

function hasAccess(type: Type): boolean {
  const own =
    type.kind === "object" &&
    type.fields.some((field) => field.access !== "both" || field.sendsDefault === true);
  return own || childrenOf(type).some(hasAccess);
}
