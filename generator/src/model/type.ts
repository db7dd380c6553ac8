/**
 * Schemas to types: an ordered table of rules. The first rule that fits decides, so a rule may take for granted that
 * none above it did. JSON Schema 2020-12 with the additions of OpenAPI 3.1.
 */
import { append } from "../document/pointer.js";
import type { Schema, SchemaObject, SchemaTypeName } from "../document/types.js";
import { arrayType, tupleType } from "./array.js";
import type { Context } from "./context.js";
import { constType, enumType } from "./enumeration.js";
import { has, isTrivial, targetOf, typesOf } from "./keywords.js";
import { mergeType } from "./merge.js";
import { objectType } from "./object.js";
import { needsMerging } from "./parts.js";
import type { Place } from "./place.js";
import { impliesString, isBinary, numberType, stringType } from "./scalar.js";
import type { Type } from "./types.js";
import { nullType, union, unknownType } from "./types-of.js";
import { unionType } from "./union.js";

interface Rule {
  readonly when: (schema: SchemaObject, types: readonly string[]) => boolean;
  readonly make: (context: Context, schema: SchemaObject, place: Place) => Type;
}

const rules: readonly Rule[] = [
  // Everything that has to be taken apart first: a `$ref` with siblings that add shape, `allOf`, a union beside
  // properties. Before `$ref`, or the siblings would be lost.
  { when: needsMerging, make: mergeType },
  // A reference, with or without words of its own. Before everything that looks at shape: the shape is elsewhere.
  { when: (schema) => typeof schema.$ref === "string", make: refType },
  // Variants. Before `type`, which documents often repeat beside them (`type: object` with `oneOf`).
  { when: (schema) => has(schema, "oneOf", "anyOf"), make: unionType },
  // One value. Before `enum` and `type`, which can only repeat it.
  { when: (schema) => has(schema, "const"), make: constType },
  // A list of values. Before lists of types: `type: [string, null]` with an enum is one enum or null.
  { when: (schema) => has(schema, "enum"), make: enumType },
  // Several types are a union of one schema each. From here on a schema has one type at most.
  { when: (_, types) => types.length > 1, make: typeListType },
  { when: (_, [type]) => type === "null", make: () => nullType },
  { when: (_, [type]) => type === "boolean", make: () => ({ kind: "boolean" }) },
  {
    when: (_, [type]) => type === "number" || type === "integer",
    make: (_, schema) => numberType(schema),
  },
  // A format alone means a string, unless it is a format of numbers.
  {
    when: (schema, [type]) => type === "string" || (type === undefined && impliesString(schema)),
    make: (_, schema) => stringType(schema),
  },
  // Named members, unnamed members, or any object at all.
  {
    when: (_, [type]) => type === "object",
    make: (context, schema, place) => objectType(context, [{ schema, place }], place),
  },
  // Before lists: `items` means what follows the tuple.
  { when: (schema, [type]) => type === "array" && has(schema, "prefixItems"), make: tupleType },
  { when: (_, [type]) => type === "array", make: arrayType },
  // The empty schema, and one that says nothing about the shape.
  { when: () => true, make: untyped },
];

/** The type of a schema by the rules, without a name of its own. */
export function typeByRules(context: Context, schema: Schema, place: Place): Type {
  if (typeof schema === "boolean") return schema ? unknownType : { kind: "never" };
  const types = typesOf(schema);
  const rule = rules.find(({ when }) => when(schema, types));
  return rule ? rule.make(context, schema, place) : unknownType;
}

/** The type of whole content: where the media type says that it is a file, the schema of a string is one too. */
export function isFile(schema: Schema | undefined): boolean {
  return (
    typeof schema === "object" &&
    typesOf(schema).every((type) => type === "string") &&
    isBinary(schema)
  );
}

function refType(context: Context, schema: SchemaObject, place: Place): Type {
  const target = targetOf(context.document, schema);
  if (!target) {
    context.report("ref-missing", place.pointer, `\`${String(schema.$ref)}\` leads nowhere.`);
    return unknownType;
  }
  context.need(target.pointer);
  return { kind: "ref", to: target.pointer };
}

function typeListType(context: Context, schema: SchemaObject, place: Place): Type {
  const types = typesOf(schema);
  const real = types.filter((type) => type !== "null");
  const each = types.map((type) => {
    // `types` came from this very schema, so they are names of types if anything is.
    const single = { ...schema, type: type as SchemaTypeName };
    const inner =
      real.length > 1 && type !== "null"
        ? { ...place, name: `${place.name} ${type}`, pointer: append(place.pointer, "type", type) }
        : place;
    const made = context.applyRules(single, inner);
    return real.length > 1 ? context.hoist(made, inner, {}) : made;
  });
  return union(each);
}

function untyped(context: Context, schema: SchemaObject, place: Place): Type {
  const said = schema.type;
  if (said !== undefined) {
    context.report(
      "schema-invalid",
      append(place.pointer, "type"),
      `\`${JSON.stringify(said)}\` is no type.`,
    );
  }
  if (!isTrivial(schema) && isBinary(schema)) return stringType(schema);
  return unknownType;
}
