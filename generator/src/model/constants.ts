/** The constants to which schemas, and what they extend, restrict their properties. */
import type { Document, Schema, SchemaObject } from "../document/types.js";
import { entriesOf, isSchema, itemsOf, targetOf } from "./keywords.js";

/** The names of all properties of a schema and of what it extends. */
export function propertiesOf(document: Document, schema: Schema): readonly string[] {
  const names = [...lineage(document, schema)].flatMap((part) =>
    entriesOf(part.properties).map(([wire]) => wire),
  );
  return [...new Set(names)];
}

/** True if a schema, or what it extends, requires a property. */
export function requires(document: Document, schema: Schema, wire: string): boolean {
  return [...lineage(document, schema)].some((part) => itemsOf(part.required).includes(wire));
}

/**
 * The constants to which a schema, or what it extends, restricts a property. The narrowest come
 * first in the lineage.
 *
 * @param except - schemas whose properties do not count, such as a common base
 */
export function propertyConstants(
  document: Document,
  schema: Schema,
  wire: string,
  except?: ReadonlySet<Schema>,
): readonly Constant[] {
  for (const part of lineage(document, schema, except)) {
    const property = entriesOf(part.properties).find(([name]) => name === wire)?.[1];
    for (const inner of lineage(document, property)) {
      const constants = constantsOf(inner);
      if (constants.length > 0) return constants;
    }
  }
  return [];
}

/** A constant that can tell the variants of a union apart. */
export type Constant = string | number | boolean;

/** The values that `const`, `enum`, or a choice of those allows. Empty if it allows others too. */
export function constantsOf(schema: unknown): readonly Constant[] {
  if (!isSchema(schema) || typeof schema === "boolean") return [];
  if (isConstant(schema.const)) return [schema.const];
  const choice = itemsOf(schema.oneOf ?? schema.anyOf);
  const values = choice.length > 0 ? choice.flatMap(constantsOf) : itemsOf(schema.enum);
  const known = values.filter((value) => value !== null);
  return known.every(isConstant) ? known : [];
}

function isConstant(value: unknown): value is Constant {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The schema and all schemas that it extends. Not recursive, because chains may be long. */
function* lineage(
  document: Document,
  schema: unknown,
  except?: ReadonlySet<Schema>,
): Generator<SchemaObject, void> {
  const seen = new Set<unknown>(except);
  const pending = [schema];
  while (pending.length > 0) {
    const next = pending.shift();
    if (!isSchema(next) || typeof next === "boolean" || seen.has(next)) continue;
    seen.add(next);
    yield next;
    const target = targetOf(document, next);
    pending.unshift(target?.schema, ...itemsOf(next.allOf));
  }
}
