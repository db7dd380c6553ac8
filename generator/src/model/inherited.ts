/**
 * The type of a schema that stands for those that extend it: a union of them. What they have in
 * common is a model of its own, which they extend.
 */
import { append } from "../document/pointer.js";
import type { SchemaObject } from "../document/types.js";
import { propertiesOf, requires } from "./constants.js";
import { isOpen } from "./enumeration.js";
import { typesOf } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import type { Subtype } from "./subtypes.js";
import { mapChildren, nullable } from "./type-helpers.js";
import type { Pointer, Type } from "./types.js";

/** The union for a base, or `undefined` for any other schema. */
export function baseType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type | undefined {
  const base = context.subtypes.baseAt(location.pointer);
  // A copy of the schema with fewer keywords is a part of it.
  if (base?.schema !== schema) return undefined;
  const members = context.commonMembers(location.pointer);
  const type = base.subtypes
    ? unionOfSubtypes(context, base.wire, base.subtypes, members)
    : choice(context, schema, location, members);
  const union = isOpen(context, schema, location, true)
    ? opened(context, schema, type, members ?? anyObject)
    : type;
  return typesOf(schema).includes("null") ? nullable(union) : union;
}

/** A discriminated union that also has the values of which only the base is known. */
function opened(
  { document }: SchemaContext,
  schema: SchemaObject,
  type: Type,
  fallback: Type,
): Type {
  if (type.kind !== "union" || !type.discriminator) return type;
  const { wire } = type.discriminator;
  const isOptional =
    propertiesOf(document, schema).includes(wire) && !requires(document, schema, wire);
  const discriminator = { wire, ...(isOptional && { optional: true }) };
  return { ...type, discriminator, open: true, fallback };
}

function unionOfSubtypes(
  context: SchemaContext,
  wire: string | undefined,
  subtypes: readonly Subtype[],
  members: Type | undefined,
): Type {
  return {
    kind: "union",
    variants: subtypes.map((subtype) => ({
      type: variantType(context, wire, subtype, members),
      discriminatorValues: subtype.values,
    })),
    ...(wire !== undefined && { discriminator: { wire } }),
    open: false,
  };
}

/** A base that is selected by its own value has only the common members. */
function variantType(
  context: SchemaContext,
  wire: string | undefined,
  { pointer, extendsBase }: Subtype,
  members: Type | undefined,
): Type {
  const base = context.subtypes.baseAt(pointer);
  if (base?.subtypes && base.wire === wire) return context.commonMembers(pointer) ?? anyObject;
  context.need(pointer);
  const type: Type = { kind: "ref", to: pointer };
  return extendsBase || !members ? type : { kind: "intersection", parts: [type, members] };
}

const anyObject: Type = { kind: "object", fields: [], extra: { kind: "unknown" }, patterns: [] };

/** The union of what a base lists in `oneOf` or `anyOf`. */
function choice(
  context: SchemaContext,
  { oneOf, anyOf, discriminator, ...rest }: SchemaObject,
  location: SchemaLocation,
  members: Type | undefined,
): Type {
  const policy = rest["x-speakeasy-unknown-values"];
  const type = context.applyRules(
    {
      ...(oneOf && { oneOf }),
      ...(anyOf && { anyOf }),
      ...(discriminator && { discriminator }),
      ...(policy !== undefined && { "x-speakeasy-unknown-values": policy }),
    },
    location,
  );
  if (type.kind !== "union" || !members) return type;
  const lacksMembers = (of: Type): boolean =>
    of.kind !== "null" && !(of.kind === "ref" && context.subtypes.isSubtype(of.to));
  return mapChildren(type, (of) =>
    lacksMembers(of) ? { kind: "intersection", parts: [of, members] } : of,
  );
}

/** The pointer of the model of what the subtypes of a base have in common. */
export function commonPointer(base: Pointer): Pointer {
  return append(base, "discriminator");
}

/**
 * Makes the model of what the subtypes of a base have in common: its members without the
 * discriminator, which differs in each of them. `undefined` if there are none.
 */
export function makeCommonMembers(
  context: SchemaContext,
  base: SchemaObject,
  wire: string | undefined,
  location: SchemaLocation,
): Type | undefined {
  const { discriminator: _discriminator, oneOf: _oneOf, anyOf: _anyOf, ...schema } = base;
  const isNullable = typesOf(schema).includes("null");
  const type = context.applyRules(isNullable ? { ...schema, type: "object" } : schema, location);
  const inner = locationInside(location, ["discriminator"], "base");
  const docs = { description: `What all kinds of \`${location.name}\` have in common.` };
  if (type.kind === "intersection") return context.hoist(type, inner, docs);
  if (type.kind !== "object") return undefined;
  const fields = type.fields.filter((field) => field.wire !== wire);
  return fields.length === 0 ? undefined : context.hoist({ ...type, fields }, inner, docs);
}
