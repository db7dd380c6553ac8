/**
 * Moves null from models to references: a named schema that accepts null becomes a model without
 * null, and a reference to it becomes a reference or null. So `T | null` is visible where a value
 * is used.
 */
import type { ModelDraft } from "./model-registry.js";
import { direct, mapChildren, nullable, splitNull } from "./type-helpers.js";
import type { Pointer, Type } from "./types.js";

/** Rewrites the types of all models, and returns a function that does the same for other types. */
export function spreadNull(
  drafts: readonly ModelDraft[],
  declared: ReadonlySet<Pointer>,
): { readonly drafts: readonly ModelDraft[]; readonly spread: (type: Type) => Type } {
  const nullables = closure(drafts, declared);
  const spread = (type: Type): Type => {
    const inner = flat(
      mapChildren(
        type,
        type.kind === "intersection" ? (part) => splitNull(spread(part)).core : spread,
      ),
    );
    return inner.kind === "ref" && nullables.has(inner.to) ? nullable(inner) : inner;
  };
  return {
    spread,
    drafts: drafts.map((draft) => ({ ...draft, type: splitNull(spread(draft.type)).core })),
  };
}

/** A model that is, or has as a variant, a nullable model accepts null as well. */
function closure(
  drafts: readonly ModelDraft[],
  declared: ReadonlySet<Pointer>,
): ReadonlySet<Pointer> {
  const nullables = new Set(declared);
  const admits = (type: Type): boolean => {
    if (type.kind === "ref") return nullables.has(type.to);
    if (type.kind === "union")
      return type.variants.some((item) => item.type.kind === "null" || admits(item.type));
    return type.kind === "intersection" && type.parts.every(admits);
  };
  const users = usersOf(drafts);
  for (const draft of drafts) if (admits(draft.type)) nullables.add(draft.pointer);
  // The set grows during the iteration: the users of a nullable model are checked again.
  for (const pointer of nullables) {
    for (const user of users.get(pointer) ?? []) {
      if (admits(user.type)) nullables.add(user.pointer);
    }
  }
  return nullables;
}

/** The models that are made of another model, as opposed to those that contain it. */
function usersOf(drafts: readonly ModelDraft[]): ReadonlyMap<Pointer, readonly ModelDraft[]> {
  const users = new Map<Pointer, ModelDraft[]>();
  for (const draft of drafts) {
    for (const pointer of direct(draft.type)) {
      const known = users.get(pointer);
      if (known) known.push(draft);
      else users.set(pointer, [draft]);
    }
  }
  return users;
}

/** Moves the null of a variant to the union. */
function flat(type: Type): Type {
  if (type.kind !== "union") return type;
  const split = type.variants.map((item) => ({ ...item, ...splitNull(item.type) }));
  if (!split.some((item) => item.admitsNull)) return type;
  return nullable({
    ...type,
    variants: split.map(({ core, discriminatorValues }) => ({ type: core, discriminatorValues })),
  });
}
