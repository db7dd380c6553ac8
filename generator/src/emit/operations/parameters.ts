import { sorted } from "../../model/sorted.js";
import type { BodyContent, Operation, Parameter, ParameterStyle, Type } from "../../model/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import type { TypeContext } from "../models/ts-type.js";
import { type Argument, arrayLiteral, call, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { requestShape } from "./request.js";

/**
 * The `parameters` of an operation: where each member of the request goes, under which name and in
 * which style.
 */
export function parameterExpressions(
  context: EmitContext,
  operation: Operation,
): readonly Layout[] {
  const names = context.names.operation(operation);
  return operation.parameters.map((parameter) =>
    parameterExpression(context, parameter, names.member(parameter)),
  );
}

function parameterExpression(context: EmitContext, parameter: Parameter, member: string): Layout {
  const style = styleExpression(context, parameter);
  const isSame = member === parameter.wire && style === undefined;
  return call(context.runtime(parameter.in), [
    stringLiteral(parameter.wire),
    ...(isSame ? [] : [stringLiteral(member)]),
    ...(style === undefined ? [] : [style]),
  ]);
}

/**
 * The style, if it is not the default of the location (OpenAPI 3.1, "Parameter Object", `style`).
 */
function styleExpression(context: EmitContext, parameter: Parameter): Layout | undefined {
  const { in: where, media, allowReserved } = parameter;
  const usual = where === "path" || where === "header" ? "simple" : "form";
  const name = media === undefined ? styleName(context, parameter) : contentStyle(media, usual);
  // In OpenAPI, `allowReserved` only applies to queries. In a path, "/" or ".." would leave the
  // segment.
  if (allowReserved && where === "query")
    return call(context.runtime("reserved"), [context.runtime(name)]);
  return name === usual ? undefined : context.runtime(name);
}

function contentStyle(media: string, usual: string): string {
  if (!/[/+]json\b/.test(media)) return usual;
  return usual === "simple" ? "simpleJSON" : "jsonValue";
}

const EXPLODED = { simple: "simpleExploded", label: "labelExploded", matrix: "matrixExploded" };

function styleName(
  context: EmitContext,
  { style, explode, type }: Pick<Parameter, "style" | "explode" | "type">,
): string {
  if (style === "deepObject") return style;
  const scalar = isScalar(context, type);
  if (style === "simple" || style === "label" || style === "matrix") {
    return explode && !scalar ? EXPLODED[style] : style;
  }
  if (explode || scalar) return "form";
  return style === "form" ? "formJoined" : style;
}

/**
 * True for values that are a single string on the wire, for which `explode` makes no difference.
 */
function isScalar(context: EmitContext, type: Type): boolean {
  switch (type.kind) {
    case "ref": {
      const model = resolvedModel(context, type.to);
      return model !== undefined && isScalar(context, model.type);
    }
    case "union":
      return type.variants.every((variant) => isScalar(context, variant.type));
    case "array":
    case "tuple":
    case "object":
    case "intersection":
    case "unknown":
      return false;
    default:
      return true;
  }
}

const BODIES = {
  json: { name: "jsonBody", media: "application/json" },
  member: { name: "memberBody", media: "application/json" },
  text: { name: "textBody", media: "text/plain" },
  bytes: { name: "bytesBody", media: "application/octet-stream" },
  form: { name: "formBody", media: "application/x-www-form-urlencoded" },
  multipart: { name: "multipartBody", media: "multipart/form-data" },
};

/** The `body` of an operation: which member it is, and how it is serialized. */
export function bodyExpression(context: EmitContext, operation: Operation): Layout | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const key =
    requestShape(context, operation).kind === "members"
      ? context.names.operation(operation).bodyMember
      : undefined;
  const { others, member } = body;
  if (!others) return encoderExpression(context, body, key, member);
  const typeContext: TypeContext = { context, side: "request" };
  const choices = inOrderOfChoice([body, ...others]).map((content) =>
    property(
      content.media,
      arrayLiteral([
        schemaExpression(typeContext, content.type),
        encoderExpression(context, content, key),
      ]),
    ),
  );
  return call(context.runtime("bodyByContentType"), [
    { literal: objectLiteral(choices, { broken: true }) },
    ...(key === undefined ? [] : [stringLiteral(key)]),
  ]);
}

/**
 * The runtime takes the first media type that can carry a value: strings are text before they are
 * anything else, and bytes may be strings. Bytes without a type of their own are arbitrary.
 */
function inOrderOfChoice(contents: readonly BodyContent[]): readonly BodyContent[] {
  const ordered = CHOICE.flatMap((kind) => contents.filter(({ encoding }) => encoding === kind));
  return sorted(ordered, (a, b) => choiceRank(a) - choiceRank(b));
}

function choiceRank({ encoding, media }: BodyContent): number {
  return encoding !== "bytes" ? 0 : media === BODIES.bytes.media ? 1 : 2;
}

const CHOICE = ["text", "json", "form", "multipart", "bytes"] as const;

/** How a body is serialized in one of its media types. */
function encoderExpression(
  context: EmitContext,
  body: BodyContent,
  key: string | undefined,
  member?: string,
): Layout {
  const { name, media } = BODIES[member === undefined ? body.encoding : "member"];
  const other = body.media === media ? undefined : stringLiteral(body.media);
  const own = member === undefined ? [] : [stringLiteral(member)];
  return call(context.runtime(name), [
    ...own,
    ...optionalArguments([
      key === undefined ? undefined : stringLiteral(key),
      ...(name === "formBody" || name === "multipartBody" ? [partsExpression(context, body)] : []),
      ...(name === "formBody" ? [] : [other]),
      ...(name === "jsonBody" && body.rejectsFiles ? [context.runtime("rejectFiles")] : []),
    ]),
  ]);
}

/** Arguments that may all be omitted: the last ones are, `undefined` stands for the others. */
function optionalArguments(values: readonly (Argument | undefined)[]): readonly Argument[] {
  const given = [...values];
  while (given.length > 0 && given.at(-1) === undefined) given.pop();
  return given.map((value) => value ?? "undefined");
}

function partsExpression(
  context: EmitContext,
  { parts, encoding }: BodyContent,
): Argument | undefined {
  const members = parts.flatMap(({ wire, contentType, file, style, explode }) => {
    const facts = [
      ...(file ? [property("file", "true")] : []),
      ...(contentType === undefined ? [] : [property("contentType", stringLiteral(contentType))]),
      ...(encoding === "multipart" || (style === undefined && explode === undefined)
        ? []
        : [partStyle(context, style ?? "form", explode)]),
    ];
    return facts.length === 0 ? [] : [property(wire, objectLiteral(facts))];
  });
  return members.length === 0 ? undefined : { literal: objectLiteral(members) };
}

function partStyle(
  context: EmitContext,
  style: ParameterStyle,
  explode = style === "form",
): Layout {
  const name = styleName(context, { style, explode, type: { kind: "unknown" } });
  return property("style", context.runtime(name));
}
