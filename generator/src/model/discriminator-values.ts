/**
 * Makes the discriminator property part of every variant of a union, with the values of that
 * variant, even if the document declares a plain string or nothing. Then comparing the property
 * narrows the union, and what is sent has it.
 */
import { isNamedSchema } from "../document/pointer.js";
import type { ModelDraft } from "./model-registry.js";
import type { Subtypes } from "./subtypes.js";
import { eachChild, same, splitNull, union } from "./type-helpers.js";
import type { Field, Pointer, Scalar, Type, Variant } from "./types.js";

type ObjectType = Extract<Type, { kind: "object" }>;
type UnionType = Extract<Type, { kind: "union" }>;
type Types = ReadonlyMap<Pointer, Type>;

/**
 * The models, with their discriminators. A model that is only a variant, or that lists its values,
 * gets the property itself. Other uses of any other model stay as they are: the union adds the
 * property.
 *
 * @param used - the types outside of models
 */
export function settleDiscriminators(
  drafts: readonly ModelDraft[],
  used: readonly Type[],
  subtypes: Pick<Subtypes, "valuesOf">,
): readonly ModelDraft[] {
  if (!drafts.some(({ type }) => isTagged(type))) return drafts;
  const types = typesOf(drafts);
  const shared = sharedModels(drafts, used);
  const claims = claimsOn(drafts, types);
  const own = drafts.map((draft): ModelDraft => {
    if (draft.type.kind !== "object") return draft;
    const selected = narrowed(draft.type, subtypes.valuesOf(schemaOf(draft.pointer)), types);
    const claimed = claims.get(draft.pointer);
    if (!claimed) return retyped(draft, selected);
    const type = shared.has(draft.pointer)
      ? narrowed(selected, listedBy(selected, claimed, types), types)
      : withTags(selected, claimed, types);
    return retyped(draft, type);
  });
  const known = typesOf(own);
  return own.map((draft) =>
    isTagged(draft.type) ? retyped(draft, withTaggedVariants(draft.type, known)) : draft,
  );
}

function retyped(draft: ModelDraft, type: Type): ModelDraft {
  return { ...draft, type };
}

function typesOf(drafts: readonly ModelDraft[]): Types {
  return new Map(drafts.map(({ pointer, type }) => [pointer, type]));
}

function isTagged(type: Type): type is UnionType & Required<Pick<UnionType, "discriminator">> {
  return type.kind === "union" && type.discriminator !== undefined;
}

/** The schema to which a model belongs: that of common members is the base. */
function schemaOf(pointer: Pointer): Pointer {
  return pointer.replace(/\/discriminator$/, "");
}

/** The values of properties. */
type Tags = ReadonlyMap<string, readonly string[]>;

/** The properties with which unions select a model, if they agree on the values. */
function claimsOn(drafts: readonly ModelDraft[], types: Types): ReadonlyMap<Pointer, Tags> {
  const claims = new Map<Pointer, Map<string, readonly string[]>>();
  for (const { type } of drafts) {
    if (!isTagged(type)) continue;
    const { wire } = type.discriminator;
    for (const variant of type.variants) {
      const owner = ownerOf(variant.type, types);
      if (owner === undefined) continue;
      const tags = claims.get(owner) ?? new Map<string, readonly string[]>();
      const before = tags.get(wire);
      const agrees = before === undefined || same(before, variant.discriminatorValues);
      tags.set(wire, agrees ? variant.discriminatorValues : []);
      claims.set(owner, tags);
    }
  }
  return claims;
}

/** The object model behind a variant, through aliases. */
function ownerOf(type: Type, types: Types): Pointer | undefined {
  const passed = new Set<Pointer>();
  let next: Type | undefined = type;
  while (next?.kind === "ref" && !passed.has(next.to)) {
    passed.add(next.to);
    next = types.get(next.to);
  }
  return next?.kind === "object" ? [...passed].at(-1) : undefined;
}

/** The models that are not only variants of discriminated unions. */
function sharedModels(drafts: readonly ModelDraft[], used: readonly Type[]): ReadonlySet<Pointer> {
  const shared = new Set<Pointer>();
  const aliases = new Map<Pointer, Pointer>();
  const visit = (type: Type): void => {
    if (type.kind === "ref") shared.add(type.to);
    else if (isTagged(type)) {
      for (const { type: of } of type.variants) if (of.kind !== "ref") visit(of);
      if (type.fallback) visit(type.fallback);
    } else eachChild(type, visit);
  };
  for (const { pointer, type } of drafts) {
    if (type.kind === "ref") aliases.set(pointer, type.to);
    else visit(type);
    const base = type.kind === "object" ? type.base : undefined;
    if (base !== undefined && !isNamedSchema(base)) shared.add(base);
  }
  for (const type of used) visit(type);
  // The set grows during the iteration: what an alias refers to has the uses of the alias.
  for (const pointer of shared) {
    const target = aliases.get(pointer);
    if (target !== undefined) shared.add(target);
  }
  return shared;
}

/** The properties for which an object lists no other values itself. */
function listedBy(type: ObjectType, tags: Tags, types: Types): Tags {
  return new Map(
    [...tags].filter(([wire, values]) => {
      const declared = type.fields.find((field) => field.wire === wire)?.type;
      const target = declared && resolved(declared, types);
      return (
        target?.kind === "enum" &&
        target.values.every(({ value }) => values.includes(String(value)))
      );
    }),
  );
}

/** An object whose declared properties have only some values. */
function narrowed(type: ObjectType, tags: Tags, types: Types): ObjectType {
  if (tags.size === 0) return type;
  const fields = type.fields.map((field): Field => {
    const values = tags.get(field.wire);
    return values ? { ...field, type: restricted(field.type, values, types) } : field;
  });
  return { ...type, fields };
}

/** An object that has certain properties, with only some values. */
function withTags(type: ObjectType, tags: Tags, types: Types): ObjectType {
  const stated = [...tags].filter(([, values]) => values.length > 0);
  const missing = stated.filter(([wire]) => !type.fields.some((field) => field.wire === wire));
  const { fields } = narrowed(type, new Map(stated), types);
  const wires = new Set(stated.map(([wire]) => wire));
  return {
    ...type,
    fields: [
      ...missing.map(([wire, values]) => tagField(wire, values, undefined, types)),
      ...fields.map((field) => (wires.has(field.wire) ? demanded(field) : field)),
    ],
  };
}

function demanded(field: Field): Field {
  return { ...field, required: true, access: "both" };
}

function tagField(
  wire: string,
  values: readonly string[],
  declared: Field | undefined,
  types: Types,
): Field {
  const type = restricted(declared?.type ?? { kind: "string" }, values, types);
  const suggestedName = declared?.suggestedName;
  return {
    wire,
    ...(suggestedName !== undefined && { suggestedName }),
    type,
    required: true,
    access: "both",
    docs: {},
  };
}

/** The union with the property added to the variants that lack it. */
function withTaggedVariants(type: UnionType, types: Types): UnionType {
  const { discriminator, fallback } = type;
  if (!discriminator) return type;
  const { wire } = discriminator;
  const all = [...type.variants.map((variant) => variant.type), ...(fallback ? [fallback] : [])];
  const declared = all.map((of) => fieldIn(of, wire, types)).find((field) => field !== undefined);
  return {
    ...type,
    variants: type.variants.map((variant): Variant => {
      const values = variant.discriminatorValues;
      if (carries(variant.type, wire, new Set(values), types)) return variant;
      const own = fieldIn(variant.type, wire, types) ?? declared;
      const tag: Type = {
        kind: "object",
        fields: [tagField(wire, values, own, types)],
        extra: undefined,
        patterns: [],
      };
      const parts = variant.type.kind === "intersection" ? variant.type.parts : [variant.type];
      const others = parts.filter((part) => part.kind !== "object" || part.fields.length > 0);
      // The tag comes first: what other parts make of the other members has precedence.
      const all: Type = { kind: "intersection", parts: [tag, ...others] };
      return { ...variant, type: others.length > 0 ? all : tag };
    }),
  };
}

/** True if every value of a type has the property, with one of the values. */
function carries(
  type: Type,
  wire: string,
  values: ReadonlySet<string>,
  types: Types,
  within: ReadonlySet<Pointer> = new Set(),
): boolean {
  const check = (inner: Type): boolean => carries(inner, wire, values, types, within);
  switch (type.kind) {
    case "null":
      return true;
    case "ref": {
      const target = within.has(type.to) ? undefined : types.get(type.to);
      const inner = new Set([...within, type.to]);
      return target !== undefined && carries(target, wire, values, types, inner);
    }
    case "object": {
      const field = type.fields.find((each) => each.wire === wire);
      const literals = field?.required && field.access === "both" ? literalsIn(field.type) : [];
      return literals.length > 0 && literals.every((value) => values.has(String(value)));
    }
    case "union": {
      // A nested union with the same discriminator has the property in its own variants.
      if (type.discriminator?.wire === wire) return true;
      const isKnown = !type.open || (type.fallback !== undefined && check(type.fallback));
      return isKnown && type.variants.every((variant) => check(variant.type));
    }
    case "intersection":
      return type.parts.some(check);
    default:
      return false;
  }
}

/** The property as a type declares it. */
function fieldIn(
  type: Type,
  wire: string,
  types: Types,
  within: ReadonlySet<Pointer> = new Set(),
): Field | undefined {
  if (type.kind === "object") return type.fields.find((field) => field.wire === wire);
  if (type.kind === "ref") {
    const target = within.has(type.to) ? undefined : types.get(type.to);
    return target && fieldIn(target, wire, types, new Set([...within, type.to]));
  }
  const inner =
    type.kind === "intersection"
      ? type.parts
      : type.kind === "union"
        ? type.variants.map((variant) => variant.type)
        : [];
  for (const each of inner) {
    const found = fieldIn(each, wire, types, within);
    if (found) return found;
  }
  return undefined;
}

/** The literals that a type consists of; none if it also has other values. */
function literalsIn(type: Type): readonly Scalar[] {
  const { core } = splitNull(type);
  if (core.kind === "literal") return [core.value];
  if (core.kind !== "union") return [];
  const literals = core.variants.map((variant) => literalsIn(variant.type));
  return literals.every((list) => list.length > 0) ? literals.flat() : [];
}

/** Types that a discriminator can have. */
const RESTRICTABLE: ReadonlySet<Type["kind"]> = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "enum",
  "literal",
  "unknown",
  "union",
]);

/** A type with only some of its values. */
function restricted(type: Type, values: readonly string[], types: Types): Type {
  const known = new Set(values);
  const literals = literalsIn(type);
  if (literals.length > 0 && literals.every((value) => known.has(String(value)))) return type;
  const target = resolved(splitNull(type).core, types);
  if (!RESTRICTABLE.has(target.kind)) return type;
  return union(values.map((value): Type => ({ kind: "literal", value: scalarOf(target, value) })));
}

function resolved(type: Type, types: Types): Type {
  const passed = new Set<Pointer>();
  let next = type;
  while (next.kind === "ref" && !passed.has(next.to)) {
    passed.add(next.to);
    next = types.get(next.to) ?? { kind: "unknown" };
  }
  return splitNull(next).core;
}

/** A value as the JSON of a type has it: the keys of a mapping are always strings. */
function scalarOf(type: Type, value: string): Scalar {
  const listed: readonly Scalar[] =
    type.kind === "enum" ? type.values.map((each) => each.value) : literalsIn(type);
  const found = listed.find((each) => String(each) === value);
  if (found !== undefined) return found;
  if ((type.kind === "number" || type.kind === "integer") && value.trim() !== "") {
    const number = Number(value);
    return Number.isNaN(number) ? value : number;
  }
  if (type.kind === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}
