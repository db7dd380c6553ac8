import { isRequiredItem } from "../../model/type-helpers.js";
import type { EnumValue, Field, Model, Side, Type } from "../../model/types.js";
import { type EmitContext, modelHome, resolvedModel } from "../context.js";
import { jsonLiteral } from "../print/expression.js";
import { fieldComment } from "../print/field-comment.js";
import {
  type Layout,
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  softline,
} from "../print/layout.js";
import { memberKey } from "../print/literal.js";
import { asType, platform } from "../print/symbol.js";
import { generic, parenthesised, unionArgument, unionElement, unionLayout } from "./union-type.js";

/**
 * Where a type is printed: on which side, and in which model, whose fields have names of their own.
 */
export interface TypeContext {
  readonly context: EmitContext;
  readonly side: Side;
  readonly model?: Model;
}

/** The TypeScript type of a type, after a colon or an equals sign. */
export function tsType(typeContext: TypeContext, type: Type): Layout {
  return unionLayout(typeVariants(typeContext, type));
}

/** The type of an optional member: with `| undefined`, for `exactOptionalPropertyTypes`. */
export function optionalTsType(typeContext: TypeContext, type: Type): Layout {
  const known = typeVariants(typeContext, type);
  return unionLayout(known.includes("unknown") ? known : [...known, "undefined"]);
}

/** A type between `<`, `>` or commas, where unions break without further indentation. */
export function tsTypeArgument(typeContext: TypeContext, type: Type): Layout {
  return unionArgument(typeVariants(typeContext, type));
}

/** The variants of a union. Any other type has a single variant. */
export function typeVariants(typeContext: TypeContext, type: Type): readonly Layout[] {
  const { context } = typeContext;
  switch (type.kind) {
    case "string":
    case "date":
      return ["string"];
    case "number":
    case "integer":
      return ["number"];
    case "bigint":
    case "boolean":
    case "null":
    case "unknown":
    case "never":
      return [type.kind];
    case "literal":
      return [jsonLiteral(type.value)];
    case "enum":
      return enumVariants(type.values, type.open);
    case "bytes":
      return [type.encoding === "binary" ? context.schemaType("Binary") : platform("Uint8Array")];
    case "date-time":
      return [context.options.dateTime === "date" ? platform("Date") : "string"];
    case "array":
      return [[elementType(typeContext, type.items), "[]"]];
    case "tuple":
      return [tupleType(typeContext, type)];
    case "object":
      return [
        hasFields(type, typeContext.side)
          ? inlineObject(typeContext, type)
          : recordType(typeContext, type),
      ];
    case "union":
      return unionVariants(typeContext, type);
    case "intersection":
      return [intersectionType(typeContext, type.parts)];
    case "ref":
      return [refType(typeContext, type.to)];
    default:
      return type satisfies never;
  }
}

/** The variants of a union. Intersections next to others are in parentheses. */
function unionVariants(typeContext: TypeContext, type: UnionType): readonly Layout[] {
  const unknown = unknownVariant(typeContext, type);
  const isAlone = type.variants.length + unknown.length === 1;
  const known = type.variants.flatMap(({ type: of }) => {
    const variants = typeVariants(typeContext, of);
    return isAlone || of.kind !== "intersection" ? variants : variants.map(inParentheses);
  });
  return [...known, ...unknown];
}

function inParentheses(type: Layout): Layout {
  return ["(", type, ")"];
}

/** The variants of an enum: its values, and any other string or number if it is open. */
export function enumVariants(values: readonly EnumValue[], open: boolean): readonly Layout[] {
  const bases = new Set(values.map(({ value }) => typeof value));
  const rest = open ? [...bases].map((base) => `(${base} & {})`) : [];
  return [...values.map(({ value }) => jsonLiteral(value)), ...rest];
}

function elementType(typeContext: TypeContext, type: Type): Layout {
  return type.kind === "intersection"
    ? parenthesised(intersectionType(typeContext, type.parts))
    : unionElement(typeVariants(typeContext, type));
}

function tupleType(typeContext: TypeContext, type: Extract<Type, { kind: "tuple" }>): Layout {
  const items = type.items.map((item, index) =>
    isRequiredItem(type, index)
      ? tsTypeArgument(typeContext, item)
      : [elementType(typeContext, item), "?"],
  );
  const all = type.rest ? [...items, ["...", elementType(typeContext, type.rest), "[]"]] : items;
  if (all.length === 0) return "[]";
  return group(["[", indent([softline, join([",", line], all), ifBreak(",")]), softline, "]"]);
}

type ObjectType = Extract<Type, { kind: "object" }>;
type UnionType = Extract<Type, { kind: "union" }>;

/** The type of the unnamed members; `undefined` if the document allows none. */
export function extraType(type: ObjectType): Type | undefined {
  const types = [
    ...type.patterns.map((pattern) => pattern.type),
    ...(type.extra ? [type.extra] : []),
  ];
  const [first] = types;
  if (types.length <= 1) return first;
  return {
    kind: "union",
    variants: types.map((of) => ({ type: of, discriminatorValues: [] })),
    open: false,
  };
}

/**
 * A map: `Record<string, X>`, or `{ [key: string]: X }` inside a recursive alias. TypeScript
 * resolves the arguments of `Record` at once, and then reports that the alias contains itself.
 */
function recordType(typeContext: TypeContext, type: ObjectType): Layout {
  const value = extraType(type) ?? { kind: "unknown" };
  if (!isRecursiveAlias(typeContext))
    return generic(platform("Record"), ["string", tsTypeArgument(typeContext, value)]);
  const signature = ["[key: string]: ", tsType(typeContext, value), ifBreak(";")];
  return group(["{", indent([line, signature]), line, "}"]);
}

function isRecursiveAlias({ model, side }: TypeContext): boolean {
  const isInterface = model?.type.kind === "object" && hasFields(model.type, side);
  return model?.recursive === true && !isInterface;
}

function inlineObject(typeContext: TypeContext, type: ObjectType): Layout {
  const [only, ...others] = fieldsOf(type, typeContext.side);
  if (only && others.length === 0 && !extraType(type) && fieldComment(only) === "") {
    const single = [memberKey(memberName(typeContext, only)), ...memberType(typeContext, only)];
    return group(["{", indent([line, single, ifBreak(";")]), line, "}"]);
  }
  return ["{", indent([hardline, members(typeContext, type)]), hardline, "}"];
}

/** The fields on a side: requests have no read-only fields, responses no write-only ones. */
export function fieldsOf(type: ObjectType, side: Side): readonly Field[] {
  const hidden = side === "request" ? "read" : "write";
  return type.fields.filter((field) => field.access !== hidden);
}

/** False for a member that may be absent: requests may leave out what has a default to send. */
export function isRequired(
  { required, sendsDefault }: Pick<Field, "required" | "sendsDefault">,
  side: Side,
): boolean {
  return required && !(side === "request" && sendsDefault === true);
}

/** True for an object with named members on a side. Others are records. */
export function hasFields(type: ObjectType, side: Side): boolean {
  return fieldsOf(type, side).length > 0;
}

/** The member for a field. */
export function memberName({ context, model }: TypeContext, field: Field): string {
  const named = model?.type.kind === "object" && model.type.fields.includes(field);
  return named ? context.names.member(model, field) : context.names.inlineMember(field);
}

/** The members of an interface, one or more lines each. */
export function members(typeContext: TypeContext, type: ObjectType): Layout {
  const fields = fieldsOf(type, typeContext.side).map((field) => [
    fieldComment(field),
    memberKey(memberName(typeContext, field)),
    memberType(typeContext, field),
    ";",
  ]);
  const extra = extraType(type);
  const rest = extra && [
    ["/** Members that the document does not name. */", hardline, "additionalProperties?: "],
    unionLayout([
      generic(platform("Record"), ["string", tsTypeArgument(typeContext, extra)]),
      "undefined",
    ]),
    ";",
  ];
  return join(hardline, rest ? [...fields, rest] : fields);
}

function memberType(typeContext: TypeContext, field: Field): readonly Layout[] {
  return isRequired(field, typeContext.side)
    ? [": ", tsType(typeContext, field.type)]
    : ["?: ", optionalTsType(typeContext, field.type)];
}

function unknownVariant(typeContext: TypeContext, type: UnionType): readonly Layout[] {
  const isChoice = type.variants.filter((variant) => variant.type.kind !== "null").length > 1;
  if (!type.open || !(isChoice || type.discriminator)) return [];
  const { context } = typeContext;
  const tag = discriminatorMember(context, type);
  const { fallback, discriminator } = type;
  const symbol = context.schemaType(fallback ? "UnknownSubtype" : "UnknownVariant");
  const unknown =
    tag === "type" ? symbol : generic(symbol, [tag === undefined ? "never" : jsonLiteral(tag)]);
  if (!fallback) return [unknown];
  const isPartial = discriminator?.optional === true;
  const kind = isPartial ? generic(platform("Partial"), [unknown]) : unknown;
  if (fallback.kind === "object" && !hasFields(fallback, typeContext.side)) return [kind];
  return [inParentheses(intersectionLayout([elementType(typeContext, fallback), kind]))];
}

/**
 * The member that tells the variants of a discriminated union apart, or `undefined` if there is
 * none.
 */
export function discriminatorMember(context: EmitContext, type: UnionType): string | undefined {
  const { discriminator, variants } = type;
  const known = variants.filter((variant) => variant.type.kind !== "null");
  if (!discriminator || known.some((variant) => variant.discriminatorValues.length === 0))
    return undefined;
  for (const { type: of } of known) {
    const name = declaredMember(context, of, discriminator.wire);
    if (name !== undefined) return name;
  }
  return context.names.inlineMember(discriminator);
}

function declaredMember(context: EmitContext, type: Type, wire: string): string | undefined {
  if (type.kind === "intersection") {
    for (const part of type.parts) {
      const name = declaredMember(context, part, wire);
      if (name !== undefined) return name;
    }
  }
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  const object = model ? model.type : type;
  if (object.kind !== "object") return undefined;
  const field = object.fields.find((each) => each.wire === wire);
  if (!field) return undefined;
  return model ? context.names.member(model, field) : context.names.inlineMember(field);
}

function intersectionType(typeContext: TypeContext, parts: readonly Type[]): Layout {
  const [first, ...others] = parts;
  if (first?.kind !== "object" || !hasFields(first, typeContext.side))
    return intersectionLayout(parts.map((part) => elementType(typeContext, part)));
  // What follows a closing brace stays on its line.
  const rest = intersectionLayout(others.map((part) => elementType(typeContext, part)));
  return group([elementType(typeContext, first), " & ", rest]);
}

function intersectionLayout([first = "unknown", ...others]: readonly Layout[]): Layout {
  return group([first, indent(others.map((part) => [" &", line, part]))]);
}

function refType({ context, side }: TypeContext, to: string): Layout {
  const model = context.model(to);
  return model ? asType(context.home(modelHome(context, model, side))) : "unknown";
}
