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
  const declarations = new Map<string, Declarations>();
  return own.map((draft) => {
    const { type } = draft;
    if (!isTagged(type)) return draft;
    const { wire } = type.discriminator;
    const declared = declarations.get(wire) ?? declarationsOf(wire, known);
    declarations.set(wire, declared);
    return retyped(draft, withTaggedVariants(type, declared, known));
  });
}

function retyped(draft: ModelDraft, type: Type): ModelDraft {
  return { ...draft, type };
}

function typesOf(drafts: readonly ModelDraft[]): Types {
  return new Map(drafts.map(({ pointer, type }) => [pointer, type]));
}

type Tagged = Required<Pick<UnionType, "discriminator">>;

function isTagged(type: Type): type is UnionType & Tagged {
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
function withTaggedVariants(
  type: UnionType & Tagged,
  declared: Declarations,
  types: Types,
): UnionType {
  const { discriminator, fallback } = type;
  const common = fallback && declared(fallback).field;
  const named = type.variants.map((variant) => declared(variant.type).field).find(Boolean);
  return {
    ...type,
    variants: type.variants.map((variant): Variant => {
      const values = variant.discriminatorValues;
      const { field = named ?? common, values: only } = declared(variant.type);
      if (only?.every((value) => values.includes(value))) return variant;
      const tag: Type = {
        kind: "object",
        fields: [tagField(discriminator.wire, values, field, types)],
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

/** What a type says about a property. */
interface Declared {
  /** The property as an object declares it, wherever that is. */
  readonly field?: Field | undefined;
  /** The only values that it has. `undefined` if it can be absent or have others. */
  readonly values?: readonly string[] | undefined;
}

type Declarations = (type: Type) => Declared;

/** How many models are looked into. Meaningful documents stay far below. */
const MAX_DEPTH = 64;

/** Returns what types say about a property. Looks into every model once. */
function declarationsOf(wire: string, types: Types): Declarations {
  const known = new Map<Pointer, Declared>();
  let depth = 0;
  const ofModel = (pointer: Pointer): Declared => {
    const before = known.get(pointer);
    const type = types.get(pointer);
    if (before || !type || depth > MAX_DEPTH) return before ?? {};
    known.set(pointer, {}); // until it is known: a model may be made of itself
    depth++;
    const found = declared(type);
    depth--;
    known.set(pointer, found);
    return found;
  };
  const declared = (type: Type): Declared => {
    switch (type.kind) {
      case "null":
        return { values: [] };
      case "ref":
        return ofModel(type.to);
      case "object":
        return inObject(type.fields.find((field) => field.wire === wire));
      case "union":
        return inUnion(type, wire, declared);
      case "intersection": {
        const parts = type.parts.map(declared);
        return {
          field: parts.find(({ field }) => field)?.field,
          values: parts.find(({ values }) => values)?.values,
        };
      }
      default:
        return {};
    }
  };
  return declared;
}

function inObject(field: Field | undefined): Declared {
  const literals = field?.required && field.access === "both" ? literalsIn(field.type) : [];
  return { field, values: literals.length > 0 ? literals.map(String) : undefined };
}

function inUnion(type: UnionType, wire: string, declared: Declarations): Declared {
  const variants = type.variants.map((variant) => declared(variant.type));
  const field = variants.find((variant) => variant.field)?.field;
  // A nested union with the same discriminator has the property in its own variants.
  if (type.discriminator?.wire === wire)
    return { field, values: type.variants.flatMap((variant) => variant.discriminatorValues) };
  const others = type.open ? [type.fallback ? declared(type.fallback) : {}] : [];
  const values = [...variants, ...others].map((each) => each.values);
  const isKnown = values.every((list) => list !== undefined);
  return { field, values: isKnown ? values.flatMap((list) => list ?? []) : undefined };
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
