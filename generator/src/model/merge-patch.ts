/**
 * Merge patches (RFC 7396): in an `application/merge-patch+json` request, `null` removes a member.
 * So every member that may be absent can be null there, however deep, but not the items of arrays,
 * which a patch replaces as a whole.
 */
import { append } from "../document/pointer.js";
import { discriminatorFields } from "./discriminator-values.js";
import type { ModelDraft } from "./model-registry.js";
import { canonical, eachChild, nullable } from "./type-helpers.js";
import type { Body, BodyContent, Docs, Field, Operation, Pointer, Type } from "./types.js";
import { reachable, refsOf } from "./usage.js";

const MERGE_PATCH = "application/merge-patch+json";

/** The models and operations, with the types of merge patches. */
export interface MergePatches {
  readonly drafts: readonly ModelDraft[];
  readonly operations: readonly Operation[];
}

/**
 * Changes the types of merge patches. A model that is used for nothing else is changed itself. Any
 * other keeps its type, and gets a second model for patches: `Pet` and `PetPatch`.
 *
 * @param others types that are used outside of operations
 */
export function withMergePatches(
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
  others: readonly Type[],
): MergePatches {
  const patches = operations.flatMap(({ body }) => contentsOf(body).filter(isPatch));
  if (patches.length === 0) return { drafts, operations };
  const isTag = discriminatorFields(drafts);
  const types = new Map(drafts.map(({ pointer, type }) => [pointer, type]));
  const inPatches = reachable(
    new Map(drafts.map(({ pointer, type }) => [pointer, patchRefs([type], false)])),
    patchRefs(
      patches.map(({ type }) => type),
      false,
    ),
  );
  const changing = changingModels(types, inPatches, isTag);
  const elsewhere = usedElsewhere(drafts, operations, others, inPatches);
  const patchOf = (to: Pointer): Pointer =>
    changing.has(to) && elsewhere.has(to) ? append(to, "x-merge-patch") : to;
  const names = new Map(drafts.map(({ pointer, suggestedName }) => [pointer, suggestedName]));
  const taken = new Set(drafts.map(({ suggestedName }) => spelled(suggestedName)));
  return {
    drafts: drafts.flatMap((draft) => {
      const { pointer } = draft;
      if (!changing.has(pointer)) return [draft];
      const patch: ModelDraft = {
        ...draft,
        pointer: patchOf(pointer),
        type: patched(draft.type, pointer, patchOf, isTag),
        docs: patchDocs(draft.docs),
      };
      if (!elsewhere.has(pointer)) return [patch];
      const isTaken = taken.has(spelled(`${draft.suggestedName} Patch`));
      const suggestedName = `${draft.suggestedName} ${isTaken ? "Merge " : ""}Patch`;
      return [draft, { ...patch, suggestedName }];
    }),
    operations: operations.map((operation) => {
      const { body: declared } = operation;
      const body = declared?.others
        ? { ...declared, others: declared.others.map((each) => contentPatch(each, patchOf, isTag)) }
        : declared;
      if (!body) return operation;
      if (!isPatch(body)) return { ...operation, body };
      const { type } = contentPatch(body, patchOf, isTag);
      // The request member is named after the component, whose patch it holds.
      const component = body.type.kind === "ref" ? names.get(body.type.to) : undefined;
      const isOther = type.kind === "ref" && !names.has(type.to);
      const suggestedName = body.suggestedName ?? (isOther ? component : undefined);
      return {
        ...operation,
        body: { ...body, type, ...(suggestedName !== undefined && { suggestedName }) },
      };
    }),
  };
}

/** A body in each of its media types. */
function contentsOf(body: Body | undefined): readonly BodyContent[] {
  return body ? [body, ...(body.others ?? [])] : [];
}

function isPatch({ media }: BodyContent): boolean {
  return media === MERGE_PATCH;
}

function contentPatch<C extends BodyContent>(
  content: C,
  patchOf: (to: Pointer) => Pointer,
  isTag: IsTag,
): C {
  if (!isPatch(content)) return content;
  return { ...content, type: patched(content.type, "", patchOf, isTag) };
}

function spelled(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function patchDocs(docs: Docs): Docs {
  const text = "In a merge patch, `null` removes a member.";
  return { ...docs, description: [docs.description, text].filter(Boolean).join("\n\n") };
}

type IsTag = (model: Pointer, wire: string) => boolean;

/** The type of a patch. The member that selects a variant of a union cannot be removed. */
function patched(
  type: Type,
  owner: Pointer,
  patchOf: (to: Pointer) => Pointer,
  isTag: IsTag,
): Type {
  const inside = (inner: Type): Type => patched(inner, owner, patchOf, isTag);
  const removable = (inner: Type): Type => nullable(inside(inner));
  const field = (of: Field): Field => {
    const isSelecting = isTag(owner, of.wire);
    const stays = of.required || of.access === "read" || isSelecting;
    const change = { ...of, type: stays ? inside(of.type) : removable(of.type) };
    if (!of.required || of.default === undefined) return change;
    // The default of a required member is not sent: it would overwrite what the server has.
    const { default: _, ...plain } = change;
    return { ...plain, required: isSelecting };
  };
  switch (type.kind) {
    case "ref":
      return { kind: "ref", to: patchOf(type.to) };
    case "object":
      return {
        ...type,
        fields: type.fields.map(field),
        extra: type.extra && removable(type.extra),
        patterns: type.patterns.map((each) => ({ ...each, type: removable(each.type) })),
        ...(type.base !== undefined && { base: patchOf(type.base) }),
      };
    case "union":
      return {
        ...type,
        variants: type.variants.map((each) => ({ ...each, type: inside(each.type) })),
        ...(type.fallback && { fallback: inside(type.fallback) }),
      };
    case "intersection":
      return { ...type, parts: type.parts.map(inside) };
    default:
      return type;
  }
}

/** The models that types refer to: as items of arrays, which are not patched, or elsewhere. */
function patchRefs(types: readonly Type[], areItems: boolean): readonly Pointer[] {
  const refs = new Set<Pointer>();
  const visit = (type: Type, isItem: boolean): void => {
    const isArray = type.kind === "array" || type.kind === "tuple";
    if (type.kind === "ref") {
      if (isItem === areItems) refs.add(type.to);
    } else eachChild(type, (child) => visit(child, isItem || isArray));
  };
  for (const type of types) visit(type, false);
  return [...refs];
}

/** The models whose patch differs from them, in themselves or in a model inside. */
function changingModels(
  types: ReadonlyMap<Pointer, Type>,
  inPatches: ReadonlySet<Pointer>,
  isTag: IsTag,
): ReadonlySet<Pointer> {
  const users = new Map<Pointer, Pointer[]>();
  const changing = new Set<Pointer>();
  for (const pointer of inPatches) {
    const type = types.get(pointer);
    if (!type) continue;
    if (canonical(patched(type, pointer, (to) => to, isTag)) !== canonical(type))
      changing.add(pointer);
    for (const inner of patchRefs([type], false))
      users.set(inner, [...(users.get(inner) ?? []), pointer]);
  }
  return reachable(users, [...changing]);
}

/** The models that are used by anything but a patch. */
function usedElsewhere(
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
  others: readonly Type[],
  inPatches: ReadonlySet<Pointer>,
): ReadonlySet<Pointer> {
  const graph = new Map(drafts.map(({ pointer, type }) => [pointer, refsOf([type])]));
  const patchTypes = [
    ...operations.flatMap(({ body }) =>
      contentsOf(body)
        .filter(isPatch)
        .map(({ type }) => type),
    ),
    ...drafts.flatMap(({ pointer, type }) => (inPatches.has(pointer) ? [type] : [])),
  ];
  const plain = reachable(graph, [
    ...refsOf([...operations.flatMap(typesOf), ...others]),
    ...patchRefs(patchTypes, true),
  ]);
  // A model that nothing uses is part of the SDK too.
  const unused = drafts.filter(({ pointer }) => !plain.has(pointer) && !inPatches.has(pointer));
  return reachable(graph, [...plain, ...unused.map(({ pointer }) => pointer)]);
}

/** The types of an operation, except for a patch. */
function typesOf({ parameters, body, responses }: Operation): readonly Type[] {
  return [
    ...parameters.map(({ type }) => type),
    ...contentsOf(body).flatMap((content) => (isPatch(content) ? [] : [content.type])),
    ...responses.flatMap(({ type, headers }) => [
      ...(type ? [type] : []),
      ...headers.map((header) => header.type),
    ]),
  ];
}
