/** Helpers to inspect and to make types. */
import { sorted } from "./sorted.js";
import type { Body, Pointer, Type, Variant } from "./types.js";

/** The type of any value. */
export const unknownType: Type = { kind: "unknown" };
/** The type of null. */
export const nullType: Type = { kind: "null" };

/** Deep equality of JSON values, in which the order of members does not matter. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** A string that is the same for equal values. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === "object" && item !== null && !Array.isArray(item)
        ? Object.fromEntries(sorted(Object.entries(item), ([a], [b]) => (a < b ? -1 : 1)))
        : item,
    ) ?? "undefined"
  );
}

/** The items without duplicates, compared by a part of them. */
export function distinct<T>(
  items: readonly T[],
  what: (item: T) => unknown = (item) => item,
): readonly T[] {
  if (items.length < 2) return items;
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = canonical(what(item));
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** A variant without discriminator values. */
export function variant(type: Type): Variant {
  return { type, discriminatorValues: [] };
}

/** The type or null. A type that accepts null is returned as it is. */
export function nullable(type: Type): Type {
  if (type.kind === "unknown" || type.kind === "null") return type;
  if (type.kind !== "union")
    return { kind: "union", variants: [variant(type), variant(nullType)], open: false };
  if (type.variants.some((item) => item.type.kind === "null")) return type;
  return { ...type, variants: [...type.variants, variant(nullType)] };
}

/** The type without null, and whether it accepted null. */
export function splitNull(type: Type): { readonly core: Type; readonly admitsNull: boolean } {
  if (type.kind !== "union") return { core: type, admitsNull: false };
  const rest = type.variants.filter((item) => item.type.kind !== "null");
  if (rest.length === type.variants.length) return { core: type, admitsNull: false };
  const [only] = rest;
  if (only === undefined) return { core: nullType, admitsNull: false };
  const isSingle = rest.length === 1 && !type.discriminator;
  return { core: isSingle ? only.type : { ...type, variants: rest }, admitsNull: true };
}

/** A flat union of types without duplicates, or the only type. */
export function union(types: readonly Type[], open = false): Type {
  const flat = types.flatMap((type) =>
    type.kind === "union" && !type.discriminator && !type.open
      ? type.variants.map((item) => item.type)
      : [type],
  );
  const kept = distinct(flat);
  const [first = { kind: "never" } satisfies Type, ...others] = kept;
  return others.length === 0 ? first : { kind: "union", variants: kept.map(variant), open };
}

/** The types directly inside a type. */
export function childrenOf(type: Type): readonly Type[] {
  const children: Type[] = [];
  eachChild(type, (child) => children.push(child));
  return children;
}

/** False for the last items of a tuple that may be absent. */
export function isRequiredItem(
  { items, optional = 0 }: Extract<Type, { kind: "tuple" }>,
  index: number,
): boolean {
  return index < items.length - optional;
}

/** Visits the types directly inside a type. */
export function eachChild(type: Type, visit: (child: Type) => void): void {
  switch (type.kind) {
    case "array":
      return visit(type.items);
    case "tuple":
      for (const item of type.items) visit(item);
      if (type.rest) visit(type.rest);
      return;
    case "object":
      for (const field of type.fields) visit(field.type);
      if (type.extra) visit(type.extra);
      for (const pattern of type.patterns) visit(pattern.type);
      return;
    case "union":
      for (const item of type.variants) visit(item.type);
      if (type.fallback) visit(type.fallback);
      return;
    case "intersection":
      for (const part of type.parts) visit(part);
      return;
    default:
  }
}

/** The models that a type is, as opposed to those that it contains. */
export function direct(type: Type): readonly Pointer[] {
  if (type.kind === "ref") return [type.to];
  if (type.kind === "union") return type.variants.flatMap((variant) => direct(variant.type));
  return type.kind === "intersection" ? type.parts.flatMap(direct) : [];
}

/** A copy in which every type directly inside has been changed. */
export function mapChildren(type: Type, change: (child: Type) => Type): Type {
  switch (type.kind) {
    case "array":
      return { ...type, items: change(type.items) };
    case "tuple":
      return {
        ...type,
        items: type.items.map(change),
        ...(type.rest && { rest: change(type.rest) }),
      };
    case "object":
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, type: change(field.type) })),
        extra: type.extra && change(type.extra),
        patterns: type.patterns.map((item) => ({ ...item, type: change(item.type) })),
      };
    case "union":
      return {
        ...type,
        variants: type.variants.map((item) => ({ ...item, type: change(item.type) })),
        ...(type.fallback && { fallback: change(type.fallback) }),
      };
    case "intersection":
      return { ...type, parts: type.parts.map(change) };
    default:
      return type;
  }
}

/** The types of a body in all of its media types. */
export function bodyTypes({ type, others = [] }: Body): readonly Type[] {
  return [type, ...others.map((other) => other.type)];
}
