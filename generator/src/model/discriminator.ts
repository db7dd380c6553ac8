/** The property that tells the variants of a union apart. OpenAPI 3.1, section 4.8.25. */
import { lastToken, refToPointer } from "../document/pointer.js";
import type { Document, DiscriminatorObject, Schema, SchemaObject } from "../document/types.js";
import { entriesOf, isSchema, itemsOf, targetOf } from "./keywords.js";
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

/** The declared discriminator, or a property that has its own constant in every variant. */
export function discriminatorOf(
  context: SchemaContext,
  schema: SchemaObject,
  variants: readonly VariantDraft[],
  location: SchemaLocation,
): Discriminator | undefined {
  const { discriminator } = schema;
  if (!discriminator || typeof discriminator.propertyName !== "string")
    return implicit(context.document, variants);
  // If a common base lists the constants of all variants, they tell nothing apart. Then the names
  // of the components do.
  for (const byConstant of [true, false]) {
    const found = declared(context.document, discriminator, variants, byConstant);
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
    if (only !== undefined && others.length === 0) return only;
  }
  return undefined;
}

function declared(
  document: Document,
  discriminator: DiscriminatorObject,
  variants: readonly VariantDraft[],
  byConstant: boolean,
): Discriminator | undefined {
  const wire = discriminator.propertyName;
  const values = variants.map((variant) =>
    valuesOf({ document, discriminator, byConstant }, variant.schema, new Set()),
  );
  return values.every((list) => list.length > 0) ? { wire, values } : undefined;
}

interface DiscriminatorSearch {
  readonly document: Document;
  readonly discriminator: DiscriminatorObject;
  readonly byConstant: boolean;
}

/**
 * The mapping comes first, then constants in the schema, then the name of the component. A nested
 * union has the values of its variants.
 */
function valuesOf(
  search: DiscriminatorSearch,
  schema: Schema,
  seen: ReadonlySet<Pointer>,
): readonly string[] {
  if (typeof schema === "boolean") return [];
  const { document, discriminator, byConstant } = search;
  const target = targetOf(document, schema);
  const mapped = target ? mappedTo(discriminator, target.pointer) : [];
  if (mapped.length > 0) return mapped;
  const constants = propertyConstants(document, schema, discriminator.propertyName, new Set());
  if (byConstant && constants.length > 0) return constants;
  if (!target || seen.has(target.pointer)) return [];
  const inner =
    typeof target.schema === "object" ? itemsOf(target.schema.oneOf ?? target.schema.anyOf) : [];
  const nested = inner
    .filter(isSchema)
    .flatMap((variant) => valuesOf(search, variant, new Set([...seen, target.pointer])));
  return nested.length > 0 ? nested : [lastToken(target.pointer)];
}

/** The values of a mapping are refs, or by an old convention the names of components. */
function mappedTo({ mapping }: DiscriminatorObject, pointer: Pointer): readonly string[] {
  return entriesOf(mapping).flatMap(([tag, ref]) => {
    if (typeof ref !== "string") return [];
    const to = refToPointer(ref) ?? `/components/schemas/${ref}`;
    return to === pointer ? [tag] : [];
  });
}

function implicit(
  document: Document,
  variants: readonly VariantDraft[],
): Discriminator | undefined {
  const [first] = variants;
  if (!first) return undefined;
  const candidates = propertiesOf(document, first.schema, new Set());
  for (const wire of candidates) {
    const values = variants.map((variant) =>
      propertyConstants(document, variant.schema, wire, new Set()),
    );
    const found = { wire, values };
    if (
      values.every((list) => list.length > 0) &&
      isSound(found) &&
      variants.every((variant) => requires(document, variant.schema, wire, new Set()))
    ) {
      return found;
    }
  }
  return undefined;
}

function isSound({ values }: Discriminator): boolean {
  const all = values.flat();
  return new Set(all).size === all.length;
}

/** The schema and all schemas that it extends. */
function* lineage(
  document: Document,
  schema: unknown,
  seen: Set<unknown>,
): Generator<SchemaObject> {
  if (!isSchema(schema) || typeof schema === "boolean" || seen.has(schema)) return;
  seen.add(schema);
  yield schema;
  const target = targetOf(document, schema);
  if (target) yield* lineage(document, target.schema, seen);
  for (const part of itemsOf(schema.allOf)) yield* lineage(document, part, seen);
}

function propertiesOf(document: Document, schema: Schema, seen: Set<unknown>): readonly string[] {
  const names = [...lineage(document, schema, seen)].flatMap((part) =>
    entriesOf(part.properties).map(([wire]) => wire),
  );
  return [...new Set(names)];
}

/**
 * The strings to which a schema, or what it extends, restricts a property. The narrowest come first
 * in the lineage.
 */
function propertyConstants(
  document: Document,
  schema: Schema,
  wire: string,
  seen: Set<unknown>,
): readonly string[] {
  for (const part of lineage(document, schema, seen)) {
    const property = entriesOf(part.properties).find(([name]) => name === wire)?.[1];
    for (const inner of lineage(document, property, new Set())) {
      const constants = constantsOf(inner);
      if (constants.length > 0) return constants;
    }
  }
  return [];
}

function requires(document: Document, schema: Schema, wire: string, seen: Set<unknown>): boolean {
  return [...lineage(document, schema, seen)].some((part) => itemsOf(part.required).includes(wire));
}

function constantsOf(schema: unknown): readonly string[] {
  if (!isSchema(schema) || typeof schema === "boolean") return [];
  if (typeof schema.const === "string") return [schema.const];
  const values = itemsOf(schema.enum);
  return values.every((value) => typeof value === "string") ? values : [];
}
