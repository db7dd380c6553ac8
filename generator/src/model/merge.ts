/**
 * `allOf`, and keywords that stand together: objects become one object, scalars one narrower scalar. What cannot be
 * merged (a union with an object, say) stays an intersection; what contradicts itself is a diagnostic.
 */
import type { SchemaObject } from "../document/types.js";
import { combine } from "./combine.js";
import type { Context, Part } from "./context.js";
import { entriesOf, has, isAnnotation, isSchema, isTrivial, itemsOf, typesOf } from "./keywords.js";
import { objectType } from "./object.js";
import { differing, leavesOf, partsOf } from "./parts.js";
import { inside, type Place } from "./place.js";
import type { Type } from "./types.js";
import { distinct, unknownType } from "./types-of.js";

/** A schema with `allOf`, or whose keywords have to be taken apart and merged. */
export function mergeType(context: Context, schema: SchemaObject, place: Place): Type {
  return mergeParts(context, partsOf(context, { schema, place }), place);
}

/** The type of what satisfies every part; `place` is the whole. */
export function mergeParts(context: Context, parts: readonly Part[], place: Place): Type {
  const solid = differing(parts.filter((part) => !isTrivial(part.schema)));
  const [only, ...others] = solid;
  if (only === undefined) return unknownType;
  if (others.length === 0) return context.applyRules(only.schema, only.place);
  const leaves = solid.map((part) => leavesOf(context, part, new Set([part.place.pointer])));
  return settle(context, solid, leaves, place);
}

function settle(
  context: Context,
  parts: readonly Part[],
  leaves: readonly (readonly Part[])[],
  place: Place,
): Type {
  const pairs = parts.map((part, index) => ({
    part,
    leaves: differing(usable(context, leaves[index] ?? [])),
  }));
  const filled = pairs.filter((pair) => pair.leaves.length > 0);
  const all = differing(filled.flatMap((pair) => pair.leaves));
  const [only] = filled;
  if (only === undefined) return unknownType;
  if (filled.length === 1) return context.applyRules(only.part.schema, only.part.place);
  if (all.every(isObjectLike)) return objectType(context, all, place);
  if (!all.some(isUnion)) return combined(context, all, place);
  return intersection(context, filled, place);
}

/** Unions whose arms only require members say nothing that a type can express. */
function usable(context: Context, leaves: readonly Part[]): readonly Part[] {
  return leaves.filter((leaf) => {
    if (!isUnion(leaf)) return true;
    const arms = itemsOf(leaf.schema.oneOf ?? leaf.schema.anyOf);
    if (!arms.every(onlyConstrains)) return true;
    context.report(
      "constraint-ignored",
      leaf.place.pointer,
      "Which members are required together is not part of the type.",
    );
    return false;
  });
}

function onlyConstrains(arm: unknown): boolean {
  if (typeof arm !== "object" || !isSchema(arm)) return typeof arm === "boolean";
  const unions = [...itemsOf(arm.allOf), ...itemsOf(arm.anyOf), ...itemsOf(arm.oneOf)];
  const keys = Object.keys(arm).filter((key) => !isAnnotation(key));
  return (
    keys.every((key) => constraints.has(key)) &&
    unions.every(onlyConstrains) &&
    entriesOf(arm.properties).every(
      ([, schema]) => typeof schema === "object" && isSchema(schema) && isTrivial(schema),
    )
  );
}

const constraints: ReadonlySet<string> = new Set(
  "required type not allOf anyOf oneOf properties".split(" "),
);

function combined(context: Context, leaves: readonly Part[], place: Place): Type {
  const objects = leaves.filter(isObjectLike);
  if (objects.length > 0) return conflict(context, leaves, place, "object and other types");
  const merged = combine(leaves.map((leaf) => leaf.schema));
  return merged
    ? context.applyRules(merged, place)
    : conflict(context, leaves, place, "types that exclude each other");
}

function conflict(context: Context, leaves: readonly Part[], place: Place, what: string): Type {
  context.report(
    "merge-conflict",
    place.pointer,
    `The parts have ${what}, so no value fits them all.`,
  );
  const last = leaves.at(-1);
  return last ? context.applyRules(last.schema, last.place) : unknownType;
}

/** Objects merge with each other; each other part stays a part. */
function intersection(
  context: Context,
  parts: readonly { readonly part: Part; readonly leaves: readonly Part[] }[],
  place: Place,
): Type {
  const plain = parts.filter((item) => item.leaves.every(isObjectLike));
  const others = parts.filter((item) => !item.leaves.every(isObjectLike));
  const base = objectsOf(context, plain, place);
  const rest = others.map(({ part }, index) => {
    const words = others.length === 1 ? "variant" : `variant ${index + 1}`;
    const kind = Object.keys(part.schema).find((key) => key === "oneOf" || key === "anyOf");
    const token = part.place.pointer === place.pointer && kind !== undefined ? [kind] : [];
    return context.typeOf(
      part.schema,
      inside(part.place, token, part.schema.$ref === undefined ? words : ""),
    );
  });
  const types = distinct([...base, ...rest]);
  const [only = unknownType, ...more] = types;
  return more.length === 0 ? only : { kind: "intersection", parts: types };
}

function objectsOf(
  context: Context,
  parts: readonly { readonly part: Part; readonly leaves: readonly Part[] }[],
  place: Place,
): readonly Type[] {
  const leaves = differing(parts.flatMap((item) => item.leaves));
  if (leaves.length === 0) return [];
  const [only] = parts;
  if (parts.length === 1 && only && typeof only.part.schema.$ref === "string") {
    return [context.typeOf(only.part.schema, only.part.place)];
  }
  const type = objectType(context, leaves, place);
  if (type.fields.length === 0 && (type.extra === undefined || type.extra === unknownType))
    return [];
  return [context.hoist(type, inside(place, ["allOf"], "base"), {})];
}

function isUnion({ schema }: Part): boolean {
  return has(schema, "oneOf", "anyOf");
}

function isObjectLike({ schema }: Part): boolean {
  const types = typesOf(schema).filter((type) => type !== "null");
  return (
    !has(schema, "oneOf", "anyOf", "enum", "const") && types.length === 1 && types[0] === "object"
  );
}
