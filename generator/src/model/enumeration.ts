/** `enum` and `const`. Enums are open by default, because servers may add values. */
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import type { SchemaObject } from "../document/types.js";
import { stringOf } from "./docs.js";
import { itemsOf, stringsOf, typesOf } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import { nullable, nullType, union, unknownType } from "./type-helpers.js";
import type { EnumValue, Scalar, Type } from "./types.js";

/**
 * `const`, or the schema without it if the value is not a scalar. With null in `type`, the constant
 * or null.
 */
export function constType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const { const: value, ...rest } = schema;
  if (value === null) return nullType;
  if (isScalar(value)) {
    const literal: Type = { kind: "literal", value };
    return typesOf(schema).includes("null") ? nullable(literal) : literal;
  }
  context.report(
    "const-invalid",
    append(location.pointer, "const"),
    "`const` is an object or a list.",
  );
  return context.applyRules(rest, location);
}

/**
 * `enum` with any mixture of strings, numbers, booleans and null. Null in `type` counts as listed:
 * many documents leave it out of the list, although JSON Schema then forbids it.
 */
export function enumType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const listed = itemsOf(schema.enum);
  const scalars = listed.map((value) => fit(context, schema, value, location));
  if (!scalars.every((value) => value !== undefined)) return unlisted(context, schema, location);
  const described = describe(schema, listed, scalars);
  const type = listedType(context, schema, described, scalars, location);
  const admitsNull = scalars.includes(null) || typesOf(schema).includes("null");
  return admitsNull ? nullable(type) : type;
}

/** The value of `x-speakeasy-unknown-values`, or the default. */
export function isOpen(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
  otherwise: boolean,
): boolean {
  const policy = schema["x-speakeasy-unknown-values"];
  if (policy === undefined) return otherwise;
  if (policy === "allow" || policy === "disallow") return policy === "allow";
  context.report(
    "extension-invalid",
    append(location.pointer, "x-speakeasy-unknown-values"),
    "`x-speakeasy-unknown-values` must be `allow` or `disallow`.",
  );
  return otherwise;
}

function unlisted(context: SchemaContext, schema: SchemaObject, location: SchemaLocation): Type {
  context.report(
    "enum-invalid",
    append(location.pointer, "enum"),
    "The enum lists an object or a list.",
  );
  const { enum: _, ...rest } = schema;
  return Object.keys(rest).length === 0 ? unknownType : context.applyRules(rest, location);
}

function listedType(
  context: SchemaContext,
  schema: SchemaObject,
  described: readonly EnumValue[],
  scalars: readonly Scalar[],
  location: SchemaLocation,
): Type {
  const open = isOpen(context, schema, location, true);
  const strings = described.filter((item) => typeof item.value === "string");
  const numbers = described.filter((item) => typeof item.value === "number");
  const types: Type[] = booleans(scalars);
  if (strings.length > 0) types.push({ kind: "enum", values: strings, open });
  if (numbers.length > 0) types.push({ kind: "enum", values: numbers, open });
  if (types.length > 1) return union(types.map((type) => hoistPart(context, type, location)));
  if (types.length === 0 && !scalars.includes(null)) {
    context.report("enum-invalid", append(location.pointer, "enum"), "The enum is empty.");
    return unknownType;
  }
  return types[0] ?? nullType;
}

/** Each half of a mixed enum is a model, because only models have named values. */
function hoistPart(context: SchemaContext, type: Type, location: SchemaLocation): Type {
  if (type.kind !== "enum") return type;
  const words = typeof type.values[0]?.value === "string" ? "text" : "number";
  return context.hoist(type, locationInside(location, ["enum", words], words), {});
}

function booleans(scalars: readonly Scalar[]): Type[] {
  const found = [true, false].filter((value) => scalars.includes(value));
  if (found.length === 2) return [{ kind: "boolean" }];
  return found.map((value): Type => ({ kind: "literal", value }));
}

/**
 * A value as the schema's `type` asks for: YAML does not read an unquoted `1` or `true` as a
 * string.
 */
function fit(
  context: SchemaContext,
  schema: SchemaObject,
  value: unknown,
  location: SchemaLocation,
): Scalar | undefined {
  if (!isScalar(value)) return undefined;
  // `type` may be absent; nothing else is read
  const types = typesOf({ type: schema.type } as SchemaObject);
  const textOnly = types.length > 0 && types.every((type) => type === "string" || type === "null");
  if (!textOnly || value === null || typeof value === "string") return value;
  context.report(
    "enum-invalid",
    append(location.pointer, "enum"),
    `The enum of strings lists ${String(value)}, which is read as "${String(value)}".`,
  );
  return String(value);
}

function describe(
  schema: SchemaObject,
  listed: readonly unknown[],
  scalars: readonly Scalar[],
): readonly EnumValue[] {
  const names = [schema["x-speakeasy-enums"], schema["x-enum-varnames"], schema["x-enumNames"]];
  const strings = [schema["x-speakeasy-enum-descriptions"], schema["x-enum-descriptions"]];
  const values = new Map<string | number, EnumValue>();
  for (const [index, value] of scalars.entries()) {
    if ((typeof value !== "string" && typeof value !== "number") || values.has(value)) continue;
    const suggestedName = firstOf(names, index, listed[index]);
    const description = firstOf(strings, index, listed[index]);
    values.set(value, {
      value,
      ...(suggestedName !== undefined && { suggestedName }),
      ...(description !== undefined && { description }),
    });
  }
  return [...values.values()];
}

/**
 * The name or description of a value, from the first source that has one: a list in the order of
 * the enum, or a map by value.
 */
function firstOf(sources: readonly unknown[], index: number, value: unknown): string | undefined {
  for (const source of sources) {
    const text = isObject(source)
      ? stringOf(Object.hasOwn(source, String(value)) ? source[String(value)] : undefined)
      : stringOf(stringsOf(source).length === 0 ? undefined : itemsOf(source)[index]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
