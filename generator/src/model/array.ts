/** Lists and tuples (`prefixItems`). */
import type { SchemaObject } from "../document/types.js";
import { isSchema, itemsOf, limitsOf } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import { unknownType } from "./type-helpers.js";
import type { Type } from "./types.js";

/** A list. Without `items` it may contain anything. */
export function arrayType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const limits = limitsOf(schema);
  return { kind: "array", items: itemType(context, schema, location), ...(limits && { limits }) };
}

/**
 * A list with a type for each of its first items. It may be shorter unless `minItems` forbids it,
 * and more items may follow unless the schema forbids them.
 */
export function tupleType(
  context: SchemaContext,
  schema: SchemaObject,
  location: SchemaLocation,
): Type {
  const prefix = itemsOf(schema.prefixItems).map((item, index) =>
    isSchema(item)
      ? context.typeOf(item, locationInside(location, ["prefixItems", index], `item ${index + 1}`))
      : unknownType,
  );
  const closed =
    schema.items === false || (schema.maxItems ?? Number.POSITIVE_INFINITY) <= prefix.length;
  const optional = Math.max(0, prefix.length - (schema.minItems ?? 0));
  return {
    kind: "tuple",
    items: prefix,
    ...(optional > 0 && { optional }),
    ...(!closed && { rest: itemType(context, schema, location) }),
  };
}

function itemType(context: SchemaContext, schema: SchemaObject, location: SchemaLocation): Type {
  const { items } = schema;
  if (!isSchema(items)) return unknownType;
  return context.typeOf(items, locationInside(location, ["items"], location.named ? "item" : ""));
}
