import type { Body, Operation, Parameter, ParameterStyle, Type } from "../../model/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { call, objectLiteral, property } from "../print/expression.js";
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
  return /[/+]json\b/.test(media) ? "jsonValue" : usual;
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
  form: { name: "formBody", media: "" },
  multipart: { name: "multipartBody", media: "" },
};

/** The `body` of an operation: which member it is, and how it is serialized. */
export function bodyExpression(context: EmitContext, operation: Operation): Layout | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const { name, media } = BODIES[body.member === undefined ? body.encoding : "member"];
  const key =
    requestShape(context, operation).kind === "members"
      ? context.names.operation(operation).bodyMember
      : undefined;
  const more = media === "" ? partsExpression(context, body) : otherMedia(body.media, media);
  const own = body.member === undefined ? [] : [stringLiteral(body.member)];
  const keys = key === undefined ? (more === undefined ? [] : ["undefined"]) : [stringLiteral(key)];
  return call(context.runtime(name), [...own, ...keys, ...(more === undefined ? [] : [more])]);
}

/** A range such as `image/*` is not a media type to send, so the usual one is sent. */
function otherMedia(media: string, usual: string): Layout | undefined {
  return media === usual || media.includes("*") ? undefined : stringLiteral(media);
}

function partsExpression(context: EmitContext, { parts }: Body): { literal: Layout } | undefined {
  const members = parts.flatMap(({ wire, contentType, style, explode }) => {
    const facts = [
      ...(contentType === undefined ? [] : [property("contentType", stringLiteral(contentType))]),
      ...(style === undefined && explode === undefined
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
