/** `enum` and `const`. An enum is open unless the document says otherwise: a server may learn new values. */
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import type { SchemaObject } from "../document/types.js";
import type { Context } from "./context.js";
import { itemsOf, textsOf, typesOf } from "./keywords.js";
import { inside, type Place } from "./place.js";
import type { EnumValue, Scalar, Type } from "./types.js";
import { nullable, nullType, union, unknownType } from "./types-of.js";
import { textOf } from "./words.js";

/** `const`, or the schema without it where the value is no scalar. */
export function constType(context: Context, schema: SchemaObject, place: Place): Type {
  const { const: value, ...rest } = schema;
  if (isScalar(value)) return value === null ? nullType : { kind: "literal", value };
  context.report(
    "const-invalid",
    append(place.pointer, "const"),
    "`const` is an object or a list.",
  );
  return context.applyRules(rest, place);
}

/** `enum` of strings, numbers, booleans and null in any mixture. */
export function enumType(context: Context, schema: SchemaObject, place: Place): Type {
  const listed = itemsOf(schema.enum);
  const scalars = listed.map((value) => fit(context, schema, value, place));
  if (!scalars.every((value) => value !== undefined)) return unlisted(context, schema, place);
  const described = describe(schema, listed, scalars);
  const type = listedType(context, schema, described, scalars, place);
  return scalars.includes(null) && scalars.length > 1 ? nullable(type) : type;
}

/** True unless `x-speakeasy-unknown-values: disallow`, or where it says `allow`. */
export function isOpen(
  context: Context,
  schema: SchemaObject,
  place: Place,
  otherwise: boolean,
): boolean {
  const said = schema["x-speakeasy-unknown-values"];
  if (said === undefined) return otherwise;
  if (said === "allow" || said === "disallow") return said === "allow";
  context.report(
    "extension-invalid",
    append(place.pointer, "x-speakeasy-unknown-values"),
    "`x-speakeasy-unknown-values` is neither `allow` nor `disallow`.",
  );
  return otherwise;
}

function unlisted(context: Context, schema: SchemaObject, place: Place): Type {
  context.report(
    "enum-invalid",
    append(place.pointer, "enum"),
    "The enum lists an object or a list.",
  );
  const { enum: _, ...rest } = schema;
  return Object.keys(rest).length === 0 ? unknownType : context.applyRules(rest, place);
}

function listedType(
  context: Context,
  schema: SchemaObject,
  described: readonly EnumValue[],
  scalars: readonly Scalar[],
  place: Place,
): Type {
  const open = isOpen(context, schema, place, true);
  const texts = described.filter((item) => typeof item.value === "string");
  const numbers = described.filter((item) => typeof item.value === "number");
  const types: Type[] = booleans(scalars);
  if (texts.length > 0) types.push({ kind: "enum", values: texts, open });
  if (numbers.length > 0) types.push({ kind: "enum", values: numbers, open });
  if (types.length > 1) return union(types.map((type) => hoistPart(context, type, place)));
  if (types.length === 0 && !scalars.includes(null)) {
    context.report("enum-invalid", append(place.pointer, "enum"), "The enum lists nothing.");
    return unknownType;
  }
  return types[0] ?? nullType;
}

/** Each half of a mixed enum is a model of its own, because only models have named values. */
function hoistPart(context: Context, type: Type, place: Place): Type {
  if (type.kind !== "enum") return type;
  const words = typeof type.values[0]?.value === "string" ? "text" : "number";
  return context.hoist(type, inside(place, ["enum", words], words), {});
}

function booleans(scalars: readonly Scalar[]): Type[] {
  const found = [true, false].filter((value) => scalars.includes(value));
  if (found.length === 2) return [{ kind: "boolean" }];
  return found.map((value): Type => ({ kind: "literal", value }));
}

/** A value as the schema's `type` wants it: YAML reads an unquoted `1` or `true` as something else than the author meant. */
function fit(
  context: Context,
  schema: SchemaObject,
  value: unknown,
  place: Place,
): Scalar | undefined {
  if (!isScalar(value)) return undefined;
  const types = typesOf({ type: schema.type } as SchemaObject); // `type` may be absent; only it is looked at
  const textOnly = types.length > 0 && types.every((type) => type === "string" || type === "null");
  if (!textOnly || value === null || typeof value === "string") return value;
  context.report(
    "enum-invalid",
    append(place.pointer, "enum"),
    `The enum of strings lists ${String(value)}, which is taken for "${String(value)}".`,
  );
  return String(value);
}

function describe(
  schema: SchemaObject,
  listed: readonly unknown[],
  scalars: readonly Scalar[],
): readonly EnumValue[] {
  const names = [schema["x-speakeasy-enums"], schema["x-enum-varnames"], schema["x-enumNames"]];
  const texts = [schema["x-speakeasy-enum-descriptions"], schema["x-enum-descriptions"]];
  const values = new Map<string | number, EnumValue>();
  for (const [index, value] of scalars.entries()) {
    if ((typeof value !== "string" && typeof value !== "number") || values.has(value)) continue;
    const suggestedName = firstOf(names, index, listed[index]);
    const description = firstOf(texts, index, listed[index]);
    values.set(value, {
      value,
      ...(suggestedName !== undefined && { suggestedName }),
      ...(description !== undefined && { description }),
    });
  }
  return [...values.values()];
}

/** The word for a value in the first source that has one: a list in the order of the enum, or a map from values. */
function firstOf(sources: readonly unknown[], index: number, value: unknown): string | undefined {
  for (const source of sources) {
    const text = isObject(source)
      ? textOf(Object.hasOwn(source, String(value)) ? source[String(value)] : undefined)
      : textOf(textsOf(source).length === 0 ? undefined : itemsOf(source)[index]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
