/** Objects, from one schema or from the parts of an `allOf`. */
import type { Schema, SchemaObject } from "../document/types.js";
import { docsOf } from "./docs.js";
import { isIgnored, overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import { entriesOf, isSchema, targetOf, stringsOf } from "./keywords.js";
import type { SchemaContext, LocatedSchema, SchemaPart } from "./schema-context.js";
import { locationInside, type SchemaLocation } from "./schema-location.js";
import { same, unknownType } from "./type-helpers.js";
import type { Field, Type } from "./types.js";
import { xmlOf } from "./xml.js";

type ObjectType = Extract<Type, { kind: "object" }>;

/** The object that satisfies every part. `location` is that of the whole. */
export function objectType(
  context: SchemaContext,
  parts: readonly SchemaPart[],
  location: SchemaLocation,
): ObjectType {
  const mentions = mentionsOf(parts);
  const required = new Set(parts.flatMap((part) => stringsOf(part.schema.required)));
  const fields = [...mentions].flatMap(([wire, found]) =>
    found.some((mention) => isIgnored(mention.schema))
      ? []
      : [fieldOf(context, wire, found, required.has(wire), location)],
  );
  const undeclared = [...required].filter((wire) => !mentions.has(wire));
  return {
    kind: "object",
    fields: [...fields, ...undeclared.map(unknownField)],
    ...rest(context, parts, fields.length + undeclared.length === 0, location),
  };
}

function mentionsOf(parts: readonly SchemaPart[]): ReadonlyMap<string, readonly LocatedSchema[]> {
  const mentions = new Map<string, LocatedSchema[]>();
  for (const part of parts) {
    for (const [wire, schema] of entriesOf(part.schema.properties)) {
      if (!isSchema(schema)) continue;
      const location = locationInside(part.location, ["properties", wire], wire, "member");
      mentions.set(wire, [...(mentions.get(wire) ?? []), { schema, location }]);
    }
  }
  return mentions;
}

function fieldOf(
  context: SchemaContext,
  wire: string,
  mentions: readonly LocatedSchema[],
  required: boolean,
  owner: SchemaLocation,
): Field {
  const schemas = mentions.map((mention) => mention.schema);
  const type = fieldType(context, wire, mentions, owner);
  const suggestedName = schemas.flatMap((schema) => overrideOf(schema) ?? []).at(-1);
  const defaults = schemas.flatMap(defaultOf);
  const xml = xmlOf(context.document, schemas.at(-1));
  return {
    wire,
    ...(suggestedName !== undefined && { suggestedName }),
    type,
    required,
    access: accessOf(context, schemas),
    ...(defaults.length > 0 && { default: defaults.at(-1) }),
    ...(xml && { xml }),
    docs: Object.assign({}, ...schemas.map(docsOf)),
  };
}

function defaultOf(schema: Schema): readonly unknown[] {
  return typeof schema === "object" && schema.default !== undefined ? [schema.default] : [];
}

function fieldType(
  context: SchemaContext,
  wire: string,
  mentions: readonly LocatedSchema[],
  owner: SchemaLocation,
): Type {
  const [first, ...others] = mentions;
  if (first === undefined) return unknownType;
  if (others.every((other) => same(other.schema, first.schema))) {
    return context.typeOf(first.schema, first.location);
  }
  const parts = mentions.flatMap(({ schema, location }) =>
    typeof schema === "object" ? [{ schema, location }] : [],
  );
  for (const part of parts) inspectSchema(context, part.schema, part.location);
  const { name } = (others.at(-1) ?? first).location;
  const location = { ...locationInside(owner, ["properties", wire], wire, "member"), name };
  return context.within(
    parts,
    location,
    () => ({}),
    () => context.mergeParts(parts, location),
  );
}

function accessOf(context: SchemaContext, schemas: readonly Schema[]): Field["access"] {
  const says = (key: "readOnly" | "writeOnly"): boolean =>
    schemas.some((schema) => annotated(context, schema, key, 0));
  const read = says("readOnly");
  const write = says("writeOnly");
  if (read === write) return "both";
  return read ? "read" : "write";
}

const HOPS = 16;

/** Annotations of the target of a `$ref` apply to the schema. */
function annotated(
  context: SchemaContext,
  schema: Schema,
  key: "readOnly" | "writeOnly",
  hops: number,
): boolean {
  if (typeof schema === "boolean" || hops > HOPS) return false;
  if (schema[key] === true) return true;
  const target = targetOf(context.document, schema);
  return target !== undefined && annotated(context, target.schema, key, hops + 1);
}

function unknownField(wire: string): Field {
  return { wire, type: unknownType, required: true, access: "both", docs: {} };
}

function rest(
  context: SchemaContext,
  parts: readonly SchemaPart[],
  bare: boolean,
  location: SchemaLocation,
): Pick<ObjectType, "extra" | "patterns"> {
  const patterns = parts.flatMap((part) =>
    entriesOf(part.schema.patternProperties).flatMap(([pattern, schema]) =>
      isSchema(schema)
        ? [
            {
              pattern,
              type: context.typeOf(
                schema,
                locationInside(part.location, ["patternProperties", pattern], "value"),
              ),
            },
          ]
        : [],
    ),
  );
  const extra = extraOf(context, parts, location);
  // `type: object` on its own is not an empty model, but any object.
  return {
    extra: extra === undefined && bare && patterns.length === 0 ? unknownType : extra,
    patterns,
  };
}

/**
 * Literally, parts that forbid other members forbid those of each other. Authors mean the sum of
 * the parts, so it is closed only if all parts are.
 */
function extraOf(
  context: SchemaContext,
  parts: readonly SchemaPart[],
  location: SchemaLocation,
): ObjectType["extra"] {
  const declared = parts.map((part) => ({ part, schema: extraSchema(part.schema) }));
  const typed = declared.filter((item) => typeof item.schema === "object");
  const [first] = typed;
  if (first && typeof first.schema === "object") {
    if (typed.some((item) => !same(item.schema, first.schema))) {
      context.report(
        "merge-conflict",
        location.pointer,
        "The parts of `allOf` differ in `additionalProperties`.",
      );
      return unknownType;
    }
    return context.typeOf(
      first.schema,
      locationInside(first.part.location, [extraKeyword(first.part.schema)], "value"),
    );
  }
  if (declared.some((item) => item.schema === true)) return unknownType;
  return declared.length > 0 && declared.every((item) => item.schema === false) ? false : undefined;
}

function extraKeyword(schema: SchemaObject): "additionalProperties" | "unevaluatedProperties" {
  return schema.additionalProperties === undefined
    ? "unevaluatedProperties"
    : "additionalProperties";
}

function extraSchema(schema: SchemaObject): Schema | undefined {
  const extra = schema[extraKeyword(schema)];
  return isSchema(extra) ? extra : undefined;
}
