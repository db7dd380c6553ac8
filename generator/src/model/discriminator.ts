/** The property that tells the variants of a union apart. OpenAPI 3.1, section 4.8.25. */
import type { DiscriminatorObject, Schema, SchemaObject } from "../document/types.js";
import { constantsOf, propertiesOf, propertyConstants, requires } from "./constants.js";
import { endOf, entriesOf, isSchema, itemsOf, targetOf } from "./keywords.js";
import { type MappingEntry, implicitValue, mappingOf } from "./mapping.js";
import type { SchemaContext } from "./schema-context.js";
import type { SchemaLocation } from "./schema-location.js";
import type { Pointer, Type } from "./types.js";

/** A variant of a union, before duplicates are removed. */
export interface VariantDraft {
  readonly schema: Schema;
  readonly type: Type;
}

/** The discriminator property, and for each variant in order the values that select it. */
export interface Discriminator {
  readonly wire: string;
  readonly values: readonly (readonly string[])[];
}

/**
 * The declared discriminator, or that of a base of all variants, or a property that has its own
 * constant in every variant.
 */
export function discriminatorOf(
  context: SchemaContext,
  schema: SchemaObject,
  variants: readonly VariantDraft[],
  location: SchemaLocation,
): Discriminator | undefined {
  const { discriminator } = schema;
  if (!discriminator || typeof discriminator.propertyName !== "string")
    return implicit(context, variants);
  // If a common base lists the constants of all variants, they tell nothing apart. Then the names
  // of the components do.
  for (const byConstant of [true, false]) {
    const found = declared(context, discriminator, variants, byConstant);
    if (found && isSound(found)) return found;
  }
  context.report(
    "discriminator-ignored",
    location.pointer,
    `\`${discriminator.propertyName}\` does not tell all variants apart.`,
  );
  return undefined;
}

/**
 * The constant that can name an inline variant: that of its first property with a single constant.
 */
export function constantOf(schema: Schema): string | undefined {
  if (typeof schema === "boolean") return undefined;
  for (const [, property] of entriesOf(schema.properties)) {
    const [only, ...others] = constantsOf(property);
    if (typeof only === "string" && others.length === 0) return only;
  }
  return undefined;
}

function declared(
  context: SchemaContext,
  discriminator: DiscriminatorObject,
  variants: readonly VariantDraft[],
  byConstant: boolean,
): Discriminator | undefined {
  const wire = discriminator.propertyName;
  const mapping = mappingOf(context.document, discriminator);
  const values = variants.map((variant) =>
    valuesOf({ context, wire, mapping, byConstant }, variant.schema, new Set()),
  );
  return values.every((list) => list.length > 0) ? { wire, values } : undefined;
}

interface DiscriminatorSearch {
  readonly context: SchemaContext;
  readonly wire: string;
  readonly mapping: readonly MappingEntry[];
  readonly byConstant: boolean;
}

/**
 * The mapping comes first, then what a base says, then constants in the schema, then the name of
 * the component. A nested union has the values of its variants.
 */
function valuesOf(
  search: DiscriminatorSearch,
  schema: Schema,
  seen: ReadonlySet<Pointer>,
): readonly string[] {
  if (typeof schema === "boolean") return [];
  const { context, wire, mapping, byConstant } = search;
  const { document, subtypes } = context;
  const pointer = endOf(document, schema);
  const mapped = mapping.filter(([, to]) => to === pointer).map(([value]) => value);
  if (mapped.length > 0) return mapped;
  const base = pointer === undefined ? undefined : subtypes.baseAt(pointer);
  const inherited =
    base?.wire === wire && base.subtypes
      ? base.subtypes.flatMap(({ values }) => values)
      : subtypes.valuesOf(pointer ?? "").get(wire);
  if (inherited) return inherited;
  const constants = propertyConstants(document, schema, wire).map(String);
  if (byConstant && constants.length > 0) return constants;
  const target = targetOf(document, schema);
  if (pointer === undefined || !target || seen.has(target.pointer)) return [];
  const inner =
    typeof target.schema === "object" ? itemsOf(target.schema.oneOf ?? target.schema.anyOf) : [];
  const nested = inner
    .filter(isSchema)
    .flatMap((variant) => valuesOf(search, variant, new Set([...seen, target.pointer])));
  if (nested.length > 0) return nested;
  const value = implicitValue(target.pointer, constants);
  return value === undefined ? [] : [value];
}

function implicit(
  context: SchemaContext,
  variants: readonly VariantDraft[],
): Discriminator | undefined {
  const [first] = variants;
  if (!first) return undefined;
  const { document } = context;
  const inherited = [...selectedBy(context, first.schema).keys()];
  for (const wire of new Set([...inherited, ...propertiesOf(document, first.schema)])) {
    const values = variants.map((variant) => requiredConstants(context, variant.schema, wire));
    const found = { wire, values };
    if (values.every((list) => list.length > 0) && isSound(found)) return found;
  }
  return undefined;
}

/** The values of discriminators of bases that select a schema, by property. */
function selectedBy(
  { document, subtypes }: SchemaContext,
  schema: Schema,
): ReadonlyMap<string, readonly string[]> {
  const pointer = typeof schema === "object" ? endOf(document, schema) : undefined;
  return subtypes.valuesOf(pointer ?? "");
}

function requiredConstants(
  context: SchemaContext,
  schema: Schema,
  wire: string,
): readonly string[] {
  const inherited = selectedBy(context, schema).get(wire);
  if (inherited) return inherited;
  if (!requires(context.document, schema, wire)) return [];
  const constants = propertyConstants(context.document, schema, wire);
  return constants.filter((value) => typeof value === "string");
}

function isSound({ values }: Discriminator): boolean {
  const all = values.flat();
  return new Set(all).size === all.length;
}
