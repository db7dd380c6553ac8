/**
 * Bodies of errors: inline schemas of equal shape for the same status are one model, so that one
 * error class can stand for all of them.
 */
import type { ModelDraft } from "./model-registry.js";
import { shapeOf } from "./shape.js";
import { sorted } from "./sorted.js";
import { reasonOf } from "./status.js";
import { mapChildren, splitNull } from "./type-helpers.js";
import type { Operation, OperationResponse, Pointer, Type } from "./types.js";
import { refsOf, refsOfOperation } from "./usage.js";

interface Modeled {
  readonly drafts: readonly ModelDraft[];
  readonly operations: readonly Operation[];
}

/**
 * Replaces equal bodies with the first of them. The body that most operations declare for a status
 * is named after the status alone.
 */
export function shareErrorBodies({ drafts, operations }: Modeled): Modeled {
  const equal = [...equalBodies(drafts, operations).values()];
  const replaced = new Map(
    equal.flatMap(({ pointers: [first = "", ...others] }) => others.map((to) => [to, first])),
  );
  const statuses = new Map(commonest(equal).map(({ status, pointers: [to = ""] }) => [to, status]));
  if (replaced.size === 0 && statuses.size === 0) return { drafts, operations };
  const sharing = operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => withShared(response, replaced)),
  }));
  return {
    drafts: renamed(stillUsed(drafts, sharing, replaced), statuses),
    operations: sharing,
  };
}

/** Bodies of equal shape for one status. */
interface EqualBodies {
  readonly status: OperationResponse["status"];
  readonly pointers: readonly Pointer[];
  readonly operations: ReadonlySet<string>;
}

function equalBodies(
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
): ReadonlyMap<string, EqualBodies> {
  const types = new Map(drafts.map(({ pointer, type }) => [pointer, type]));
  const groups = new Map<string, EqualBodies>();
  for (const { id, responses } of operations) {
    for (const { status, type, isError } of responses) {
      const pointer = isError && type ? inlineBody(type) : undefined;
      if (type === undefined || pointer === undefined) continue;
      const key = `${status} ${shapeOf(type, (to) => types.get(to))}`;
      const { pointers = [], operations: users = [] } = groups.get(key) ?? {};
      groups.set(key, {
        status,
        pointers: [...new Set([...pointers, pointer])],
        operations: new Set([...users, id]),
      });
    }
  }
  return groups;
}

/** The model of a schema inside an operation. */
function inlineBody(type: Type): Pointer | undefined {
  const { core } = splitNull(type);
  return core.kind === "ref" && core.to.startsWith("/paths/") ? core.to : undefined;
}

/** For each status the body that most operations share, if several do. */
function commonest(groups: readonly EqualBodies[]): readonly EqualBodies[] {
  const shared = groups.filter(({ operations }) => operations.size > 1);
  const ranked = sorted(shared, (a, b) => b.operations.size - a.operations.size);
  return ranked.filter(
    ({ status }, index) => ranked.findIndex((other) => other.status === status) === index,
  );
}

function withShared(
  response: OperationResponse,
  replaced: ReadonlyMap<Pointer, Pointer>,
): OperationResponse {
  const { type, isError } = response;
  const change = (of: Type): Type => {
    if (of.kind === "union") return mapChildren(of, change);
    return of.kind === "ref" ? { ...of, to: replaced.get(of.to) ?? of.to } : of;
  };
  return isError && type ? { ...response, type: change(type) } : response;
}

/** All models but those inside replaced ones that nothing refers to any more. */
function stillUsed(
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
  replaced: ReadonlyMap<Pointer, unknown>,
): readonly ModelDraft[] {
  const graph = new Map(drafts.map(({ pointer, type }) => [pointer, refsOf([type])]));
  const own = drafts.map(({ pointer }) => pointer);
  const used = new Set([
    ...own.filter((pointer) => ownerIn(replaced, pointer) === undefined),
    ...operations.flatMap(refsOfOperation),
  ]);
  // The set grows during the iteration.
  for (const pointer of used) for (const next of graph.get(pointer) ?? []) used.add(next);
  return drafts.filter(({ pointer }) => used.has(pointer));
}

/** Names bodies and what is inside them after their statuses. */
function renamed(
  drafts: readonly ModelDraft[],
  statuses: ReadonlyMap<Pointer, OperationResponse["status"]>,
): readonly ModelDraft[] {
  const known = new Map(drafts.map(({ pointer, suggestedName }) => [pointer, suggestedName]));
  return drafts.map((draft) => {
    const owner = ownerIn(statuses, draft.pointer) ?? "";
    const [status, whole] = [statuses.get(owner), known.get(owner) ?? ""];
    if (status === undefined || !draft.suggestedName.startsWith(whole)) return draft;
    const rest = draft.suggestedName.slice(whole.length);
    return { ...draft, suggestedName: `${reasonOf(status)} response body${rest}` };
  });
}

/** The key that a pointer is or is inside of. */
function ownerIn(keys: ReadonlyMap<Pointer, unknown>, pointer: Pointer): Pointer | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
    if (keys.has(at)) return at;
  return undefined;
}
