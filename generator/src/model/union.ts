/** `oneOf` and `anyOf`: the same thing to a type. */
import type { Schema, SchemaObject } from "../document/types.js";
import type { Context } from "./context.js";
import { type Arm, discriminatorOf, tagOf } from "./discriminator.js";
import { isOpen } from "./enumeration.js";
import { isSchema, isTrivial, itemsOf } from "./keywords.js";
import { inside, type Place } from "./place.js";
import type { Type } from "./types.js";
import { distinct, nullable, nullType, union, unknownType } from "./types-of.js";
import { schemaDocs, textOf } from "./words.js";

/** A union of the arms; of one arm it is that arm, of constants an enum, and with null the rest or null. */
export function unionType(context: Context, schema: SchemaObject, place: Place): Type {
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const schemas = itemsOf(schema[keyword]).filter(isSchema);
  const listed = constants(schemas) ?? openValues(schemas);
  if (listed) return context.applyRules({ ...without(schema), ...listed } as SchemaObject, place); // an enum of constants
  const real = schemas.filter((arm) => !isNull(arm));
  const arms = real.flatMap((arm) =>
    armsOf(context, arm, armPlace(place, keyword, schemas.indexOf(arm), arm, real.length)),
  );
  // Equal arms collapse.
  const different = distinct(arms, (arm) => arm.type);
  const type = together(context, schema, different, place);
  return real.length < schemas.length ? nullable(type) : type;
}

function without(schema: SchemaObject): SchemaObject {
  const { oneOf: _one, anyOf: _any, discriminator: _, ...rest } = schema;
  return rest;
}

/** In 3.1 an enum with words for each value is written as a choice of constants. */
function constants(arms: readonly Schema[]): Partial<SchemaObject> | undefined {
  const values = arms.filter((arm) => !isNull(arm));
  if (values.length === 0 || !values.every(isConstant)) return undefined;
  return {
    enum: [...values.map((arm) => arm.const), ...(values.length < arms.length ? [null] : [])],
    "x-enum-varnames": values.map((arm) => textOf(arm.title) ?? null),
    "x-enum-descriptions": values.map((arm) => textOf(arm.description) ?? null),
  };
}

function isConstant(arm: Schema): arm is SchemaObject {
  if (typeof arm === "boolean" || arm.$ref !== undefined) return false;
  return typeof arm.const === "string" || typeof arm.const === "number";
}

/** Values beside any string are a list of the known ones. */
function openValues(arms: readonly Schema[]): Partial<SchemaObject> | undefined {
  const real = arms.filter((arm) => !isNull(arm)).filter((arm) => typeof arm === "object");
  const plain = real.filter(({ type, ...rest }) => type === "string" && isTrivial(rest));
  const values = real.flatMap((arm) => (arm.const === undefined ? itemsOf(arm.enum) : [arm.const]));
  if (
    plain.length === 0 ||
    values.length === 0 ||
    !values.every((value) => typeof value === "string")
  )
    return undefined;
  if (!real.every((arm) => plain.includes(arm) || isListed(arm))) return undefined;
  return {
    enum: [...values, ...(real.length < arms.length ? [null] : [])],
    "x-speakeasy-unknown-values": "allow",
  };
}

function isListed(arm: SchemaObject): boolean {
  return arm.$ref === undefined && (arm.const !== undefined || arm.enum !== undefined);
}

function isNull(schema: Schema): boolean {
  return typeof schema === "object" && (schema.type === "null" || schema.const === null);
}

/** An only arm is the thing itself. Others are called by their title, their constant, or their number. */
function armPlace(place: Place, keyword: string, index: number, arm: Schema, count: number): Place {
  if (count === 1) return { ...inside(place, [keyword, index]), named: place.named };
  const title = typeof arm === "object" ? textOf(arm.title) : undefined;
  const words = title ?? tagOf(arm) ?? String(index + 1);
  const inner = inside(place, [keyword, index], words);
  return words.startsWith(place.name) ? { ...inner, name: words } : inner;
}

/** A nested union without a discriminator of its own adds its variants to the outer one. */
function armsOf(context: Context, schema: Schema, place: Place): readonly Arm[] {
  if (typeof schema === "object" && isTrivial(schema)) return [{ schema, type: unknownType }];
  const isRef = typeof schema === "object" && schema.$ref !== undefined;
  const type = isRef ? context.typeOf(schema, place) : context.bareType(schema, place);
  if (type.kind === "union" && !type.discriminator && !type.open) {
    return type.variants.map((item) => ({ schema: {}, type: item.type }));
  }
  return [
    { schema, type: isRef ? type : context.hoist(type, place, schemaDocs(schema, place.name)) },
  ];
}

function together(
  context: Context,
  schema: SchemaObject,
  arms: readonly Arm[],
  place: Place,
): Type {
  const types = arms.map((arm) => arm.type);
  if (types.some((type) => type.kind === "unknown")) return unknownType;
  if (types.length === 0) return nullType;
  const real = arms.filter((arm) => arm.type.kind !== "null");
  const found = real.length < 2 ? undefined : discriminatorOf(context, schema, real, place);
  if (!found) return union(types, real.length > 1 && isOpen(context, schema, place, false));
  const tagged: Type = {
    kind: "union",
    variants: real.map((arm, index) => ({ type: arm.type, tags: found.tags[index] ?? [] })),
    discriminator: { wire: found.wire },
    open: isOpen(context, schema, place, true),
  };
  return real.length < arms.length ? nullable(tagged) : tagged;
}
