/**
 * `allOf`, and keywords that stand together: objects become one object, scalars one narrower scalar. What cannot be
 * merged (a union with an object, say) stays an intersection; what contradicts itself is a problem.
 */
import type { SchemaObject } from "../document/types.js";
import type { Context, Part } from "./context.js";
import { combine } from "./combine.js";
import { overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import {
  entriesOf,
  has,
  isAnnotation,
  isSchema,
  isTrivial,
  itemsOf,
  targetOf,
  typesOf,
} from "./keywords.js";
import { objectType } from "./object.js";
import { inside, type Place, placeOf } from "./place.js";
import type { Type } from "./types.js";
import { same, unknownType } from "./types-of.js";

/** A schema with `allOf`, or whose keywords have to be taken apart and merged. */
export function mergeType(context: Context, schema: SchemaObject, place: Place): Type {
  return mergeParts(context, partsOf(context, { schema, place }), place);
}

/** The type of what satisfies every part; `place` is the whole. */
export function mergeParts(context: Context, parts: readonly Part[], place: Place): Type {
  const solid = distinct(parts.filter((part) => !isTrivial(part.schema)));
  const [only, ...others] = solid;
  if (only === undefined) return unknownType;
  if (others.length === 0) return context.applyRules(only.schema, only.place);
  const leaves = solid.map((part) => leavesOf(context, part, new Set([part.place.pointer])));
  return settle(context, solid, leaves, place);
}

/** True where a schema has keywords that only merging can bring together. */
export function needsMerging(schema: SchemaObject): boolean {
  if (has(schema, "allOf")) return true;
  const unions = [schema.oneOf, schema.anyOf].filter((arms) => arms !== undefined).length;
  if (typeof schema.$ref === "string") return hasMore(schema);
  return unions > 1 || (unions === 1 && has(schema, ...structural));
}

/** Keywords that shape an object beside a union. A bare `type` only repeats what the variants say. */
const structural = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "required",
  "items",
  "prefixItems",
  "enum",
  "const",
] as const;

function hasMore(schema: SchemaObject): boolean {
  return Object.keys(schema).some((key) => key !== "$ref" && !isAnnotation(key));
}

/** The schema taken apart: each `allOf` member, each union, each `$ref`, and what is left. */
function partsOf(context: Context, { schema, place }: Part): readonly Part[] {
  const { $ref, allOf, oneOf, anyOf, discriminator, ...own } = schema;
  const said = { ...(discriminator && { discriminator }) };
  const members = itemsOf(allOf).flatMap((member, index) =>
    typeof member === "object" && isSchema(member)
      ? [{ schema: member, place: inside(place, ["allOf", index]) }]
      : [],
  );
  for (const member of members) inspectSchema(context, member.schema, member.place);
  const open = unknownValues(schema);
  return [
    ...(typeof $ref === "string" ? [{ schema: { $ref }, place }] : []),
    ...members,
    ...(isBareType(own, members.length > 0 || oneOf !== undefined || anyOf !== undefined)
      ? []
      : [{ schema: own, place }]),
    ...(oneOf === undefined ? [] : [{ schema: { oneOf, ...said, ...open }, place }]),
    ...(anyOf === undefined
      ? []
      : [{ schema: { anyOf, ...(oneOf === undefined && said), ...open }, place }]),
  ];
}

/** `type: object` beside members that say what the object is. */
function isBareType(schema: SchemaObject, hasOthers: boolean): boolean {
  return hasOthers && Object.keys(schema).every((key) => key === "type" || isAnnotation(key));
}

function unknownValues(schema: SchemaObject): Partial<SchemaObject> {
  const said = schema["x-speakeasy-unknown-values"];
  return said === undefined ? {} : { "x-speakeasy-unknown-values": said };
}

/** The parts that a part consists of once refs and nested `allOf` are followed. */
function leavesOf(context: Context, part: Part, seen: ReadonlySet<string>): readonly Part[] {
  const { schema } = part;
  if (typeof schema.$ref === "string" && !hasMore(schema)) return referred(context, part, seen);
  if (!needsMerging(schema)) return isTrivial(schema) ? [] : [part];
  return partsOf(context, part).flatMap((inner) => leavesOf(context, inner, seen));
}

function referred(
  context: Context,
  { schema, place }: Part,
  seen: ReadonlySet<string>,
): readonly Part[] {
  const target = targetOf(context.document, schema);
  if (!target) {
    context.note("ref-missing", place.pointer, `\`${String(schema.$ref)}\` leads nowhere.`);
    return [];
  }
  if (seen.has(target.pointer)) {
    context.note("ref-circular", place.pointer, `\`${String(schema.$ref)}\` leads back to itself.`);
    return [];
  }
  if (typeof target.schema === "boolean") return [];
  const home = placeOf(target.pointer);
  const part = {
    schema: target.schema,
    place: { ...home, name: overrideOf(target.schema) ?? home.name },
  };
  return leavesOf(context, part, new Set([...seen, target.pointer]));
}

function settle(
  context: Context,
  parts: readonly Part[],
  leaves: readonly (readonly Part[])[],
  place: Place,
): Type {
  const pairs = parts.map((part, index) => ({
    part,
    leaves: distinct(usable(context, leaves[index] ?? [])),
  }));
  const filled = pairs.filter((pair) => pair.leaves.length > 0);
  const all = distinct(filled.flatMap((pair) => pair.leaves));
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
    context.note(
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
  context.note(
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
  const types = [...base, ...rest].filter(
    (type, index, list) => list.findIndex((other) => same(other, type)) === index,
  );
  const [only = unknownType, ...more] = types;
  return more.length === 0 ? only : { kind: "intersection", parts: types };
}

function objectsOf(
  context: Context,
  parts: readonly { readonly part: Part; readonly leaves: readonly Part[] }[],
  place: Place,
): readonly Type[] {
  const leaves = distinct(parts.flatMap((item) => item.leaves));
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

/** Diamonds are common: a part that is reached twice counts once. */
function distinct(parts: readonly Part[]): readonly Part[] {
  return parts.filter(
    (part, index) =>
      parts.findIndex(
        (other) => other.place.pointer === part.place.pointer && same(other.schema, part.schema),
      ) === index,
  );
}
