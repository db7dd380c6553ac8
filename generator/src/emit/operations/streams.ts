/** Operations whose response is read while it comes. */
import type { Operation, OperationResponse, Type } from "../../model/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import { type TypeContext, memberName, tsType } from "../types/ts-type.js";
import { unionArgument } from "../types/union-type.js";
import { call, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { requestShape } from "./request.js";

/** True for a response that is read while it comes. */
export function isStream({ encoding }: OperationResponse): boolean {
  return encoding === "events" || encoding === "lines";
}

/** The success responses of an operation that are streams. */
export function streamsOf({ responses }: Operation): readonly OperationResponse[] {
  return responses.filter((response) => !response.isError && isStream(response));
}

/** The type of the items of a stream. */
export function itemType(context: EmitContext, { type }: OperationResponse): Layout {
  return type === undefined
    ? context.runtimeType("ServerSentEvent")
    : tsType({ context, side: "response" }, type);
}

/** The type of the items of all streams of an operation. */
export function itemTypes(context: EmitContext, operation: Operation): Layout {
  return unionArgument(streamsOf(operation).map((each) => itemType(context, each)));
}

/** How a stream is read. */
export function streamExpression(
  context: EmitContext,
  response: OperationResponse,
  status: string,
): Layout {
  const { encoding, events = {}, media = "", type } = response;
  const typeContext: TypeContext = { context, side: "response" };
  const schema = type && schemaExpression(typeContext, type);
  if (encoding === "lines") {
    const of = schema ?? context.schema("unknown");
    return call(context.runtime("jsonLines"), [status, of, stringLiteral(media)]);
  }
  const { data, flat, sentinel, declaresError } = events;
  const options = [
    ...(data === undefined ? [] : [property("data", stringLiteral(data))]),
    ...(flat ? [property("flat", "true")] : []),
    ...(sentinel === undefined ? [] : [property("sentinel", stringLiteral(sentinel))]),
    ...(declaresError ? [property("declaresError", "true")] : []),
  ];
  return call(context.runtime("eventStream"), [
    status,
    ...(schema ? [schema] : options.length > 0 ? ["undefined"] : []),
    ...(options.length > 0 ? [{ literal: objectLiteral(options) }] : []),
  ]);
}

/**
 * The types of requests that ask for the stream and for the whole: a boolean member `stream` of the
 * request or of its body. `undefined` if the operation has no such member, or nothing but streams.
 */
export function streamFlag(
  context: EmitContext,
  operation: Operation,
): { readonly streamed: Layout; readonly whole: Layout } | undefined {
  const others = operation.responses.filter((each) => !each.isError && !isStream(each));
  if (others.length === 0 || streamsOf(operation).length === 0) return undefined;
  const path = flagPath(context, operation);
  if (!path) return undefined;
  const key = path.at(-1) ?? "";
  const wrap = (member: Layout): Layout =>
    path
      .slice(0, -1)
      .reduceRight<Layout>(
        (inner, name) => ["{ ", memberKey(name), ": ", inner, " }"],
        ["{ ", member, " }"],
      );
  return {
    streamed: wrap([memberKey(key), ": true"]),
    whole: wrap([memberKey(key), "?: false"]),
  };
}

const FLAG = "stream";

/** The names that lead to the flag. */
function flagPath(context: EmitContext, operation: Operation): readonly string[] | undefined {
  const shape = requestShape(context, operation);
  if (shape.kind === "none") return undefined;
  if (shape.kind === "body") {
    const name = flagIn(context, shape.body.type);
    return name === undefined ? undefined : [name];
  }
  for (const { name, type, parameter, body } of shape.members) {
    if (parameter?.wire === FLAG && type.kind === "boolean") return [name];
    const inner = body?.required ? flagIn(context, body.type) : undefined;
    if (inner !== undefined) return [name, inner];
  }
  return undefined;
}

function flagIn(context: EmitContext, type: Type): string | undefined {
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  const of = model?.type ?? type;
  if (of.kind !== "object") return undefined;
  const field = of.fields.find(({ wire, type: each }) => wire === FLAG && isFlag(each));
  return field && memberName({ context, side: "request", ...(model && { model }) }, field);
}

function isFlag(type: Type): boolean {
  if (type.kind === "union") {
    return type.variants.every((each) => each.type.kind === "null" || isFlag(each.type));
  }
  return type.kind === "boolean";
}
