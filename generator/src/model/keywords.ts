/** Reads the keywords of a schema, whatever the document has there. JSON Schema 2020-12. */
import { isList, isObject } from "../document/json.js";
import { refToPointer } from "../document/pointer.js";
import { valueAt } from "../document/refs.js";
import type { Document, Schema, SchemaObject } from "../document/types.js";
import type { Limits, Pointer } from "./types.js";

/** The entries of a map keyword such as `properties`, in order. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The items of a list keyword such as `allOf`. */
export function itemsOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : [];
}

/** The strings of a list keyword such as `required`. */
export function stringsOf(value: unknown): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === "string");
}

/** True for an object or a boolean, the two forms of a schema. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === "boolean" || isObject(value);
}

/** The names in `type`, or the type that other keywords imply. */
export function typesOf(schema: SchemaObject): readonly string[] {
  if (typeof schema.type === "string") return [schema.type];
  if (isList(schema.type)) return [...new Set(stringsOf(schema.type))];
  const implied = impliedTypes.find(([, keys]) => has(schema, ...keys));
  if (implied) return [implied[0]];
  return hasUnevaluated(schema) ? ["object"] : [];
}

/** Documents often omit an obvious `type`. */
const implications = {
  object: ["properties", "required", "additionalProperties", "patternProperties"],
  array: ["items", "prefixItems"],
  string: ["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
} as const satisfies Record<string, readonly (keyof SchemaObject)[]>;

const impliedTypes = Object.entries(implications);

/** True if one of the keywords is present. */
export function has(schema: SchemaObject, ...keys: readonly (keyof SchemaObject)[]): boolean {
  for (const key of keys) if (schema[key] !== undefined && Object.hasOwn(schema, key)) return true;
  return false;
}

/** Keywords that describe a value without restricting it. */
const annotations: ReadonlySet<string> = new Set(
  (
    "title description default deprecated readOnly writeOnly example examples externalDocs xml " +
    "$comment $id $schema $anchor $defs definitions summary discriminator"
  ).split(" "),
);

/** True for a keyword that adds no shape, next to a `$ref` or in a part of `allOf`. */
export function isAnnotation(key: string): boolean {
  return annotations.has(key) || key.startsWith("x-");
}

/** True for a schema that only has annotations. */
export function isTrivial(schema: SchemaObject): boolean {
  return Object.keys(schema).every(isAnnotation);
}

/** True for a schema that types members beside the named ones, as `additionalProperties` does. */
function hasUnevaluated({ unevaluatedProperties }: SchemaObject): boolean {
  return unevaluatedProperties !== undefined && unevaluatedProperties !== false;
}

/** Keywords that restrict values, or choose between shapes, without giving a value its shape. */
const restrictions: ReadonlySet<string> = new Set(
  (
    "unevaluatedProperties unevaluatedItems minProperties maxProperties propertyNames contains " +
    "minContains maxContains dependentRequired dependentSchemas dependencies not if then else " +
    "additionalItems $dynamicAnchor $vocabulary"
  ).split(" "),
);

/** True for a schema that gives no value its shape, as a part of `allOf`. */
export function shapesNothing(schema: SchemaObject): boolean {
  if (hasUnevaluated(schema)) return false;
  return Object.keys(schema).every((key) => isAnnotation(key) || restrictions.has(key));
}

/** True if keywords next to a `$ref` add shape to what it refers to. */
export function addsToRef(schema: SchemaObject): boolean {
  return Object.keys(schema).some((key) => key !== "$ref" && !isAnnotation(key));
}

/** The target of a schema's `$ref`, if it can be a schema. */
export function targetOf(
  document: Document,
  schema: SchemaObject,
): { readonly schema: Schema; readonly pointer: Pointer } | undefined {
  const pointer = typeof schema.$ref === "string" ? refToPointer(schema.$ref) : undefined;
  const target = pointer === undefined ? undefined : valueAt(document, pointer);
  return pointer !== undefined && isSchema(target) ? { schema: target, pointer } : undefined;
}

/** The schema at the end of a `$ref`, through aliases: schemas that only refer to another one. */
export function endOf(document: Document, schema: SchemaObject): Pointer | undefined {
  const passed = new Set<Pointer>();
  for (let next: Schema = schema; typeof next === "object" && typeof next.$ref === "string";) {
    const target = targetOf(document, next);
    if (!target || passed.has(target.pointer)) return undefined;
    passed.add(target.pointer);
    next = target.schema;
    if (typeof next === "object" && addsToRef(next)) break;
  }
  return [...passed].at(-1);
}

/** The bounds of strings, numbers and lists, under common names. */
export function limitsOf(schema: SchemaObject): Limits | undefined {
  if (!Object.keys(schema).some((key) => LIMITING.has(key))) return undefined;
  const limits = {
    ...bound("min", schema.minimum ?? schema.minLength ?? schema.minItems),
    ...bound("max", schema.maximum ?? schema.maxLength ?? schema.maxItems),
    ...bound("exclusiveMin", schema.exclusiveMinimum),
    ...bound("exclusiveMax", schema.exclusiveMaximum),
    ...bound("multipleOf", schema.multipleOf),
    ...(typeof schema.pattern === "string" && { pattern: schema.pattern }),
    ...(schema.uniqueItems === true && { unique: true }),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

const LIMITING: ReadonlySet<string> = new Set([
  ...implications.string,
  ...implications.number,
  "minItems",
  "maxItems",
  "uniqueItems",
]);

function bound(name: keyof Limits, value: unknown): Limits {
  return typeof value === "number" ? { [name]: value } : {};
}
