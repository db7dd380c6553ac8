import { sorted } from "../../model/sorted.js";
import type {
  Body,
  BodyContent,
  Operation,
  Parameter,
  ParameterStyle,
  Type,
} from "../../model/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import type { TypeContext } from "../types/ts-type.js";
import { rootLayout } from "../models/xml.js";
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
  return call(context.runtime(parameter.style === "cookie" ? "plainCookie" : parameter.in), [
    stringLiteral(parameter.wire),
    ...(isSame ? [] : [stringLiteral(member)]),
    ...(style === undefined ? [] : [style]),
  ]);
}

/**
 * The style (OpenAPI 3.1, "Parameter Object", `style`). None for scalars, which most styles write
 * alike: a bundle contains the styles of arrays and objects only if an operation names them.
 */
function styleExpression(context: EmitContext, parameter: Parameter): Layout | undefined {
  const { in: where, media, allowReserved, type } = parameter;
  if (where === "querystring") return queryStringStyle(context, media ?? "");
  const usual = where === "path" || where === "header" ? "simple" : "form";
  const name = media === undefined ? styleName(context, parameter) : contentStyle(media, usual);
  if (allowReserved && parameter.style !== "cookie" && KEEPS_RESERVED[where](name))
    return call(context.runtime("reserved"), [context.runtime(name)]);
  const isDefault = name === usual && media === undefined && isScalar(context, type);
  return isDefault ? undefined : context.runtime(name);
}

/**
 * Where a style can leave reserved characters as they are. Headers are not encoded anyway, and
 * `label` and `matrix` separate by such characters. A value never leaves its segment of a path.
 */
const KEEPS_RESERVED: Readonly<Record<Parameter["in"], (style: string) => boolean>> = {
  path: (style) => style.startsWith("simple"),
  query: () => true,
  querystring: () => false,
  header: () => false,
  cookie: (style) => style !== "jsonValue",
};

/** How the whole query string is serialized, if it is not a form. */
function queryStringStyle(context: EmitContext, media: string): Layout | undefined {
  if (media === "application/x-www-form-urlencoded") return undefined;
  return context.runtime(/[/+]json\b/.test(media) ? "simpleJSON" : "simple");
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
  if (style === "cookie") return explode || scalar ? "form" : "formJoined";
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
  xml: { name: "xmlBody", media: "application/xml" },
  text: { name: "textBody", media: "text/plain" },
  bytes: { name: "bytesBody", media: "application/octet-stream" },
  form: { name: "formBody", media: "application/x-www-form-urlencoded" },
  multipart: { name: "multipartBody", media: "multipart/form-data" },
};

/** The `body` of an operation: which member it is, and how it is serialized. */
export function bodyExpression(context: EmitContext, operation: Operation): Layout | undefined {
  const { body, method } = operation;
  if (!body) return undefined;
  const key = bodyKey(context, operation);
  const encoder = choiceExpression(context, body, key);
  if (method !== "GET" && method !== "HEAD") return encoder;
  return call(context.runtime("getBody"), [
    encoder,
    ...(key === undefined ? [] : [stringLiteral(key)]),
  ]);
}

/** The request member that is the body, or `undefined` if the whole request is. */
function bodyKey(context: EmitContext, operation: Operation): string | undefined {
  return requestShape(context, operation).kind === "members"
    ? context.names.operation(operation).bodyMember
    : undefined;
}

/** How a body is serialized: in its only media type, or in the one that fits the value. */
function choiceExpression(context: EmitContext, body: Body, key: string | undefined): Layout {
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

const CHOICE = ["text", "json", "form", "multipart", "xml", "bytes"] as const;

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
  if (body.encoding === "xml")
    return call(context.xml(name), [
      { literal: rootLayout(context, body.type, body.xml) },
      ...optionalArguments([key === undefined ? undefined : stringLiteral(key), other]),
    ]);
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
