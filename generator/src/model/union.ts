/** `oneOf` and `anyOf`, which are the same for types. */
import type { Schema, SchemaObject } from "../document/types.js";
import { type VariantDraft, discriminatorOf, constantOf } from "./discriminator.js";
import { schemaDocs, stringOf } from "./docs.js";
import { isOpen } from "./enumeration.js";
import { isSchema, isTrivial, itemsOf } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import { distinct, nullable, nullType, union, unknownType } from "./type-helpers.js";
import type { Type } from "./types.js";

/**
 * A union of the variants, or the only variant. Constants become an enum. With null it is the rest
 * or null.
 */
export function unionType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const schemas = itemsOf(schema[keyword]).filter(isSchema);
  const listed = constants(schemas) ?? openValues(schemas);
  if (listed)
    // an enum of constants
    return context.applyRules({ ...without(schema), ...listed } as SchemaObject, location);
  const real = schemas.filter((variant) => !isNull(variant));
  const variants = real.flatMap((variant) =>
    variantsOf(
      context,
      variant,
      variantLocation(location, keyword, schemas.indexOf(variant), variant, real.length),
    ),
  );
  // Remove duplicates.
  const different = distinct(variants, (variant) => variant.type);
  const type = unionOf(context, schema, different, location);
  return real.length < schemas.length ? nullable(type) : type;
}

function without(schema: SchemaObject): SchemaObject {
  const { oneOf: _one, anyOf: _any, discriminator: _, ...rest } = schema;
  return rest;
}

/** OpenAPI 3.1 documents write an enum with descriptions as a choice of constants. */
function constants(variants: readonly Schema[]): Partial<SchemaObject> | undefined {
  const values = variants.filter((variant) => !isNull(variant));
  if (values.length === 0 || !values.every(isConstant)) return undefined;
  return {
    enum: [
      ...values.map((variant) => variant.const),
      ...(values.length < variants.length ? [null] : []),
    ],
    "x-enum-varnames": values.map((variant) => stringOf(variant.title) ?? null),
    "x-enum-descriptions": values.map((variant) => stringOf(variant.description) ?? null),
  };
}

function isConstant(variant: Schema): variant is SchemaObject {
  if (typeof variant === "boolean" || variant.$ref !== undefined) return false;
  return typeof variant.const === "string" || typeof variant.const === "number";
}

/** Values next to a plain string are the known values of an open enum. */
function openValues(variants: readonly Schema[]): Partial<SchemaObject> | undefined {
  const real = variants
    .filter((variant) => !isNull(variant))
    .filter((variant) => typeof variant === "object");
  const plain = real.filter(({ type, ...rest }) => type === "string" && isTrivial(rest));
  const values = real.flatMap((variant) =>
    variant.const === undefined ? itemsOf(variant.enum) : [variant.const],
  );
  if (
    plain.length === 0 ||
    values.length === 0 ||
    !values.every((value) => typeof value === "string")
  )
    return undefined;
  if (!real.every((variant) => plain.includes(variant) || isListed(variant))) return undefined;
  return {
    enum: [...values, ...(real.length < variants.length ? [null] : [])],
    "x-speakeasy-unknown-values": "allow",
  };
}

function isListed(variant: SchemaObject): boolean {
  return variant.$ref === undefined && (variant.const !== undefined || variant.enum !== undefined);
}

function isNull(schema: Schema): boolean {
  return typeof schema === "object" && (schema.type === "null" || schema.const === null);
}

/**
 * The location of a variant. It is named after its title, its constant or its number. An only
 * variant is the union itself.
 */
function variantLocation(
  location: SchemaLocation,
  keyword: string,
  index: number,
  variant: Schema,
  count: number,
): SchemaLocation {
  if (count === 1) return { ...locationInside(location, [keyword, index]), named: location.named };
  const title = typeof variant === "object" ? stringOf(variant.title) : undefined;
  const words = title ?? constantOf(variant) ?? String(index + 1);
  const inner = locationInside(location, [keyword, index], words);
  return words.startsWith(location.name) ? { ...inner, name: words } : inner;
}

/** A nested union without its own discriminator adds its variants to the outer one. */
function variantsOf(
  context: SchemaContext,
  schema: Schema,
  location: SchemaLocation,
): readonly VariantDraft[] {
  if (typeof schema === "object" && isTrivial(schema)) return [{ schema, type: unknownType }];
  const isRef = typeof schema === "object" && schema.$ref !== undefined;
  const type = isRef ? context.typeOf(schema, location) : context.bareType(schema, location);
  if (type.kind === "union" && !type.discriminator && !type.open) {
    return type.variants.map((item) => ({ schema: {}, type: item.type }));
  }
  return [
    {
      schema,
      type: isRef ? type : context.hoist(type, location, schemaDocs(schema, location.name)),
    },
  ];
}

function unionOf(
  context: SchemaContext,
  schema: SchemaObject,
  variants: readonly VariantDraft[],
  location: SchemaLocation,
): Type {
  const types = variants.map((variant) => variant.type);
  if (types.some((type) => type.kind === "unknown")) return unknownType;
  if (types.length === 0) return nullType;
  const real = variants.filter((variant) => variant.type.kind !== "null");
  const found = real.length < 2 ? undefined : discriminatorOf(context, schema, real, location);
  if (!found) return union(types, real.length > 1 && isOpen(context, schema, location, false));
  const tagged: Type = {
    kind: "union",
    variants: real.map((variant, index) => ({
      type: variant.type,
      discriminatorValues: found.values[index] ?? [],
    })),
    discriminator: { wire: found.wire },
    open: isOpen(context, schema, location, true),
  };
  return real.length < variants.length ? nullable(tagged) : tagged;
}
