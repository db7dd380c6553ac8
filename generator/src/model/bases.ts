/**
 * Bases: an `allOf` of one named object and own members is an object that extends the named one, as
 * an interface does.
 */
import { isNamedSchema } from "../document/pointer.js";
import { commonPointer } from "./inherited.js";
import { targetOf } from "./keywords.js";
import type { SchemaContext, TakenApart } from "./schema-context.js";
import { same } from "./type-helpers.js";
import type { Model, Pointer, Type } from "./types.js";

type ObjectType = Extract<Type, { kind: "object" }>;

/**
 * The only named schema among the parts of an object, if every other part is a plain schema. Of a
 * schema that stands for its subtypes it is the model of what they have in common.
 */
export function baseOf(
  { document, subtypes }: SchemaContext,
  parts: readonly TakenApart[],
): Pointer | undefined {
  const [named, ...others] = parts.filter(({ part }) => typeof part.schema.$ref === "string");
  const inline = parts.filter((item) => item !== named);
  if (named === undefined || others.length > 0 || !inline.every(isPlain)) return undefined;
  const pointer = targetOf(document, named.part.schema)?.pointer;
  if (pointer === undefined || !isNamedSchema(pointer)) return undefined;
  return subtypes.baseAt(pointer) ? commonPointer(pointer) : pointer;
}

function isPlain({ part, leaves }: TakenApart): boolean {
  return leaves.length === 1 && leaves[0] === part;
}

/**
 * The models with the bases that hold: the type has all members of its base as they are, and more.
 * Only known when the models are finished, because discriminators narrow members.
 */
export function settleBases(models: readonly Model[]): readonly Model[] {
  const types = new Map(models.map(({ pointer, type }) => [pointer, type]));
  return models.map((model) => {
    const { type } = model;
    if (type.kind !== "object" || type.base === undefined) return model;
    const base = types.get(type.base);
    // For two sides there would be two bases, which need not have the same sides.
    const holds = !model.splits && base?.kind === "object" && adds(type, base);
    return holds ? model : { ...model, type: withoutBase(type) };
  });
}

/** True if an object has all members of another one, unchanged, and at least one more. */
function adds(type: ObjectType, base: ObjectType): boolean {
  const fields = new Map(type.fields.map((field) => [field.wire, field]));
  const inherits = base.fields.every((field) => same(field, fields.get(field.wire)));
  const inheritsRest = !hasRest(base) || same(rest(base), rest(type));
  const isMore = fields.size > base.fields.length || hasRest(type) !== hasRest(base);
  return base.fields.length > 0 && inherits && inheritsRest && isMore;
}

/** True if members without names have a type. */
function hasRest({ extra, patterns }: ObjectType): boolean {
  return patterns.length > 0 || (extra !== undefined && extra !== false);
}

function rest({ extra, patterns }: ObjectType): unknown {
  return { extra, patterns };
}

function withoutBase(type: ObjectType): ObjectType {
  const { kind, fields, extra, patterns } = type;
  return { kind, fields, extra, patterns };
}
