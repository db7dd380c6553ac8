import { isRequiredItem } from "../../model/type-helpers.js";
import type { EnumValue, Field, Model, Side, Type, Variant } from "../../model/types.js";
import type { Home } from "../../name/types.js";
import { resolvedModel } from "../context.js";
import {
  type TypeContext,
  discriminatorMember,
  extraType,
  fieldsOf,
  hasFields,
  isRequired,
  memberName,
  tsTypeArgument,
} from "../types/ts-type.js";
import {
  arrayLiteral,
  arrow,
  call,
  jsonLiteral,
  objectLiteral,
  property,
} from "../print/expression.js";
import { type Layout, hardline, indent } from "../print/layout.js";
import { propertyKey, stringLiteral } from "../print/literal.js";
import { type Declaration, type Schemas, isReshaped } from "./schemas.js";

/** The form of a value: as the SDK has it, or that and its JSON. */
export type Form = "value" | "wire";

/** Where a schema is printed: inside which declaration. */
export interface ZodContext {
  readonly schemas: Schemas;
  readonly side: Side;
  readonly form: Form;
  /** The model whose fields have names of their own. */
  readonly model?: Model;
  /** The declaration that is being built. Absent for what is built on first use. */
  readonly within?: Declaration | undefined;
}

type ObjectType = Extract<Type, { kind: "object" }>;
type UnionType = Extract<Type, { kind: "union" }>;
type IntersectionType = Extract<Type, { kind: "intersection" }>;

/** The schema of a type. */
export function zodExpression(site: ZodContext, type: Type): Layout {
  const { schemas, form } = site;
  const { write, helper } = schemas;
  switch (type.kind) {
    case "string":
    case "date":
      return write.of("string");
    case "integer":
      return write.of("int");
    case "number":
    case "boolean":
    case "unknown":
    case "null":
    case "never":
      return write.of(type.kind);
    case "bigint":
      if (form === "value") return write.of("bigint");
      return helper(type.format === "string" ? "bigintString" : "bigintNumber");
    case "literal":
      return write.of("literal", [jsonLiteral(type.value)]);
    case "enum":
      return enumExpression(site, type.values, type.open);
    case "bytes":
      if (type.encoding === "binary") return helper("binary");
      if (form === "value") return helper("bytes");
      return helper(type.encoding === "byte" ? "base64" : "base64url");
    case "date-time":
      if (schemas.context.options.dateTime === "string") return write.of("string");
      return form === "value" ? write.of("date") : helper("dateTime");
    case "array":
      return write.of("array", [zodExpression(site, type.items)]);
    case "tuple":
      return tupleExpression(site, type);
    case "object":
      return hasFields(type, site.side)
        ? objectExpression(site, type, undefined)
        : recordExpression(site, type);
    case "union":
      return unionExpression(site, type);
    case "intersection":
      return intersectionExpression(site, type);
    case "ref":
      return refExpression(site, type.to);
    default:
      return type satisfies never;
  }
}

/**
 * The schema of an object with named members.
 *
 * @param value - The schema of the value, if it has been declared already.
 */
export function objectExpression(
  site: ZodContext,
  type: ObjectType,
  value: Layout | undefined,
): Layout {
  const { schemas, side, model } = site;
  const members = fieldsOf(type, side).map((field) => objectMember(site, field));
  return shapeExpression(
    site,
    { members, extra: extraType(type), isReshaped: isReshaped(schemas.context, type, side, model) },
    () => value ?? objectExpression({ ...site, form: "value" }, type, undefined),
  );
}

/** A member of an object in both forms. */
export interface ObjectMember {
  readonly key: string;
  readonly wire: string;
  readonly type: Type;
  /** Whether the value must have it. */
  readonly required: boolean;
  /** What is sent if the value lacks it: JSON, or the name of a helper that makes it. */
  readonly sends?: { readonly value: unknown } | { readonly helper: string };
  /** The schema, if it is not that of the type. */
  readonly schema?: Layout;
}

function objectMember(site: ZodContext, field: Field): ObjectMember {
  const typeContext = typeContextOf(site);
  const { wire, type, required } = field;
  const isMust = isRequired(field, site.side);
  return {
    key: memberName(typeContext, field),
    wire,
    type,
    required: isMust,
    ...(required && !isMust && { sends: { value: field.default } }),
  };
}

/**
 * The members of an object, the type of those without a name, and whether they differ on the wire.
 */
export interface ObjectShape {
  readonly members: readonly ObjectMember[];
  readonly extra: Type | undefined;
  readonly isReshaped: boolean;
}

/**
 * The schema of an object: a codec, if its members differ on the wire.
 *
 * @param value - Prints the schema of the value, for the codec.
 */
export function shapeExpression(
  site: ZodContext,
  { members, extra, isReshaped: reshaped }: ObjectShape,
  value: () => Layout,
): Layout {
  const { schemas, form } = site;
  const { write, helper } = schemas;
  const shape = members.map((member) => memberProperty(site, member));
  if (form === "value") {
    const rest = extra && write.of("record", [write.of("string"), zodExpression(site, extra)]);
    const named = rest && property("additionalProperties", write.optional(rest));
    return looseObject(site, named ? [...shape, named] : shape);
  }
  const onWire = looseObject(site, shape);
  if (!reshaped) return onWire;
  return write.of("codec", [
    extra ? write.catchall(onWire, zodExpression(site, extra)) : onWire,
    value(),
    call(helper("renamed"), renamedArguments(site, members, extra !== undefined)),
  ]);
}

function looseObject({ schemas }: ZodContext, members: readonly Layout[]): Layout {
  return schemas.write.of("looseObject", [{ literal: objectLiteral(members, { broken: true }) }]);
}

function renamedArguments(
  { schemas }: ZodContext,
  members: readonly ObjectMember[],
  isGathered: boolean,
): readonly { readonly literal: Layout }[] {
  const names = members
    .filter(({ key, wire }) => key !== wire)
    .map(({ key, wire }) => property(wire, stringLiteral(key)));
  const defaults = members.flatMap(({ key, sends }) => {
    if (!sends) return [];
    return [
      property(key, "helper" in sends ? schemas.helper(sends.helper) : jsonLiteral(sends.value)),
    ];
  });
  const more = [
    ...(defaults.length > 0 ? [property("defaults", objectLiteral(defaults))] : []),
    ...(isGathered
      ? [property("known", arrayLiteral(members.map(({ wire }) => stringLiteral(wire))))]
      : []),
  ];
  const renames = { literal: objectLiteral(names) };
  return more.length > 0 ? [renames, { literal: objectLiteral(more) }] : [renames];
}

/** `name: schema`, or a getter if the schema needs one that may be declared later. */
function memberProperty(site: ZodContext, member: ObjectMember): Layout {
  const { form } = site;
  const { write } = site.schemas;
  const { type, key, wire } = member;
  const name = form === "value" ? key : wire;
  const isOptional = !member.required && !(form === "wire" && member.sends);
  const isLater = !member.schema && needsLater(site, type);
  const schema =
    member.schema ?? zodExpression(isLater ? { ...site, within: undefined } : site, type);
  const whole = isOptional ? write.optional(schema) : schema;
  if (!isLater) return property(name, whole);
  const value = tsTypeArgument(typeContextOf(site), type);
  const stated = isOptional ? write.optionalType(value) : write.type(value);
  const body = indent([hardline, "return ", whole, ";"]);
  return ["get ", propertyKey(name), "(): ", stated, " {", body, hardline, "}"];
}

/** Whether the schema of a type needs one that may be declared later. */
export function needsLater({ schemas, side, within }: ZodContext, type: Type): boolean {
  return schemas.uses(type, side).some((used) => schemas.isDeferred(used, within));
}

function typeContextOf({ schemas, side, model }: ZodContext): TypeContext {
  return { context: schemas.context, side, ...(model && { model }) };
}

function recordExpression(site: ZodContext, type: ObjectType): Layout {
  const { write } = site.schemas;
  const value = zodExpression(site, extraType(type) ?? { kind: "unknown" });
  return write.of("record", [write.of("string"), value]);
}

function tupleExpression(site: ZodContext, type: Extract<Type, { kind: "tuple" }>): Layout {
  const { write } = site.schemas;
  const items = type.items.map((item, index) => {
    const schema = zodExpression(site, item);
    return isRequiredItem(type, index) ? schema : write.optional(schema);
  });
  const list = { literal: arrayLiteral(items) };
  return write.of("tuple", type.rest ? [list.literal, zodExpression(site, type.rest)] : [list]);
}

/** The schema of an intersection: one object, if all parts are objects with named members. */
function intersectionExpression(site: ZodContext, type: IntersectionType): Layout {
  const members = combinedMembers(site, type);
  if (members) {
    const isChanged = members.some(({ key, wire, sends }) => key !== wire || sends !== undefined);
    const shape = { members, extra: undefined, isReshaped: isChanged };
    return shapeExpression(site, shape, () =>
      intersectionExpression({ ...site, form: "value" }, type),
    );
  }
  const [first = { kind: "unknown" }, ...others] = type.parts;
  return others.reduce<Layout>(
    (left, part) => site.schemas.write.of("intersection", [left, zodExpression(site, part)]),
    zodExpression(site, first),
  );
}

/**
 * The members of all parts of an intersection. `undefined` if a part is no object with named
 * members alone, or if two parts have the same one.
 */
function combinedMembers(
  site: ZodContext,
  type: IntersectionType,
): readonly ObjectMember[] | undefined {
  const parts = type.parts.map((part) => membersOf(site, part));
  const members = parts.flatMap((part) => part ?? []);
  const names = new Set(members.flatMap(({ key, wire }) => (key === wire ? [key] : [key, wire])));
  const count = members.reduce((sum, { key, wire }) => sum + (key === wire ? 1 : 2), 0);
  return parts.includes(undefined) || names.size < count ? undefined : members;
}

function membersOf(site: ZodContext, type: Type): readonly ObjectMember[] | undefined {
  if (type.kind === "intersection") return combinedMembers(site, type);
  if (type.kind === "ref") {
    const model = resolvedModel(site.schemas.context, type.to);
    return model && model.type.kind !== "ref"
      ? membersOf({ ...site, model }, model.type)
      : undefined;
  }
  if (type.kind !== "object" || !hasFields(type, site.side) || extraType(type)) return undefined;
  return fieldsOf(type, site.side).map((field) => objectMember(site, field));
}

function enumExpression(
  { schemas: { write } }: ZodContext,
  values: readonly EnumValue[],
  open: boolean,
): Layout {
  const kinds = new Set(values.map(({ value }) => typeof value));
  if (kinds.size > 1) {
    const options = open
      ? [write.of("string"), write.of("number")]
      : values.map(({ value }) => write.of("literal", [jsonLiteral(value)]));
    return write.of("union", [{ literal: arrayLiteral(options) }]);
  }
  if (open) return openEnum(write.of, values);
  const list = { literal: arrayLiteral(values.map(({ value }) => jsonLiteral(value))) };
  return write.of(kinds.has("string") ? "enum" : "literal", [list]);
}

function openEnum(of: (name: string) => Layout, values: readonly EnumValue[]): Layout {
  if (values.every(({ value }) => typeof value === "string")) return of("string");
  return of(values.every(({ value }) => Number.isInteger(value)) ? "int" : "number");
}

function refExpression(site: ZodContext, to: string): Layout {
  const { schemas, side, form, within } = site;
  const { context, write } = schemas;
  const model = context.model(to);
  if (!model) return write.of("unknown");
  const declared = schemas.declaration(model, side);
  if (model.type.kind === "enum") {
    const { values, open } = model.type;
    const isText = values.every(({ value }) => typeof value === "string");
    if (open || !isText) return enumExpression(site, values, open);
    const schema = write.of("enum", [context.home(declared.type)]);
    return schemas.isDeferred(declared, within) ? write.of("lazy", [arrow(schema)]) : schema;
  }
  const home: Home =
    form === "value" || !schemas.isConverted(declared) ? declared.home : declared.wire;
  const schema = schemas.symbol(home);
  return schemas.isDeferred(declared, within) ? write.of("lazy", [arrow(schema)]) : schema;
}

function unionExpression(site: ZodContext, type: UnionType): Layout {
  const { write } = site.schemas;
  const variants = type.variants.filter((variant) => variant.type.kind !== "null");
  const isNullable = variants.length < type.variants.length;
  const [only] = variants;
  if (!only) return write.of(isNullable ? "null" : "never");
  const inner =
    variants.length === 1 && !type.discriminator
      ? zodExpression(site, only.type)
      : variantsExpression(site, type, variants);
  return isNullable ? write.nullable(inner) : inner;
}

function variantsExpression(
  site: ZodContext,
  type: UnionType,
  variants: readonly Variant[],
): Layout {
  const { schemas, form } = site;
  const { write, helper, context } = schemas;
  const tag = discriminatorMember(context, type);
  const options = variants.map((variant) => zodExpression(site, variant.type));
  const unknown = helper(form === "value" ? "unknownVariant" : "unknownVariantWire");
  if (tag === undefined || !type.discriminator) {
    const all = type.open ? [...options, call(unknown, [])] : options;
    return write.of("union", [{ literal: arrayLiteral(all) }]);
  }
  const { wire, optional } = type.discriminator;
  const known = isDiscriminable(site, variants, wire)
    ? discriminated(site, wire, tag, options)
    : form === "value"
      ? write.of("union", [{ literal: arrayLiteral(options) }])
      : call(helper("taggedUnion"), [
          stringLiteral(wire),
          stringLiteral(tag),
          byTag(variants, options),
        ]);
  if (!type.open) return known;
  const rest = type.fallback
    ? call(helper("unknownSubtype"), [
        renamedBase(site, type.fallback, wire, tag),
        stringLiteral(tag),
        ...(optional === true ? ["true"] : []),
      ])
    : call(unknown, [stringLiteral(tag)]);
  return write.of("union", [{ literal: arrayLiteral([known, rest]) }]);
}

/** `z.discriminatedUnion`. */
function discriminated(
  { schemas: { write }, form }: ZodContext,
  wire: string,
  tag: string,
  options: readonly Layout[],
): Layout {
  const list = arrayLiteral(options);
  if (form === "value")
    return write.of("discriminatedUnion", [stringLiteral(tag), { literal: list }]);
  // Before 4.4, zod looks for the name on the wire also when it encodes, and finds no variant.
  const fallback = { literal: objectLiteral([property("unionFallback", "true")]) };
  return write.of("discriminatedUnion", [
    stringLiteral(wire),
    ...(tag === wire ? [{ literal: list }] : [list, fallback]),
  ]);
}

/** `{ cat: CatWire, dog: DogWire }`: the schemas of variants by the values that select them. */
function byTag(
  variants: readonly Variant[],
  options: readonly Layout[],
): { readonly literal: Layout } {
  const members = variants.flatMap(({ discriminatorValues }, index) =>
    discriminatorValues.map((value) => property(value, options[index] ?? "")),
  );
  return { literal: objectLiteral(members) };
}

/** The base of a union. If it does not know the tag, the tag gets its name in the SDK here. */
function renamedBase(site: ZodContext, base: Type, wire: string, tag: string): Layout {
  const { schemas, form } = site;
  const schema = zodExpression(site, base);
  if (form === "value" || tag === wire || hasField(site, base, wire)) return schema;
  const renames = { literal: objectLiteral([property(wire, stringLiteral(tag))]) };
  return schemas.write.of("codec", [
    schema,
    zodExpression({ ...site, form: "value" }, base),
    call(schemas.helper("renamed"), [renames]),
  ]);
}

function hasField(site: ZodContext, type: Type, wire: string): boolean {
  return objectOf(site, type)?.fields.some((field) => field.wire === wire) ?? false;
}

function objectOf({ schemas: { context } }: ZodContext, type: Type): ObjectType | undefined {
  const of = type.kind === "ref" ? resolvedModel(context, type.to)?.type : type;
  return of?.kind === "object" ? of : undefined;
}

/**
 * Whether zod can tell variants apart by a member: each is an object with values of its own for it.
 */
function isDiscriminable(site: ZodContext, variants: readonly Variant[], wire: string): boolean {
  const values: unknown[] = [];
  for (const { type } of variants) {
    const member = taggedMember(site, type, wire);
    const own = member && valuesOf(site, member.type);
    if (!own) return false;
    values.push(...own, ...(member.required ? [] : [undefined]));
  }
  return values.length > 0 && new Set(values).size === values.length;
}

/** The member of a variant that is an object. */
function taggedMember(
  site: ZodContext,
  type: Type,
  wire: string,
): Pick<ObjectMember, "type" | "required"> | undefined {
  const object = objectOf(site, type);
  if (object) return fieldsOf(object, site.side).find((field) => field.wire === wire);
  return membersOf(site, type)?.find((member) => member.wire === wire);
}

function valuesOf(site: ZodContext, type: Type): readonly unknown[] | undefined {
  if (type.kind === "literal") return [type.value];
  if (type.kind === "enum" && !type.open) return type.values.map(({ value }) => value);
  if (type.kind === "union" && !type.open && !type.fallback) {
    const all = type.variants.map((variant) => valuesOf(site, variant.type));
    return all.includes(undefined) ? undefined : all.flatMap((own) => own ?? []);
  }
  const model = type.kind === "ref" ? resolvedModel(site.schemas.context, type.to) : undefined;
  return model && model.type.kind !== "ref" ? valuesOf(site, model.type) : undefined;
}
