import { isRequiredItem } from "../../model/type-helpers.js";
import type { EnumValue, Field, Type, Variant } from "../../model/types.js";
import { type EmitContext, modelHome } from "../context.js";
import {
  type Argument,
  PURE,
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
import { zodExpression } from "../zod/expression.js";
import { validatingSchemas } from "../zod/schemas.js";
import {
  type TypeContext,
  extraType,
  fieldsOf,
  hasFields,
  isRequired,
  memberName,
  discriminatorMember,
} from "../types/ts-type.js";

type ObjectType = Extract<Type, { kind: "object" }>;
type UnionType = Extract<Type, { kind: "union" }>;

/** The schema of a type, as operations take it: of the runtime core, or made from one of zod. */
export function schemaExpression(typeContext: TypeContext, type: Type): Layout {
  const { context, side, model } = typeContext;
  const schemas = validatingSchemas(context);
  if (!schemas) return builtinExpression(typeContext, type);
  const site = { schemas, side, form: "wire", ...(model && { model }) } as const;
  return call(schemas.fromZod, [zodExpression(site, type)]);
}

/**
 * The schema of a type with the builders of the runtime core: it checks and converts the values
 * that `tsType` describes. The compiler is not asked to prove that: the builders have no type
 * parameters, and the constant is annotated with the type.
 */
function builtinExpression(typeContext: TypeContext, type: Type): Layout {
  const { context } = typeContext;
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
      return call(context.schema("closedEnum"), ["{}"]);
    case "literal":
      return call(context.schema("literal"), [jsonLiteral(type.value)]);
    case "enum":
      return enumSchema(context, type.values, type.open);
    case "bytes":
      return context.schema(type.encoding === "byte" ? "base64" : type.encoding);
    case "date-time":
      return context.schema(context.options.dateTime === "date" ? "dateTime" : "string");
    case "array":
      return call(context.schema("array"), [builtinExpression(typeContext, type.items)]);
    case "tuple":
      return tupleSchema(typeContext, type);
    case "object":
      return hasFields(type, typeContext.side)
        ? objectSchema(typeContext, type)
        : recordSchema(typeContext, type);
    case "union":
      return unionSchema(typeContext, type);
    case "intersection":
      return call(context.schema("all"), [
        arrowArray(type.parts.map((part) => builtinExpression(typeContext, part))),
      ]);
    case "ref":
      return refSchema(typeContext, type.to);
    default:
      return type satisfies never;
  }
}

/** True for schemas that refer to nothing before they are used, and so need no `lazy`. */
export function isLazyByItself(typeContext: TypeContext, type: Type): boolean {
  if (type.kind === "union") return splitNull(type).nullable === false && type.variants.length > 1;
  return (
    (type.kind === "object" && hasFields(type, typeContext.side)) || type.kind === "intersection"
  );
}

/** The schema of an object with named fields. */
export function objectSchema(typeContext: TypeContext, type: ObjectType): Layout {
  const fields = fieldsOf(type, typeContext.side).map((field) => {
    const key = memberName(typeContext, field);
    return property(key, fieldSchema(typeContext, field, key));
  });
  const { schema } = typeContext.context;
  const extra = extraType(type);
  const named = arrowObject(fields, { broken: true });
  if (!extra) return call(schema("object"), [named]);
  return call(schema("object"), [
    named,
    [PURE, call(schema("extra"), [arrow(builtinExpression(typeContext, extra))])],
  ]);
}

function fieldSchema(typeContext: TypeContext, field: Field, key: string): Layout {
  if (key === field.wire) return memberSchema(typeContext, field);
  if (field.required)
    return call(typeContext.context.schema("as"), [
      stringLiteral(field.wire),
      memberSchema(typeContext, field),
    ]);
  const schema = builtinExpression(typeContext, field.type);
  return call(typeContext.context.schema("optionalAs"), [stringLiteral(field.wire), schema]);
}

/** The schema of a member, which may be optional. */
export function memberSchema(
  typeContext: TypeContext,
  member: Pick<Field, "type" | "required" | "sendsDefault" | "default">,
): Layout {
  const { context, side } = typeContext;
  const schema = schemaExpression(typeContext, member.type);
  if (isRequired(member, side)) return schema;
  return member.required
    ? call(context.schema("defaulted"), [schema, jsonLiteral(member.default)])
    : call(context.schema("optional"), [schema]);
}

function optionalSchema(typeContext: TypeContext, type: Type, required: boolean): Layout {
  return memberSchema(typeContext, { type, required });
}

function recordSchema(typeContext: TypeContext, type: ObjectType): Layout {
  const value = builtinExpression(typeContext, extraType(type) ?? { kind: "unknown" });
  return call(typeContext.context.schema("record"), [value]);
}

function tupleSchema(typeContext: TypeContext, type: Extract<Type, { kind: "tuple" }>): Layout {
  const items = type.items.map((item, index) =>
    optionalSchema(typeContext, item, isRequiredItem(type, index)),
  );
  const list: Argument = items.length > 0 ? { literal: arrayLiteral(items) } : "[]";
  const rest = type.rest ? [builtinExpression(typeContext, type.rest)] : [];
  return call(typeContext.context.schema("tuple"), [list, ...rest]);
}

function enumSchema(context: EmitContext, values: readonly EnumValue[], open: boolean): Layout {
  const kinds = new Set(values.map(({ value }) => typeof value));
  if (kinds.size > 1) return mixedEnum(context, values, open);
  if (open) return openSchema(context, values);
  const members = values.map(({ value }, index) =>
    property(enumKey(value, index), jsonLiteral(value)),
  );
  return call(context.schema("closedEnum"), [{ literal: objectLiteral(members) }]);
}

/** Keys that keep their order in an object literal: integer-like keys would come first. */
function enumKey(value: string | number, index: number): string {
  return typeof value === "string" && !/^\d+$/.test(value) ? value : `value${index + 1}`;
}

function mixedEnum(context: EmitContext, values: readonly EnumValue[], open: boolean): Layout {
  const schemas = open
    ? [context.schema("string"), context.schema("number")]
    : values.map(({ value }) => call(context.schema("literal"), [jsonLiteral(value)]));
  return call(context.schema("union"), [arrowArray(schemas)]);
}

/** A union without null, and whether it had null. */
function splitNull(type: UnionType): {
  readonly nullable: boolean;
  readonly variants: readonly Variant[];
} {
  const variants = type.variants.filter((variant) => variant.type.kind !== "null");
  return { nullable: variants.length < type.variants.length, variants };
}

function unionSchema(typeContext: TypeContext, type: UnionType): Layout {
  const { schema } = typeContext.context;
  const { nullable, variants } = splitNull(type);
  const [only] = variants;
  if (!only) return nullable ? schema("nil") : builtinExpression(typeContext, { kind: "never" });
  const inner =
    variants.length === 1 && !type.discriminator
      ? builtinExpression(typeContext, only.type)
      : variantsSchema(typeContext, type, variants);
  return nullable ? call(schema("nullable"), [inner]) : inner;
}

function variantsSchema(
  typeContext: TypeContext,
  type: UnionType,
  variants: readonly Variant[],
): Layout {
  const { schema } = typeContext.context;
  const tag = discriminatorMember(typeContext.context, type);
  if (tag === undefined || !type.discriminator) {
    const options = variants.map((variant) => builtinExpression(typeContext, variant.type));
    return call(schema(type.open ? "openUnion" : "union"), [arrowArray(options)]);
  }
  const options = variants.flatMap((variant) =>
    variant.discriminatorValues.map((value) =>
      property(value, builtinExpression(typeContext, variant.type)),
    ),
  );
  const wire = stringLiteral(type.discriminator.wire);
  const members = [stringLiteral(tag), wire, arrowObject(options)];
  if (!type.open || !type.fallback) return call(schema("tagged"), [...members, String(type.open)]);
  const fallback = builtinExpression(typeContext, type.fallback);
  const optional = type.discriminator.optional ? ["true"] : [];
  return call(schema("polymorphic"), [...members, arrow(fallback), ...optional]);
}

function refSchema(typeContext: TypeContext, to: string): Layout {
  const { context, side } = typeContext;
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

/**
 * An open enum accepts every string or number, so that a new value on the server breaks nobody. Its
 * type lists the known values.
 */
function openSchema(context: EmitContext, values: readonly EnumValue[]): Layout {
  if (values.every(({ value }) => typeof value === "string")) return context.schema("string");
  const whole = values.every(({ value }) => Number.isInteger(value));
  return context.schema(whole ? "integer" : "number");
}
