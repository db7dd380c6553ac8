import type { Body, Operation, Parameter, ParameterStyle, Type } from "../../model/types.js";
import { type Context, resolved } from "../context.js";
import {
  arrayLiteral,
  arrow,
  call,
  jsonLiteral,
  objectLiteral,
  property,
} from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { requestShape } from "./request.js";

/** The `parameters` of an operation: where each member of the request goes, under which name and in which style. */
export function parameterExpressions(context: Context, operation: Operation): readonly Layout[] {
  return operation.parameters.map((parameter) =>
    parameterExpression(context, parameter, namesOf(context, operation, parameter)),
  );
}

/** The same in fewer lines: neighbours of one place that have nothing to say but their names are listed. */
export function listedParameters(context: Context, operation: Operation): readonly Layout[] {
  const runs: { readonly in: Parameter["in"] | undefined; readonly items: Parameter[] }[] = [];
  for (const parameter of operation.parameters) {
    const place = isNamedOnly(context, operation, parameter) ? parameter.in : undefined;
    const last = runs.at(-1);
    if (last && place !== undefined && last.in === place) last.items.push(parameter);
    else runs.push({ in: place, items: [parameter] });
  }
  return runs.flatMap(({ in: place, items }) =>
    place === undefined || items.length < FEWEST_LISTED
      ? items.map((item) => parameterExpression(context, item, namesOf(context, operation, item)))
      : [
          [
            "...",
            call(
              [arrayLiteral(items.map(({ wire }) => stringLiteral(wire))), ".map"],
              [arrow(call(context.runtime(place), ["name"]), "(name)")],
            ),
          ],
        ],
  );
}

/** One alone has no list. */
const FEWEST_LISTED = 2;

interface ParameterNames {
  readonly member: string;
  readonly style: Layout | undefined;
}

function namesOf(context: Context, operation: Operation, parameter: Parameter): ParameterNames {
  return {
    member: context.plan.operation(operation).member(parameter),
    style: styleExpression(context, parameter),
  };
}

function isNamedOnly(context: Context, operation: Operation, parameter: Parameter): boolean {
  const { member, style } = namesOf(context, operation, parameter);
  return member === parameter.wire && style === undefined;
}

function parameterExpression(
  context: Context,
  parameter: Parameter,
  { member, style }: ParameterNames,
): Layout {
  const isSame = member === parameter.wire && style === undefined;
  return call(context.runtime(parameter.in), [
    stringLiteral(parameter.wire),
    ...(isSame ? [] : [stringLiteral(member)]),
    ...(style === undefined ? [] : [style]),
  ]);
}

/** The style where it is not what its place has by default (OpenAPI 3.1, "Parameter Object", `style`). */
function styleExpression(context: Context, parameter: Parameter): Layout | undefined {
  const { in: where, media, allowReserved } = parameter;
  const usual = where === "path" || where === "header" ? "simple" : "form";
  const name = media === undefined ? styleName(context, parameter) : contentStyle(media, usual);
  // OpenAPI gives the word a meaning in queries only; in a path, a "/" or ".." would leave its segment.
  if (allowReserved && where === "query")
    return call(context.runtime("reserved"), [context.runtime(name)]);
  return name === usual ? undefined : context.runtime(name);
}

function contentStyle(media: string, usual: string): string {
  return /[/+]json\b/.test(media) ? "jsonValue" : usual;
}

const EXPLODED = { simple: "simpleExploded", label: "labelExploded", matrix: "matrixExploded" };

function styleName(
  context: Context,
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

/** True for values of one text, for which exploding makes no difference. */
function isScalar(context: Context, type: Type): boolean {
  switch (type.kind) {
    case "ref": {
      const model = resolved(context, type.to);
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

/** The `body` of an operation: which member it is, and how it is written. */
export function bodyExpression(context: Context, operation: Operation): Layout | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const { name, media } = BODIES[body.member === undefined ? body.encoding : "member"];
  const key =
    requestShape(context, operation).kind === "members"
      ? context.plan.operation(operation).bodyMember
      : undefined;
  const more = media === "" ? partsExpression(context, body) : otherMedia(body.media, media);
  const own = body.member === undefined ? [] : [stringLiteral(body.member)];
  const keys = key === undefined ? (more === undefined ? [] : ["undefined"]) : [stringLiteral(key)];
  return call(context.runtime(name), [...own, ...keys, ...(more === undefined ? [] : [more])]);
}

/** A range such as `image/*` is no type of one body, so the usual one is sent. */
function otherMedia(media: string, usual: string): Layout | undefined {
  return media === usual || media.includes("*") ? undefined : stringLiteral(media);
}

function partsExpression(context: Context, { parts }: Body): { literal: Layout } | undefined {
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

function partStyle(context: Context, style: ParameterStyle, explode = style === "form"): Layout {
  const name = styleName(context, { style, explode, type: { kind: "unknown" } });
  return property("style", context.runtime(name));
}

/** The `notIdempotentWhen` of an operation: values by parameter. `undefined` if there are none. */
export function notIdempotentExpression(
  context: Context,
  operation: Operation,
): Layout | undefined {
  const names = context.plan.operation(operation);
  const members = operation.parameters.flatMap((parameter) =>
    parameter.notIdempotentWhen && parameter.notIdempotentWhen.length > 0
      ? [
          property(
            names.member(parameter),
            arrayLiteral(parameter.notIdempotentWhen.map(jsonLiteral)),
          ),
        ]
      : [],
  );
  return members.length === 0 ? undefined : objectLiteral(members);
}
