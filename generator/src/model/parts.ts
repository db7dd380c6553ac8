/**
 * Takes schemas apart: into the parts of `allOf`, keywords that stand together, and the targets of
 * refs.
 */
import type { SchemaObject } from "../document/types.js";
import { overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import {
  addsToRef,
  has,
  isAnnotation,
  isSchema,
  itemsOf,
  shapesNothing,
  targetOf,
} from "./keywords.js";
import type { SchemaContext, SchemaPart, TakenApart } from "./schema-context.js";
import { locationInside, locationOf } from "./schema-location.js";
import { same } from "./type-helpers.js";
import type { Pointer } from "./types.js";

/** True if the keywords of a schema must be merged. */
export function needsMerging(schema: SchemaObject): boolean {
  if (has(schema, "allOf")) return true;
  const unions = [schema.oneOf, schema.anyOf].filter((variants) => variants !== undefined).length;
  if (typeof schema.$ref === "string") return addsToRef(schema);
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

/** How many refs in a row are followed. Meaningful documents stay far below. */
const MAX_LEVELS = 32;

/**
 * Takes a part apart: follows refs and nested `allOf`. Each schema that is reached counts once. A
 * reference to a base brings its members to a schema that extends it. Any other schema is made of
 * one of its subtypes, whichever that is, so that the reference stays as it is.
 */
export function takenApart(
  context: SchemaContext,
  part: SchemaPart,
  isSubtype: boolean,
): TakenApart {
  const visited = new Set<Pointer>();
  const path = new Set([part.location.pointer]);
  const leaves: SchemaPart[] = [];
  let staysWhole = false;
  const visit = (each: SchemaPart): void => {
    const { schema } = each;
    if (typeof schema.$ref === "string" && !addsToRef(schema)) {
      const target = referred(context, each, path);
      if (target === undefined || visited.has(target.location.pointer)) return;
      const isOneOfMany = path.size === 1 && !isSubtype && isBase(context, target);
      if (path.size > MAX_LEVELS || isOneOfMany) staysWhole = true;
      else {
        visited.add(target.location.pointer);
        path.add(target.location.pointer);
        visit(target);
        path.delete(target.location.pointer);
      }
    } else if (needsMerging(schema)) {
      for (const inner of context.partsOnce(each, (whole) => partsOf(context, whole))) visit(inner);
    } else if (!shapesNothing(schema)) leaves.push(each);
  };
  visit(part);
  return { part, leaves: differing(leaves), staysWhole };
}

function isBase({ subtypes }: SchemaContext, { location }: SchemaPart): boolean {
  return subtypes.baseAt(location.pointer) !== undefined;
}

/** The target of a ref, unless it leads nowhere, to itself or to a schema without a shape. */
function referred(
  context: SchemaContext,
  { schema, location }: SchemaPart,
  path: ReadonlySet<Pointer>,
): SchemaPart | undefined {
  const target = targetOf(context.document, schema);
  if (!target) {
    context.report("ref-missing", location.pointer, `\`${String(schema.$ref)}\` does not exist.`);
    return undefined;
  }
  if (path.has(target.pointer)) {
    context.report(
      "schema-circular",
      location.pointer,
      `\`${String(schema.$ref)}\` refers to itself.`,
    );
    return undefined;
  }
  if (typeof target.schema === "boolean") return undefined;
  const home = locationOf(target.pointer);
  const { oneOf, anyOf, ...members } = target.schema;
  const listsSubtypes = (oneOf ?? anyOf) && context.subtypes.baseAt(target.pointer);
  return {
    schema: listsSubtypes ? members : target.schema,
    location: { ...home, name: overrideOf(target.schema) ?? home.name },
  };
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
