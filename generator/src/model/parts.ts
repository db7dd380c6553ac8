/**
 * Takes schemas apart: into the parts of `allOf`, keywords that stand together, and the targets of
 * refs.
 */
import type { SchemaObject } from "../document/types.js";
import { overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import { has, isAnnotation, isSchema, isTrivial, itemsOf, targetOf } from "./keywords.js";
import type { SchemaContext, SchemaPart } from "./schema-context.js";
import { locationInside, locationOf } from "./schema-location.js";
import { same } from "./type-helpers.js";

/** True if the keywords of a schema must be merged. */
export function needsMerging(schema: SchemaObject): boolean {
  if (has(schema, "allOf")) return true;
  const unions = [schema.oneOf, schema.anyOf].filter((variants) => variants !== undefined).length;
  if (typeof schema.$ref === "string") return hasMore(schema);
  return unions > 1 || (unions === 1 && has(schema, ...structural));
}

/**
 * Keywords that shape an object next to a union. `type` alone only repeats what the variants say.
 */
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

/** The parts of a schema: each member of `allOf`, each union, the `$ref`, and the rest. */
export function partsOf(
  context: SchemaContext,
  { schema, location }: SchemaPart,
): readonly SchemaPart[] {
  const { $ref, allOf, oneOf, anyOf, discriminator, ...own } = schema;
  const shared = { ...(discriminator && { discriminator }) };
  const members = itemsOf(allOf).flatMap((member, index) =>
    typeof member === "object" && isSchema(member)
      ? [{ schema: member, location: locationInside(location, ["allOf", index]) }]
      : [],
  );
  for (const member of members) inspectSchema(context, member.schema, member.location);
  const open = unknownValues(schema);
  return [
    ...(typeof $ref === "string" ? [{ schema: { $ref }, location }] : []),
    ...members,
    ...(isBareType(own, members.length > 0 || oneOf !== undefined || anyOf !== undefined)
      ? []
      : [{ schema: own, location }]),
    ...(oneOf === undefined ? [] : [{ schema: { oneOf, ...shared, ...open }, location }]),
    ...(anyOf === undefined
      ? []
      : [{ schema: { anyOf, ...(oneOf === undefined && shared), ...open }, location }]),
  ];
}

/** True for `type: object` next to members that define the object. */
function isBareType(schema: SchemaObject, hasOthers: boolean): boolean {
  return hasOthers && Object.keys(schema).every((key) => key === "type" || isAnnotation(key));
}

function unknownValues(schema: SchemaObject): Partial<SchemaObject> {
  const policy = schema["x-speakeasy-unknown-values"];
  return policy === undefined ? {} : { "x-speakeasy-unknown-values": policy };
}

/** The parts of a part, after following refs and nested `allOf`. */
export function leavesOf(
  context: SchemaContext,
  part: SchemaPart,
  seen: ReadonlySet<string>,
): readonly SchemaPart[] {
  const { schema } = part;
  if (typeof schema.$ref === "string" && !hasMore(schema)) return referred(context, part, seen);
  if (!needsMerging(schema)) return isTrivial(schema) ? [] : [part];
  return partsOf(context, part).flatMap((inner) => leavesOf(context, inner, seen));
}

function referred(
  context: SchemaContext,
  { schema, location }: SchemaPart,
  seen: ReadonlySet<string>,
): readonly SchemaPart[] {
  const target = targetOf(context.document, schema);
  if (!target) {
    context.report("ref-missing", location.pointer, `\`${String(schema.$ref)}\` does not exist.`);
    return [];
  }
  if (seen.has(target.pointer)) {
    context.report(
      "schema-circular",
      location.pointer,
      `\`${String(schema.$ref)}\` refers to itself.`,
    );
    return [];
  }
  if (typeof target.schema === "boolean") return [];
  const home = locationOf(target.pointer);
  const part = {
    schema: target.schema,
    location: { ...home, name: overrideOf(target.schema) ?? home.name },
  };
  return leavesOf(context, part, new Set([...seen, target.pointer]));
}

/** Diamonds are common: a part that is reached twice counts once. */
export function differing(parts: readonly SchemaPart[]): readonly SchemaPart[] {
  const known = new Map<string, SchemaObject[]>();
  return parts.filter(({ location: { pointer }, schema }) => {
    const there = known.get(pointer);
    if (!there) known.set(pointer, [schema]);
    else if (there.some((other) => other === schema || same(other, schema))) return false;
    else there.push(schema);
    return true;
  });
}
