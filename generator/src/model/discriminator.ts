/** What tells the variants of a union apart. OpenAPI 3.1, section 4.8.25. */
import { lastToken, refToPointer } from "../document/pointer.js";
import type { Document, DiscriminatorObject, Schema, SchemaObject } from "../document/types.js";
import type { Context } from "./context.js";
import { entriesOf, isSchema, itemsOf, targetOf } from "./keywords.js";
import type { Place } from "./place.js";
import type { Pointer, Type } from "./types.js";

/** One of the variants of a union before it is known which of them are the same. */
export interface Arm {
  readonly schema: Schema;
  readonly type: Type;
}

/** The deciding property and, for each arm in order, the values of it that choose the arm. */
export interface Found {
  readonly wire: string;
  readonly tags: readonly (readonly string[])[];
}

/** The declared discriminator, or a property that has a constant of its own in every arm. */
export function discriminatorOf(
  context: Context,
  schema: SchemaObject,
  arms: readonly Arm[],
  place: Place,
): Found | undefined {
  const { discriminator } = schema;
  if (!discriminator || typeof discriminator.propertyName !== "string")
    return implicit(context.document, arms);
  // A list of constants that a common base spells out tells nothing apart: then the names of the components do.
  for (const byConstant of [true, false]) {
    const found = declared(context.document, discriminator, arms, byConstant);
    if (found && isSound(found)) return found;
  }
  context.report(
    "discriminator-ignored",
    place.pointer,
    `\`${discriminator.propertyName}\` does not tell every variant from the others.`,
  );
  return undefined;
}

/** The constant in an inline arm that can serve as its name: that of its first property with one. */
export function tagOf(schema: Schema): string | undefined {
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
  arms: readonly Arm[],
  byConstant: boolean,
): Found | undefined {
  const wire = discriminator.propertyName;
  const tags = arms.map((arm) =>
    tagsOf({ document, discriminator, byConstant }, arm.schema, new Set()),
  );
  return tags.every((list) => list.length > 0) ? { wire, tags } : undefined;
}

interface Search {
  readonly document: Document;
  readonly discriminator: DiscriminatorObject;
  readonly byConstant: boolean;
}

/** The mapping comes first, then constants in the schema, then the name of the component. A union gives the tags of its arms. */
function tagsOf(search: Search, schema: Schema, seen: ReadonlySet<Pointer>): readonly string[] {
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
    .flatMap((arm) => tagsOf(search, arm, new Set([...seen, target.pointer])));
  return nested.length > 0 ? nested : [lastToken(target.pointer)];
}

/** Mapping values are refs, or by an old habit bare component names. */
function mappedTo({ mapping }: DiscriminatorObject, pointer: Pointer): readonly string[] {
  return entriesOf(mapping).flatMap(([tag, ref]) => {
    if (typeof ref !== "string") return [];
    const to = refToPointer(ref) ?? `/components/schemas/${ref}`;
    return to === pointer ? [tag] : [];
  });
}

function implicit(document: Document, arms: readonly Arm[]): Found | undefined {
  const [first] = arms;
  if (!first) return undefined;
  const candidates = propertiesOf(document, first.schema, new Set());
  for (const wire of candidates) {
    const tags = arms.map((arm) => propertyConstants(document, arm.schema, wire, new Set()));
    const found = { wire, tags };
    if (
      tags.every((list) => list.length > 0) &&
      isSound(found) &&
      arms.every((arm) => requires(document, arm.schema, wire, new Set()))
    ) {
      return found;
    }
  }
  return undefined;
}

function isSound({ tags }: Found): boolean {
  const all = tags.flat();
  return new Set(all).size === all.length;
}

/** The schema and every schema that it extends. */
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

/** The strings to which a schema, or what it extends, restricts a property. The narrowest comes first in the lineage. */
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
