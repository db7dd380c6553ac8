/**
 * A named schema that admits null is a model without null, and every reference to it is a reference or null. So no
 * model is nullable itself, and `T | null` shows where a value is used.
 */
import type { Draft } from "./hoist.js";
import type { Pointer, Type } from "./types.js";
import { direct, mapChildren, nullable, splitNull } from "./types-of.js";

/** Rewrites the types of all models. The second value does the same for types elsewhere. */
export function spreadNull(
  drafts: readonly Draft[],
  declared: ReadonlySet<Pointer>,
): { readonly drafts: readonly Draft[]; readonly spread: (type: Type) => Type } {
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

/** A model that is or contains, as a variant, a nullable one admits null as well. */
function closure(drafts: readonly Draft[], declared: ReadonlySet<Pointer>): ReadonlySet<Pointer> {
  const nullables = new Set(declared);
  const admits = (type: Type): boolean => {
    if (type.kind === "ref") return nullables.has(type.to);
    if (type.kind === "union")
      return type.variants.some((item) => item.type.kind === "null" || admits(item.type));
    return type.kind === "intersection" && type.parts.every(admits);
  };
  const users = usersOf(drafts);
  for (const draft of drafts) if (admits(draft.type)) nullables.add(draft.pointer);
  // A set that grows while it is walked: whoever is made of a nullable model is asked again.
  for (const pointer of nullables) {
    for (const user of users.get(pointer) ?? []) {
      if (admits(user.type)) nullables.add(user.pointer);
    }
  }
  return nullables;
}

/** Who is made of a model, as opposed to who holds it. */
function usersOf(drafts: readonly Draft[]): ReadonlyMap<Pointer, readonly Draft[]> {
  const users = new Map<Pointer, Draft[]>();
  for (const draft of drafts) {
    for (const pointer of direct(draft.type)) {
      const known = users.get(pointer);
      if (known) known.push(draft);
      else users.set(pointer, [draft]);
    }
  }
  return users;
}

/** Null of a variant is null of the union. */
function flat(type: Type): Type {
  if (type.kind !== "union") return type;
  const split = type.variants.map((item) => ({ ...item, ...splitNull(item.type) }));
  if (!split.some((item) => item.admitsNull)) return type;
  return nullable({ ...type, variants: split.map(({ core, tags }) => ({ type: core, tags })) });
}
