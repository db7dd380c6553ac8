/** Objects, from one schema or from several that `allOf` holds together. */
import type { Schema, SchemaObject } from "../document/types.js";
import type { Context, Mention, Part } from "./context.js";
import { isIgnored, overrideOf } from "./extensions.js";
import { inspectSchema } from "./inspect.js";
import { entriesOf, isSchema, targetOf, textsOf } from "./keywords.js";
import { inside, type Place } from "./place.js";
import type { Field, Type } from "./types.js";
import { same, unknownType } from "./types-of.js";
import { docsOf } from "./words.js";

type ObjectType = Extract<Type, { kind: "object" }>;

/** The object that satisfies every part; `place` is the whole. */
export function objectType(context: Context, parts: readonly Part[], place: Place): ObjectType {
  const mentions = mentionsOf(parts);
  const required = new Set(parts.flatMap((part) => textsOf(part.schema.required)));
  const fields = [...mentions].flatMap(([wire, found]) =>
    found.some((mention) => isIgnored(mention.schema))
      ? []
      : [fieldOf(context, wire, found, required.has(wire), place)],
  );
  const undeclared = [...required].filter((wire) => !mentions.has(wire));
  return {
    kind: "object",
    fields: [...fields, ...undeclared.map(unknownField)],
    ...rest(context, parts, fields.length + undeclared.length === 0, place),
  };
}

function mentionsOf(parts: readonly Part[]): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const part of parts) {
    for (const [wire, schema] of entriesOf(part.schema.properties)) {
      if (!isSchema(schema)) continue;
      const place = inside(part.place, ["properties", wire], wire, "member");
      mentions.set(wire, [...(mentions.get(wire) ?? []), { schema, place }]);
    }
  }
  return mentions;
}

function fieldOf(
  context: Context,
  wire: string,
  mentions: readonly Mention[],
  required: boolean,
  owner: Place,
): Field {
  const schemas = mentions.map((mention) => mention.schema);
  const type = fieldType(context, wire, mentions, owner);
  const suggestedName = schemas.flatMap((schema) => overrideOf(schema) ?? []).at(-1);
  const defaults = schemas.flatMap(defaultOf);
  return {
    wire,
    ...(suggestedName !== undefined && { suggestedName }),
    type,
    required,
    access: accessOf(context, schemas),
    ...(defaults.length > 0 && { default: defaults.at(-1) }),
    docs: Object.assign({}, ...schemas.map(docsOf)),
  };
}

function defaultOf(schema: Schema): readonly unknown[] {
  return typeof schema === "object" && schema.default !== undefined ? [schema.default] : [];
}

function fieldType(
  context: Context,
  wire: string,
  mentions: readonly Mention[],
  owner: Place,
): Type {
  const [first, ...others] = mentions;
  if (first === undefined) return unknownType;
  if (others.every((other) => same(other.schema, first.schema))) {
    return context.typeOf(first.schema, first.place);
  }
  const parts = mentions.flatMap(({ schema, place }) =>
    typeof schema === "object" ? [{ schema, place }] : [],
  );
  for (const part of parts) inspectSchema(context, part.schema, part.place);
  const { name } = (others.at(-1) ?? first).place;
  const place = { ...inside(owner, ["properties", wire], wire, "member"), name };
  return context.within(
    parts,
    place,
    () => ({}),
    () => context.mergeParts(parts, place),
  );
}

function accessOf(context: Context, schemas: readonly Schema[]): Field["access"] {
  const says = (key: "readOnly" | "writeOnly"): boolean =>
    schemas.some((schema) => annotated(context, schema, key, 0));
  const read = says("readOnly");
  const write = says("writeOnly");
  if (read === write) return "both";
  return read ? "read" : "write";
}

const HOPS = 16;

/** Annotations of what a schema refers to hold for the schema. */
function annotated(
  context: Context,
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
  context: Context,
  parts: readonly Part[],
  bare: boolean,
  place: Place,
): Pick<ObjectType, "extra" | "patterns"> {
  const patterns = parts.flatMap((part) =>
    entriesOf(part.schema.patternProperties).flatMap(([pattern, schema]) =>
      isSchema(schema)
        ? [
            {
              pattern,
              type: context.typeOf(
                schema,
                inside(part.place, ["patternProperties", pattern], "value"),
              ),
            },
          ]
        : [],
    ),
  );
  const extra = extraOf(context, parts, place);
  // A bare `type: object` is not an empty model: it is any object.
  return {
    extra: extra === undefined && bare && patterns.length === 0 ? unknownType : extra,
    patterns,
  };
}

/**
 * Parts that forbid other members forbid, read to the letter, each other's. Authors mean the sum of them; so the sum
 * is closed only if all parts are.
 */
function extraOf(context: Context, parts: readonly Part[], place: Place): ObjectType["extra"] {
  const said = parts.map((part) => ({ part, schema: extraSchema(part.schema) }));
  const typed = said.filter((item) => typeof item.schema === "object");
  const [first] = typed;
  if (first && typeof first.schema === "object") {
    if (typed.some((item) => !same(item.schema, first.schema))) {
      context.report(
        "merge-conflict",
        place.pointer,
        "Parts of allOf differ in additionalProperties.",
      );
      return unknownType;
    }
    return context.typeOf(
      first.schema,
      inside(first.part.place, [extraKeyword(first.part.schema)], "value"),
    );
  }
  if (said.some((item) => item.schema === true)) return unknownType;
  return said.length > 0 && said.every((item) => item.schema === false) ? false : undefined;
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
