/** Warnings for everything in a schema that the model cannot express. */
import { append } from "../document/pointer.js";
import type { SchemaObject } from "../document/types.js";
import { inspectExtensions } from "./extensions.js";
import { isSchema } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";
import type { SchemaLocation } from "./schema-location.js";

/** Keywords that choose between shapes. Without them the type is wider than the schema. */
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

/** Keywords that only restrict values. */
const constraints: ReadonlySet<string> = new Set([
  "minProperties",
  "maxProperties",
  "propertyNames",
  "dependentRequired",
  "contains",
  "minContains",
  "maxContains",
]);

/** Warns about keywords and extensions that have no effect on a schema. */
export function inspectSchema(
  context: SchemaContext,
  schema: SchemaObject,
  { pointer }: SchemaLocation,
): void {
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

/** Keywords that contain schemas. */
const holders = [
  "properties",
  "patternProperties",
  "items",
  "prefixItems",
  "allOf",
  "oneOf",
  "anyOf",
] as const;

/**
 * Warns about a discriminator without variants, and about keywords that contain something else than
 * schemas.
 */
function inspectUnnamed(context: SchemaContext, schema: SchemaObject, pointer: string): void {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator && !oneOf && !anyOf && !context.subtypes.isUsed(discriminator)) {
    context.report(
      "discriminator-ignored",
      append(pointer, "discriminator"),
      "The discriminator has no `oneOf` or `anyOf` next to it, and no schema extends this one.",
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
        `\`${key}\` contains something that is not a schema.`,
      );
    }
  }
}
