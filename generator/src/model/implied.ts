/**
 * Parts of `allOf` that say no more than the others: a bare `type: object` beside a `$ref`, members
 * that are required already. Without them a named schema keeps its name.
 */
import { entriesOf, has, shapesNothing, stringsOf, typesOf } from "./keywords.js";
import type { SchemaPart, TakenApart } from "./schema-context.js";
import { same } from "./type-helpers.js";

/** Drops parts that the others imply. At least one is left. */
export function withoutImplied(parts: readonly TakenApart[]): readonly TakenApart[] {
  return parts.reduce((kept, item) => {
    const others = kept.filter((other) => other !== item);
    return others.length > 0 && isImplied(item, others) ? others : kept;
  }, parts);
}

function isImplied(
  { part, leaves, staysWhole }: TakenApart,
  others: readonly TakenApart[],
): boolean {
  if (staysWhole || others.some((other) => other.staysWhole)) return false;
  const there = others.flatMap((other) => other.leaves);
  if (leaves.every((leaf) => there.some((other) => isSameLeaf(leaf, other)))) return true;
  // What a named schema says is not compared, so that its name is not lost to an equal one.
  if (leaves.length !== 1 || leaves[0] !== part) return false;
  return there.every(isObjectOrUnion)
    ? isImpliedObject(part, there)
    : isBare(part) && there.every((leaf) => isNarrower(leaf, part));
}

function isSameLeaf(a: SchemaPart, b: SchemaPart): boolean {
  return a.location.pointer === b.location.pointer && same(a.schema, b.schema);
}

/** True for a part of an object whose every keyword another part repeats. */
function isImpliedObject({ schema }: SchemaPart, others: readonly SchemaPart[]): boolean {
  const { type: _type, properties, required, additionalProperties, ...rest } = schema;
  const types = typesOf(schema).filter((type) => type !== "null");
  return (
    !has(schema, "discriminator") &&
    (types.length === 0 || (types.length === 1 && types[0] === "object")) &&
    shapesNothing(rest) &&
    (additionalProperties === undefined ||
      others.some((other) => same(other.schema.additionalProperties, additionalProperties))) &&
    stringsOf(required).every((name) =>
      others.some((other) => stringsOf(other.schema.required).includes(name)),
    ) &&
    entriesOf(properties).every(([name, value]) =>
      others.some((other) => hasMember(other, name, value)),
    )
  );
}

function hasMember({ schema }: SchemaPart, name: string, value: unknown): boolean {
  return entriesOf(schema.properties).some(([key, known]) => key === name && same(known, value));
}

/** True for a part that only says `type`. */
function isBare({ schema: { type, ...rest } }: SchemaPart): boolean {
  return type !== undefined && shapesNothing(rest);
}

/** True if the types of a schema are among those of the part. */
function isNarrower({ schema }: SchemaPart, part: SchemaPart): boolean {
  const allowed = typesOf(part.schema);
  const types = typesOf(schema);
  return (
    types.length > 0 &&
    types.every(
      (type) => allowed.includes(type) || (type === "integer" && allowed.includes("number")),
    )
  );
}

/** True for an object, nullable or not, and for a union. */
function isObjectOrUnion(part: SchemaPart): boolean {
  return isUnion(part) || isObjectLike(part);
}

/** True for a schema with `oneOf` or `anyOf`. */
export function isUnion({ schema }: SchemaPart): boolean {
  return has(schema, "oneOf", "anyOf");
}

/** True for an object, nullable or not. */
export function isObjectLike({ schema }: SchemaPart): boolean {
  const types = typesOf(schema).filter((type) => type !== "null");
  return (
    !has(schema, "oneOf", "anyOf", "enum", "const") && types.length === 1 && types[0] === "object"
  );
}
