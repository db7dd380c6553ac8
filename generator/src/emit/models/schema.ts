import type { EnumValue, Field, Type, Variant } from "../../model/types.js";
import { type Context, modelHome } from "../context.js";
import {
  type Argument,
  arrayLiteral,
  arrow,
  arrowArray,
  arrowObject,
  call,
  jsonLiteral,
  objectLiteral,
  property,
} from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { platform } from "../print/symbol.js";
import {
  type Place,
  arms,
  enumArms,
  extraType,
  fieldsOf,
  hasFields,
  memberName,
  tagMember,
} from "./ts-type.js";
import { generic, unionArgument } from "./union-type.js";

/** Marks a call without effects, so that bundlers drop it when nothing uses the result. */
export const PURE = "/* @__PURE__ */ ";

type ObjectType = Extract<Type, { kind: "object" }>;
type UnionType = Extract<Type, { kind: "union" }>;

/**
 * The schema expression of a model type: what checks and converts a value of what `tsType` prints. `name` is the type's
 * own name, where it has one: unions say what they are instead of having it inferred.
 */
export function schemaExpression(place: Place, type: Type, name?: Layout): Layout {
  const { context } = place;
  switch (type.kind) {
    case "string":
    case "date":
      return context.schema("string");
    case "number":
    case "integer":
    case "boolean":
    case "unknown":
      return context.schema(type.kind);
    case "bigint":
      return context.schema(type.format === "string" ? "bigint" : "bigintNumber");
    case "null":
      return context.schema("nil");
    case "never":
      return call([context.schema("closedEnum"), "<never>"], ["{}"]);
    case "literal":
      return call(context.schema("literal"), [jsonLiteral(type.value)]);
    case "enum":
      return enumSchema(context, type.values, type.open);
    case "bytes":
      return context.schema(type.encoding === "byte" ? "base64" : "binary");
    case "date-time":
      return context.schema(context.options.dateTime === "date" ? "dateTime" : "string");
    case "array":
      return call(context.schema("array"), [schemaExpression(place, type.items)]);
    case "tuple":
      return tupleSchema(place, type);
    case "object":
      return hasFields(type, place.side) ? objectSchema(place, type) : recordSchema(place, type);
    case "union":
      return unionSchema(place, type, name);
    case "intersection":
      return call(context.schema("all"), [
        arrowArray(type.parts.map((part) => schemaExpression(place, part))),
      ]);
    case "ref":
      return refSchema(place, type.to);
    default:
      return type satisfies never;
  }
}

/** True for schemas that name nothing before they are used, so that they need no `lazy` around them. */
export function isLazyByItself(place: Place, type: Type): boolean {
  if (type.kind === "union") return splitNull(type).nullable === false && type.variants.length > 1;
  return (type.kind === "object" && hasFields(type, place.side)) || type.kind === "intersection";
}

/** The schema of an object with named fields, whose type is called `name` where it has a name. */
export function objectSchema(place: Place, type: ObjectType, name?: Layout): Layout {
  const fields = fieldsOf(type, place.side).map((field) => {
    const key = memberName(place, field);
    return property(key, fieldSchema(place, field, key));
  });
  const { schema } = place.context;
  const extra = extraType(type);
  const named = arrowObject(fields, { broken: true });
  // The member that gathers the others is no field.
  const own = extra && name ? generic(platform("Omit"), [name, '"additionalProperties"']) : name;
  const callee = own ? generic(schema("object"), [own]) : schema("object");
  if (!extra) return call(callee, [named]);
  return call(callee, [
    named,
    [PURE, call(schema("extra"), [arrow(schemaExpression(place, extra))])],
  ]);
}

function fieldSchema(place: Place, field: Field, key: string): Layout {
  if (key === field.wire) return optionalSchema(place, field.type, field.required);
  const schema = schemaExpression(place, field.type);
  const callee = place.context.schema(field.required ? "as" : "optionalAs");
  return call(callee, [stringLiteral(field.wire), schema]);
}

/** The schema of a member that may be absent. */
export function optionalSchema(place: Place, type: Type, required: boolean): Layout {
  const schema = schemaExpression(place, type);
  return required ? schema : call(place.context.schema("optional"), [schema]);
}

function recordSchema(place: Place, type: ObjectType): Layout {
  const value = schemaExpression(place, extraType(type) ?? { kind: "unknown" });
  return call(place.context.schema("record"), [value]);
}

function tupleSchema(place: Place, type: Extract<Type, { kind: "tuple" }>): Layout {
  const items = type.items.map((item) => schemaExpression(place, item));
  const list: Argument = items.length > 0 ? { literal: arrayLiteral(items) } : "[]";
  const rest = type.rest ? [schemaExpression(place, type.rest)] : [];
  return call(place.context.schema("tuple"), [list, ...rest]);
}

function enumSchema(context: Context, values: readonly EnumValue[], open: boolean): Layout {
  const kinds = new Set(values.map(({ value }) => typeof value));
  if (kinds.size > 1) return mixedEnum(context, values, open);
  if (open) return openSchema(context, values);
  const members = values.map(({ value }, index) =>
    property(enumKey(value, index), jsonLiteral(value)),
  );
  return call(context.schema("closedEnum"), [{ literal: objectLiteral(members) }]);
}

/** Keys that an object literal keeps in their order: integer-like ones would come first. */
function enumKey(value: string | number, index: number): string {
  return typeof value === "string" && !/^\d+$/.test(value) ? value : `value${index + 1}`;
}

function mixedEnum(context: Context, values: readonly EnumValue[], open: boolean): Layout {
  const schemas = open
    ? [context.schema("string"), context.schema("number")]
    : values.map(({ value }) => call(context.schema("literal"), [jsonLiteral(value)]));
  const callee = generic(context.schema("union"), [unionArgument(enumArms(values, open))]);
  return call(callee, [arrowArray(schemas)]);
}

/** A union without its null, which is a matter of `nullable`. */
function splitNull(type: UnionType): {
  readonly nullable: boolean;
  readonly variants: readonly Variant[];
} {
  const variants = type.variants.filter((variant) => variant.type.kind !== "null");
  return { nullable: variants.length < type.variants.length, variants };
}

function unionSchema(place: Place, type: UnionType, name?: Layout): Layout {
  const { schema } = place.context;
  const { nullable, variants } = splitNull(type);
  const [only] = variants;
  if (!only) return nullable ? schema("nil") : schemaExpression(place, { kind: "never" });
  const inner =
    variants.length === 1 && !type.discriminator
      ? schemaExpression(place, only.type)
      : armsSchema(place, type, variants, nullable ? undefined : name);
  return nullable ? call(schema("nullable"), [inner]) : inner;
}

function armsSchema(
  place: Place,
  type: UnionType,
  variants: readonly Variant[],
  name: Layout | undefined,
): Layout {
  const { schema } = place.context;
  const tag = tagMember(place.context, type);
  if (tag === undefined || !type.discriminator) {
    const own = name ?? unionArgument(arms(place, { ...type, variants: [...variants] }));
    const options = variants.map((variant) => schemaExpression(place, variant.type));
    return call(generic(schema(type.open ? "openUnion" : "union"), [own]), [arrowArray(options)]);
  }
  const options = variants.flatMap((variant) =>
    variant.tags.map((value) => property(value, schemaExpression(place, variant.type))),
  );
  const wire = stringLiteral(type.discriminator.wire);
  return call(schema("tagged"), [
    stringLiteral(tag),
    wire,
    arrowObject(options),
    String(type.open),
  ]);
}

function refSchema(place: Place, to: string): Layout {
  const { context, side } = place;
  const model = context.model(to);
  if (!model) return context.schema("unknown");
  const home = context.home(modelHome(context, model, side));
  if (model.type.kind !== "enum") return home;
  const { values, open } = model.type;
  const kinds = new Set(values.map(({ value }) => typeof value));
  if (kinds.size > 1) return mixedEnum(context, values, open);
  if (!open) return call(context.schema("closedEnum"), [home]);
  return openSchema(context, values);
}

/** An enum that may grow admits every text or number, so that a new value on the server breaks nobody. Its type names the known ones. */
function openSchema(context: Context, values: readonly EnumValue[]): Layout {
  if (values.every(({ value }) => typeof value === "string")) return context.schema("string");
  const whole = values.every(({ value }) => Number.isInteger(value));
  return context.schema(whole ? "integer" : "number");
}
