/** Lists and tuples (`prefixItems`). */
import type { SchemaObject } from "../document/types.js";
import type { Context } from "./context.js";
import { isSchema, itemsOf, limitsOf } from "./keywords.js";
import { inside, type Place } from "./place.js";
import type { Type } from "./types.js";
import { unknownType } from "./types-of.js";

/** A list of `items`; without them, of anything. */
export function arrayType(context: Context, schema: SchemaObject, place: Place): Type {
  const limits = limitsOf(schema);
  return { kind: "array", items: itemType(context, schema, place), ...(limits && { limits }) };
}

/** A list whose first items each have a type. What may follow is open unless the schema closes it. */
export function tupleType(context: Context, schema: SchemaObject, place: Place): Type {
  const prefix = itemsOf(schema.prefixItems).map((item, index) =>
    isSchema(item)
      ? context.typeOf(item, inside(place, ["prefixItems", index], `item ${index + 1}`))
      : unknownType,
  );
  const closed =
    schema.items === false || (schema.maxItems ?? Number.POSITIVE_INFINITY) <= prefix.length;
  return closed
    ? { kind: "tuple", items: prefix }
    : { kind: "tuple", items: prefix, rest: itemType(context, schema, place) };
}

function itemType(context: Context, schema: SchemaObject, place: Place): Type {
  const { items } = schema;
  if (!isSchema(items)) return unknownType;
  return context.typeOf(items, inside(place, ["items"], place.named ? "item" : ""));
}
