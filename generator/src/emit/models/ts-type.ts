import type { EnumValue, Field, Model, Side, Type } from "../../model/types.js";
import { type Context, modelHome, resolved } from "../context.js";
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

/** Where a type is printed: for which side, and inside which model (whose fields have names in the plan). */
export interface Place {
  readonly context: Context;
  readonly side: Side;
  readonly model?: Model;
}

/** The TypeScript type of a model type, to stand after a colon or an equals sign. */
export function tsType(place: Place, type: Type): Layout {
  return unionLayout(arms(place, type));
}

/** The type of a member that may be absent: with `| undefined`, for `exactOptionalPropertyTypes`. */
export function optionalTsType(place: Place, type: Type): Layout {
  const known = arms(place, type);
  return unionLayout(known.includes("unknown") ? known : [...known, "undefined"]);
}

/** A type to stand between `<`, `>` or commas, where unions break without further indentation. */
export function tsTypeArgument(place: Place, type: Type): Layout {
  return unionArgument(arms(place, type));
}

/** The arms of the union that a type is; one arm for anything but a union. */
export function arms(place: Place, type: Type): readonly Layout[] {
  const { context } = place;
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
      return enumArms(type.values, type.open);
    case "bytes":
      return [type.encoding === "byte" ? platform("Uint8Array") : context.schemaType("Binary")];
    case "date-time":
      return [context.options.dateTime === "date" ? platform("Date") : "string"];
    case "array":
      return [[elementType(place, type.items), "[]"]];
    case "tuple":
      return [tupleType(place, type)];
    case "object":
      return [hasFields(type, place.side) ? inlineObject(place, type) : recordType(place, type)];
    case "union":
      return [
        ...type.variants.flatMap((variant) => arms(place, variant.type)),
        ...unknownArm(place, type),
      ];
    case "intersection":
      return [intersectionType(place, type.parts)];
    case "ref":
      return [refType(place, type.to)];
    default:
      return type satisfies never;
  }
}

/** The arms of an enum: its values, and any other text or number where it is open. */
export function enumArms(values: readonly EnumValue[], open: boolean): readonly Layout[] {
  const bases = new Set(values.map(({ value }) => typeof value));
  const rest = open ? [...bases].map((base) => `(${base} & {})`) : [];
  return [...values.map(({ value }) => jsonLiteral(value)), ...rest];
}

function elementType(place: Place, type: Type): Layout {
  return type.kind === "intersection"
    ? parenthesised(intersectionType(place, type.parts))
    : unionElement(arms(place, type));
}

function tupleType(place: Place, type: Extract<Type, { kind: "tuple" }>): Layout {
  const items = type.items.map((item) => tsTypeArgument(place, item));
  const all = type.rest ? [...items, ["...", elementType(place, type.rest), "[]"]] : items;
  if (all.length === 0) return "[]";
  return group(["[", indent([softline, join([",", line], all), ifBreak(",")]), softline, "]"]);
}

type ObjectType = Extract<Type, { kind: "object" }>;

/** What the members without a name hold: `undefined` where the document does not say that there are any. */
export function extraType(type: ObjectType): Type | undefined {
  const types = [
    ...type.patterns.map((pattern) => pattern.type),
    ...(type.extra ? [type.extra] : []),
  ];
  const [first] = types;
  if (types.length <= 1) return first;
  return { kind: "union", variants: types.map((of) => ({ type: of, tags: [] })), open: false };
}

function recordType(place: Place, type: ObjectType): Layout {
  const value = tsTypeArgument(place, extraType(type) ?? { kind: "unknown" });
  return generic(platform("Record"), ["string", value]);
}

function inlineObject(place: Place, type: ObjectType): Layout {
  return ["{", indent([hardline, members(place, type)]), hardline, "}"];
}

/** The fields that a side has: what is sent holds nothing read-only, what is answered nothing write-only. */
export function fieldsOf(type: ObjectType, side: Side): readonly Field[] {
  const hidden = side === "request" ? "read" : "write";
  return type.fields.filter((field) => field.access !== hidden);
}

/** True for an object with named members on a side; without any it is a record. */
export function hasFields(type: ObjectType, side: Side): boolean {
  return fieldsOf(type, side).length > 0;
}

/** The member of a model for a field; fields of an object that is no model of its own keep their names. */
export function memberName({ context, model }: Place, field: Field): string {
  const named = model?.type.kind === "object" && model.type.fields.includes(field);
  return named ? context.plan.member(model, field) : field.wire;
}

/** The members of an interface, one or more lines each. */
export function members(place: Place, type: ObjectType): Layout {
  const fields = fieldsOf(type, place.side).map((field) => [
    fieldComment(field),
    memberKey(memberName(place, field)),
    field.required ? [": ", tsType(place, field.type)] : ["?: ", optionalTsType(place, field.type)],
    ";",
  ]);
  const extra = extraType(type);
  const rest = extra && [
    ["/** Members that the document does not name. */", hardline, "additionalProperties?: "],
    unionLayout([
      generic(platform("Record"), ["string", tsTypeArgument(place, extra)]),
      "undefined",
    ]),
    ";",
  ];
  return join(hardline, rest ? [...fields, rest] : fields);
}

function unknownArm({ context }: Place, type: Extract<Type, { kind: "union" }>): readonly Layout[] {
  const isChoice = type.variants.filter((variant) => variant.type.kind !== "null").length > 1;
  if (!type.open || !(isChoice || type.discriminator)) return [];
  const tag = tagMember(context, type);
  const unknown = context.schemaType("UnknownVariant");
  if (tag === "type") return [unknown];
  return [generic(unknown, [tag === undefined ? "never" : jsonLiteral(tag)])];
}

/** The member that tells the variants of a discriminated union apart, `undefined` where there is none to rely on. */
export function tagMember(
  context: Context,
  type: Extract<Type, { kind: "union" }>,
): string | undefined {
  const { discriminator, variants } = type;
  const known = variants.filter((variant) => variant.type.kind !== "null");
  if (!discriminator || known.some((variant) => variant.tags.length === 0)) return undefined;
  for (const { type: of } of known) {
    const model = of.kind === "ref" ? resolved(context, of.to) : undefined;
    if (model?.type.kind !== "object") continue;
    const field = model.type.fields.find(({ wire }) => wire === discriminator.wire);
    if (field) return context.plan.member(model, field);
  }
  return discriminator.wire;
}

function intersectionType(place: Place, parts: readonly Type[]): Layout {
  const [first = "unknown", ...others] = parts.map((part) => elementType(place, part));
  return group([first, indent(others.map((part) => [" &", line, part]))]);
}

function refType({ context, side }: Place, to: string): Layout {
  const model = context.model(to);
  return model ? asType(context.home(modelHome(context, model, side))) : "unknown";
}
