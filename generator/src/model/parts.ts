/** Taking schemas apart: the parts of `allOf`, of keywords that stand together, and of what they refer to. */
import type { SchemaObject } from "../document/types.js";
import type { Context, Part } from "./context.js";
import { overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import { has, isAnnotation, isSchema, isTrivial, itemsOf, targetOf } from "./keywords.js";
import { inside, placeOf } from "./place.js";
import { same } from "./types-of.js";

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
export function partsOf(context: Context, { schema, place }: Part): readonly Part[] {
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
export function leavesOf(context: Context, part: Part, seen: ReadonlySet<string>): readonly Part[] {
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
    context.report("ref-missing", place.pointer, `\`${String(schema.$ref)}\` leads nowhere.`);
    return [];
  }
  if (seen.has(target.pointer)) {
    context.report(
      "schema-circular",
      place.pointer,
      `\`${String(schema.$ref)}\` leads back to itself.`,
    );
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

/** Diamonds are common: a part that is reached twice counts once. */
export function differing(parts: readonly Part[]): readonly Part[] {
  const known = new Map<string, SchemaObject[]>();
  return parts.filter(({ place: { pointer }, schema }) => {
    const there = known.get(pointer);
    if (!there) known.set(pointer, [schema]);
    else if (there.some((other) => other === schema || same(other, schema))) return false;
    else there.push(schema);
    return true;
  });
}
