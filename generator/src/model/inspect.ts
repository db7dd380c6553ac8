/** What a schema says that the model cannot: one warning for each. */
import { append } from "../document/pointer.js";
import type { SchemaObject } from "../document/types.js";
import type { Context } from "./context.js";
import { inspectExtensions } from "./extensions.js";
import { isSchema } from "./keywords.js";
import type { Place } from "./place.js";

/** Keywords that choose between shapes; without them the type is wider than the document. */
const shapes: ReadonlySet<string> = new Set([
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "unevaluatedItems",
  "$dynamicRef",
  "additionalItems",
]);

/** Keywords that only narrow values. */
const constraints: ReadonlySet<string> = new Set([
  "minProperties",
  "maxProperties",
  "propertyNames",
  "dependentRequired",
  "contains",
  "minContains",
  "maxContains",
]);

/** Warns about keywords and extensions of a schema that have no effect. */
export function inspectSchema(context: Context, schema: SchemaObject, { pointer }: Place): void {
  inspectExtensions(context.report, "schema", schema, pointer);
  for (const key of Object.keys(schema)) {
    if (shapes.has(key)) {
      context.report(
        "keyword-ignored",
        append(pointer, key),
        `\`${key}\` is not part of the type.`,
      );
    }
    if (constraints.has(key)) {
      context.report("constraint-ignored", append(pointer, key), `\`${key}\` is not checked.`);
    }
  }
  inspectUnnamed(context, schema, pointer);
}

/** Keywords that hold schemas. */
const holders = [
  "properties",
  "patternProperties",
  "items",
  "prefixItems",
  "allOf",
  "oneOf",
  "anyOf",
] as const;

/** `unevaluatedProperties: true` allows what is allowed anyway, and a discriminator needs variants. */
function inspectUnnamed(context: Context, schema: SchemaObject, pointer: string): void {
  if (schema.discriminator && !schema.oneOf && !schema.anyOf) {
    context.report(
      "discriminator-ignored",
      append(pointer, "discriminator"),
      "The discriminator has no `oneOf` or `anyOf` to choose from.",
    );
  }
  for (const key of holders) {
    const value: unknown = schema[key];
    if (value === undefined) continue;
    const items =
      key === "items"
        ? [value]
        : typeof value === "object" && value !== null
          ? Object.values(value)
          : [value];
    if (!items.every(isSchema)) {
      context.report(
        "schema-invalid",
        append(pointer, key),
        `\`${key}\` holds something that is no schema.`,
      );
    }
  }
}
