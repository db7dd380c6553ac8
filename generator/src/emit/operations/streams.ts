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
  const flag = flagOf(context, operation);
  if (!flag) return undefined;
  const path = flag.names;
  const key = path.at(-1) ?? "";
  const wrap = (member: Layout): Layout =>
    path
      .slice(0, -1)
      .reduceRight<Layout>(
        (inner, name) => ["{ ", memberKey(name), ": ", inner, " }"],
        ["{ ", member, " }"],
      );
  return flag.isDefault
    ? { streamed: wrap([memberKey(key), "?: true"]), whole: wrap([memberKey(key), ": false"]) }
    : { streamed: wrap([memberKey(key), ": true"]), whole: wrap([memberKey(key), "?: false"]) };
}

/** The member of a request that says whether it asks for the stream. */
export interface StreamFlag {
  /** The names that lead to it in the SDK. */
  readonly names: readonly string[];
  /** The names in the encoded request, whose bodies have those of the document. */
  readonly wire: readonly string[];
  /** True if a request without the member asks for the stream. */
  readonly isDefault: boolean;
}

/** The flag of an operation that has both a stream and another success. */
export function flagOf(context: EmitContext, operation: Operation): StreamFlag | undefined {
  const others = operation.responses.filter((each) => !each.isError && !isStream(each));
  if (others.length === 0 || streamsOf(operation).length === 0) return undefined;
  return flagIn(context, operation);
}

const FLAG = "stream";

function flagIn(context: EmitContext, operation: Operation): StreamFlag | undefined {
  const shape = requestShape(context, operation);
  if (shape.kind === "none") return undefined;
  if (shape.kind === "body") return bodyFlag(context, shape.body.type);
  for (const { name, type, parameter, body } of shape.members) {
    if (parameter?.wire === FLAG && type.kind === "boolean")
      return { names: [name], wire: [name], isDefault: parameter.default === true };
    const inner = body?.required ? bodyFlag(context, body.type) : undefined;
    if (inner) return { ...inner, names: [name, ...inner.names], wire: [name, ...inner.wire] };
  }
  return undefined;
}

/** The flag of a body. Every variant of a union must have it, by the same name. */
function bodyFlag(context: EmitContext, type: Type): StreamFlag | undefined {
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  const of = model?.type ?? type;
  if (of.kind === "union") {
    const [first, ...others] = of.variants.map((each) => bodyFlag(context, each.type));
    const isSame = others.every((each) => each?.names.join() === first?.names.join());
    return isSame ? first : undefined;
  }
  if (of.kind !== "object") return undefined;
  const field = of.fields.find(({ wire, type: each }) => wire === FLAG && isFlag(each));
  if (!field) return undefined;
  const name = memberName({ context, side: "request", ...(model && { model }) }, field);
  return { names: [name], wire: [FLAG], isDefault: field.default === true };
}

function isFlag(type: Type): boolean {
  if (type.kind === "union") {
    return type.variants.every((each) => each.type.kind === "null" || isFlag(each.type));
  }
  return type.kind === "boolean" || (type.kind === "literal" && typeof type.value === "boolean");
}
