/**
 * The type of a schema, by an ordered table of rules. The first matching rule decides, so a rule
 * can rely on the ones above it. JSON Schema 2020-12 with the additions of OpenAPI 3.1.
 */
import { append } from "../document/pointer.js";
import { deref, isReference } from "../document/refs.js";
import type { Document, Schema, SchemaObject, SchemaTypeName } from "../document/types.js";
import { arrayType, tupleType } from "./array.js";
import { constType, enumType } from "./enumeration.js";
import { baseType } from "./inherited.js";
import { has, isTrivial, targetOf, typesOf } from "./keywords.js";
import { mergeType } from "./merge.js";
import { objectType } from "./object.js";
import { needsMerging } from "./parts.js";
import { impliesString, isBinary, numberType, stringType } from "./scalar.js";
import type { SchemaContext } from "./schema-context.js";
import type { SchemaLocation } from "./schema-location.js";
import { nullType, union, unknownType } from "./type-helpers.js";
import type { Type } from "./types.js";
import { unionType } from "./union.js";

interface Rule {
  readonly when: (schema: SchemaObject, types: readonly string[]) => boolean;
  readonly make: (context: SchemaContext, schema: SchemaObject, location: SchemaLocation) => Type;
}

const rules: readonly Rule[] = [
  // What must be taken apart first: a `$ref` next to keywords that add shape, `allOf`, a union next
  // to properties. Before `$ref`, which would drop the other keywords.
  { when: needsMerging, make: mergeType },
  // A reference, with or without annotations. Before everything that looks at the shape, which is
  // elsewhere.
  { when: (schema) => typeof schema.$ref === "string", make: refType },
  // Variants. Before `type`, which documents often repeat next to them (`type: object` with
  // `oneOf`).
  { when: (schema) => has(schema, "oneOf", "anyOf"), make: unionType },
  // A single value. Before `enum` and `type`, which can only repeat it.
  { when: (schema) => has(schema, "const"), make: constType },
  // A list of values. Before lists of types: `type: [string, null]` with an enum is one enum or
  // null.
  { when: (schema) => has(schema, "enum"), make: enumType },
  // Several types are a union with one schema each. From here on a schema has at most one type.
  { when: (_, types) => types.length > 1, make: typeListType },
  { when: (_, [type]) => type === "null", make: () => nullType },
  { when: (_, [type]) => type === "boolean", make: () => ({ kind: "boolean" }) },
  {
    when: (_, [type]) => type === "number" || type === "integer",
    make: (_, schema) => numberType(schema),
  },
  // A format alone implies a string, unless it is a format of numbers.
  {
    when: (schema, [type]) => type === "string" || (type === undefined && impliesString(schema)),
    make: (_, schema) => stringType(schema),
  },
  // Named members, unnamed members, or any object at all.
  {
    when: (_, [type]) => type === "object",
    make: (context, schema, location) => objectType(context, [{ schema, location }], location),
  },
  // Before lists: here `items` are the items after the tuple.
  { when: (schema, [type]) => type === "array" && has(schema, "prefixItems"), make: tupleType },
  { when: (_, [type]) => type === "array", make: arrayType },
  // The empty schema, and one that says nothing about the shape.
  { when: () => true, make: untyped },
];

/** The type of a schema by the rules, without a name. */
export function typeByRules(
  context: SchemaContext,
  schema: Schema,
  location: SchemaLocation,
): Type {
  if (typeof schema === "boolean") return schema ? unknownType : { kind: "never" };
  const base = baseType(context, schema, location);
  if (base) return base;
  const types = typesOf(schema);
  const rule = rules.find(({ when }) => when(schema, types));
  return rule ? rule.make(context, schema, location) : unknownType;
}

/**
 * True if the schema of a whole body is a file: one that says so, or one without a type that only
 * has a media type.
 */
export function isFile(document: Document, schema: Schema | undefined): boolean {
  if (typeof schema !== "object") return false;
  if (typeof schema.$ref === "string") {
    const target = deref<SchemaObject>(document, schema, "");
    return target !== undefined && !isReference(target.value) && isFile(document, target.value);
  }
  const types = typesOf(schema);
  return types.every((type) => type === "string") && (isBinary(schema) || isUntypedFile(schema));
}

/** JSON, text or XML as a file has no type (OpenAPI 3.1 section 4.8.14.3). */
function isUntypedFile(schema: SchemaObject): boolean {
  const { type, format, contentMediaType, contentEncoding } = schema;
  return (
    type === undefined &&
    format === undefined &&
    typeof contentMediaType === "string" &&
    contentEncoding === undefined &&
    !has(schema, "properties", "items", "allOf", "oneOf", "anyOf", "enum", "const")
  );
}

function refType(context: SchemaContext, schema: SchemaObject, location: SchemaLocation): Type {
  const target = targetOf(context.document, schema);
  if (!target) {
    context.report("ref-missing", location.pointer, `\`${String(schema.$ref)}\` does not exist.`);
    return unknownType;
  }
  context.need(target.pointer);
  return { kind: "ref", to: target.pointer };
}

function typeListType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const types = typesOf(schema);
  const real = types.filter((type) => type !== "null");
  const each = types.map((type) => {
    // `types` came from this schema, so they are names of types
    const single = { ...schema, type: type as SchemaTypeName };
    const inner =
      real.length > 1 && type !== "null"
        ? {
            ...location,
            name: `${location.name} ${type}`,
            pointer: append(location.pointer, "type", type),
          }
        : location;
    const made = context.applyRules(single, inner);
    return real.length > 1 ? context.hoist(made, inner, {}) : made;
  });
  return union(each);
}

function untyped(context: SchemaContext, schema: SchemaObject, location: SchemaLocation): Type {
  const type = schema.type;
  if (type !== undefined) {
    context.report(
      "schema-invalid",
      append(location.pointer, "type"),
      `\`${JSON.stringify(type)}\` is not a type.`,
    );
  }
  if (!isTrivial(schema) && isBinary(schema)) return stringType(schema);
  return unknownType;
}
