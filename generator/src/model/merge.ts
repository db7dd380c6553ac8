/**
 * Merges `allOf` and keywords that stand together: objects into one object, scalars into one
 * narrower scalar. What cannot be merged, such as a union with an object, stays an intersection. A
 * contradiction is a warning.
 */
import type { SchemaObject } from "../document/types.js";
import { baseOf } from "./bases.js";
import { combine } from "./combine.js";
import { commonPointer } from "./inherited.js";
import {
  endOf,
  entriesOf,
  isAnnotation,
  isSchema,
  isTrivial,
  itemsOf,
  shapesNothing,
} from "./keywords.js";
import { isObjectLike, isUnion, withoutImplied } from "./implied.js";
import { objectType } from "./object.js";
import { differing, partsOf, takenApart } from "./parts.js";
import type { SchemaContext, SchemaPart, TakenApart } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import { distinct, unknownType } from "./type-helpers.js";
import type { Type } from "./types.js";

/** The type of a schema with `allOf`, or with keywords that must be taken apart and merged. */
export function mergeType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  return mergeParts(context, partsOf(context, { schema, location }), location);
}

/** The type of a value that satisfies every part. `location` is that of the whole. */
export function mergeParts(
  context: SchemaContext,
  parts: readonly SchemaPart[],
  location: SchemaLocation,
): Type {
  const solid = differing(parts.filter((part) => !shapesNothing(part.schema)));
  const [only, ...others] = solid;
  if (only === undefined) return unknownType;
  const isSubtype = context.subtypes.isSubtype(location.pointer);
  if (others.length === 0 && !isSubtype) return context.applyRules(only.schema, only.location);
  const taken = solid.map((part) => usable(context, takenApart(context, part, isSubtype)));
  return mergeLeaves(context, taken, location, isSubtype);
}

function mergeLeaves(
  context: SchemaContext,
  parts: readonly TakenApart[],
  location: SchemaLocation,
  isSubtype: boolean,
): Type {
  const filled = withoutImplied(parts.filter((item) => item.leaves.length > 0 || item.staysWhole));
  const all = differing(filled.flatMap((item) => item.leaves));
  const [only] = filled;
  if (only === undefined) return unknownType;
  if (filled.length === 1 && !isSubtype)
    return context.applyRules(only.part.schema, only.part.location);
  if (!context.canMerge(all.length)) return intersection(context, filled.map(asItIs), location);
  if (filled.some((item) => item.staysWhole)) return intersection(context, filled, location);
  if (all.every(isObjectLike)) {
    const base = baseOf(context, filled);
    return { ...objectType(context, all, location), ...(base !== undefined && { base }) };
  }
  if (!all.some(isUnion)) return combined(context, all, location);
  return intersection(context, filled, location);
}

/** A part that refers to another schema, so that it need not be merged. */
function asItIs(item: TakenApart): TakenApart {
  return { ...item, staysWhole: typeof item.part.schema.$ref === "string" };
}

/** Drops unions whose variants only require members: a type cannot express that. */
function usable(context: SchemaContext, taken: TakenApart): TakenApart {
  const leaves = taken.leaves.filter((leaf) => {
    if (!isUnion(leaf)) return true;
    const variants = itemsOf(leaf.schema.oneOf ?? leaf.schema.anyOf);
    if (!variants.every(onlyConstrains)) return true;
    context.report(
      "constraint-ignored",
      leaf.location.pointer,
      "The type does not express which members are required together.",
    );
    return false;
  });
  return { ...taken, leaves };
}

function onlyConstrains(variant: unknown): boolean {
  if (typeof variant !== "object" || !isSchema(variant)) return typeof variant === "boolean";
  const unions = [...itemsOf(variant.allOf), ...itemsOf(variant.anyOf), ...itemsOf(variant.oneOf)];
  const keys = Object.keys(variant).filter((key) => !isAnnotation(key));
  return (
    keys.every((key) => constraints.has(key)) &&
    unions.every(onlyConstrains) &&
    entriesOf(variant.properties).every(
      ([, schema]) => typeof schema === "object" && isSchema(schema) && isTrivial(schema),
    )
  );
}

const constraints: ReadonlySet<string> = new Set(
  "required type not allOf anyOf oneOf properties".split(" "),
);

function combined(
  context: SchemaContext,
  leaves: readonly SchemaPart[],
  location: SchemaLocation,
): Type {
  const objects = leaves.filter(isObjectLike);
  if (objects.length > 0) return conflict(context, leaves, location, "object and other types");
  const merged = combine(leaves.map((leaf) => leaf.schema));
  return merged
    ? context.applyRules(merged, location)
    : conflict(context, leaves, location, "types that exclude each other");
}

function conflict(
  context: SchemaContext,
  leaves: readonly SchemaPart[],
  location: SchemaLocation,
  what: string,
): Type {
  context.report(
    "merge-conflict",
    location.pointer,
    `The parts have ${what}, so no value satisfies all of them.`,
  );
  const last = leaves.at(-1);
  return last ? context.applyRules(last.schema, last.location) : unknownType;
}

/** Merges the objects with each other. Each other part stays a part. */
function intersection(
  context: SchemaContext,
  parts: readonly TakenApart[],
  location: SchemaLocation,
): Type {
  const plain = parts.filter(isPlain);
  const others = parts.filter((item) => !isPlain(item));
  const base = objectsOf(context, plain, location);
  const rest = others.flatMap(({ part }, index): readonly Type[] => {
    const common = commonParts(context, part, location);
    if (common) return common;
    const words = others.length === 1 ? "variant" : `variant ${index + 1}`;
    const kind = Object.keys(part.schema).find((key) => key === "oneOf" || key === "anyOf");
    const token = part.location.pointer === location.pointer && kind !== undefined ? [kind] : [];
    const inside = locationInside(part.location, token, part.schema.$ref ? "" : words);
    return [context.typeOf(part.schema, inside)];
  });
  const types = distinct([...base, ...rest]);
  const [only = unknownType, ...more] = types;
  return more.length === 0 ? only : { kind: "intersection", parts: types };
}

/**
 * What a subtype has in common with others, where its base stands for all of them: nothing if the
 * base has no members but the discriminator. `undefined` for a part that is no such base.
 */
function commonParts(
  context: SchemaContext,
  { schema }: SchemaPart,
  location: SchemaLocation,
): readonly Type[] | undefined {
  const { document, subtypes } = context;
  const base = subtypes.isSubtype(location.pointer) ? endOf(document, schema) : undefined;
  if (base === undefined || !subtypes.baseAt(base)) return undefined;
  return context.commonMembers(base) ? [{ kind: "ref", to: commonPointer(base) }] : [];
}

function isPlain({ leaves, staysWhole }: TakenApart): boolean {
  return !staysWhole && leaves.every(isObjectLike);
}

function objectsOf(
  context: SchemaContext,
  parts: readonly TakenApart[],
  location: SchemaLocation,
): readonly Type[] {
  const leaves = differing(parts.flatMap((item) => item.leaves));
  if (leaves.length === 0) return [];
  const [only] = parts;
  if (parts.length === 1 && only && typeof only.part.schema.$ref === "string") {
    const common = commonParts(context, only.part, location);
    return common ?? [context.typeOf(only.part.schema, only.part.location)];
  }
  const type = objectType(context, leaves, location);
  if (type.fields.length === 0 && (type.extra === undefined || type.extra === unknownType))
    return [];
  return [context.hoist(type, locationInside(location, ["allOf"], "base"), {})];
}
