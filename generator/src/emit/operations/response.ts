import { sorted } from "../../model/sorted.js";
import { covers } from "../../model/status.js";
import type { Api, OperationResponse, Operation } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { type DeclaredError, declaredErrors } from "../models/errors.js";
import { schemaExpression } from "../models/schema.js";
import { type TypeContext, typeVariants } from "../types/ts-type.js";
import { generic, unionArgument, unionLayout } from "../types/union-type.js";
import { rootLayout } from "../models/xml.js";
import { type Argument, arrayLiteral, call, objectLiteral, property } from "../print/expression.js";
import { type Layout, group, ifBreak, indent, join, line } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { asType, platform } from "../print/symbol.js";
import { mediaType } from "./call-options.js";
import { hasHeadersInResult, headersType } from "./response-headers.js";
import { isStream, itemType, streamExpression } from "./streams.js";

/**
 * The success responses. If the document declares none, any 2xx response counts as one without a
 * body.
 */
export function successes({ responses }: Operation): readonly OperationResponse[] {
  const found = responses.filter((response) => !response.isError);
  if (found.length > 0) return found;
  const docs = {};
  return [
    { status: "2XX", media: undefined, encoding: "empty", headers: [], isError: false, docs },
  ];
}

/**
 * How a body is returned: XML and other text as a string, anything else that cannot be parsed as
 * bytes.
 */
function reading({
  encoding,
  media = "",
}: OperationResponse): "json" | "xml" | "text" | "bytes" | "empty" | "stream" {
  if (encoding === "events" || encoding === "lines") return "stream";
  if (encoding !== "unsupported") return encoding;
  return /^text\/|[/+](?:xml|yaml|json|csv|javascript)\b|jsonl|ndjson/.test(media)
    ? "text"
    : "bytes";
}

/** True for a binary response that is read while it comes. */
export function isByteStream(
  { options }: Pick<EmitContext, "options">,
  response: OperationResponse,
): boolean {
  return options.binaryResponses === "stream" && reading(response) === "bytes";
}

/** True for an API with binary responses, which can be saved as files. */
export function hasFiles({ operations }: Pick<Api, "operations">): boolean {
  return operations.some((operation) =>
    successes(operation).some((response) => reading(response) === "bytes"),
  );
}

function valueVariants(typeContext: TypeContext, response: OperationResponse): readonly Layout[] {
  const kind = reading(response);
  switch (kind) {
    case "json":
    case "xml":
      return typeVariants(typeContext, response.type ?? { kind: "unknown" });
    case "text":
      return ["string"];
    case "bytes":
      return [
        isByteStream(typeContext.context, response)
          ? typeContext.context.runtimeType("ByteStream")
          : platform("Uint8Array"),
      ];
    case "empty":
      return ["void"];
    case "stream": {
      const { context } = typeContext;
      return [generic(context.runtimeType("EventStream"), [itemType(context, response)])];
    }
    default:
      return kind satisfies never;
  }
}

/** The type of the values of the successes that are no streams. */
export function otherTypes(context: EmitContext, operation: Operation): Layout | undefined {
  const typeContext: TypeContext = { context, side: "response" };
  const others = successes(operation).filter((response) => !isStream(response));
  const values = others.flatMap((response) => valueVariants(typeContext, response));
  return values.length === 0 ? undefined : unionArgument(values);
}

/** The type of a response, or the union of several success responses. */
export function responseType(context: EmitContext, operation: Operation): Layout {
  const typeContext: TypeContext = { context, side: "response" };
  const values = successes(operation).flatMap((response) =>
    response.isChoice
      ? [choiceType(response, valueVariants(typeContext, response))]
      : valueVariants(typeContext, response),
  );
  const headers = headersType(context, operation);
  if (!headers || !hasHeadersInResult(context, operation)) return unionLayout(values);
  const results = values.map((value) => (value === "void" ? "undefined" : value));
  return inlineType([
    ["headers: ", asType(headers)],
    ["result: ", unionLayout(results)],
  ]);
}

/** The value of a success whose media type has a type of its own. */
function choiceType({ media = "" }: OperationResponse, value: readonly Layout[]): Layout {
  const contentType = media.startsWith("*") ? "string" : mediaType(media);
  return inlineType([
    ["contentType: ", contentType],
    ["data: ", unionLayout(value)],
  ]);
}

function inlineType(members: readonly Layout[]): Layout {
  const separated = join([ifBreak(";", ";"), line], members);
  return group(["{", indent([line, separated, ifBreak(";")]), line, "}"]);
}

/** The `responses` of an operation: how each status and media type is read. */
export function responsesExpression(context: EmitContext, operation: Operation): Layout {
  const headers = headersType(context, operation);
  const values = successExpressions(context, operation);
  const isWrapped = headers !== undefined && hasHeadersInResult(context, operation);
  const read: readonly ResponseItem[] = isWrapped
    ? [{ spread: call(context.runtime("headersInResult"), [headers, listArgument(values)]) }]
    : values;
  return listOf([
    ...read,
    ...errorGroups(declaredErrors(context, operation)).flatMap((errors) =>
      errors.map((error) => errorExpression(context, error)),
    ),
    ...plainErrors(context, operation).map((status) => ({
      one: call(context.runtime("apiError"), [statusLiteral(status)]),
    })),
  ]);
}

/** A response, or a call that makes several. */
type ResponseItem = { readonly one: Layout } | { readonly spread: Layout };

function listArgument(items: readonly ResponseItem[]): Argument {
  const list = listOf(items);
  return items.length === 1 && items.some((item) => "spread" in item) ? list : { literal: list };
}

function listOf(items: readonly ResponseItem[]): Layout {
  const [first, ...others] = items;
  if (first && "spread" in first && others.length === 0) return first.spread;
  return arrayLiteral(items.map((item) => ("one" in item ? item.one : ["...", item.spread])));
}

/** The successes. Those of a status whose media types have types of their own are together. */
function successExpressions(context: EmitContext, operation: Operation): readonly ResponseItem[] {
  const all = successes(operation);
  return all.flatMap((response, index): readonly ResponseItem[] => {
    if (!response.isChoice) return [successExpression(context, response)];
    if (all.findIndex(({ status }) => status === response.status) !== index) return [];
    const choices = all.filter(({ status }) => status === response.status);
    const members = mostSpecificFirst(choices).map((choice) => {
      const item = successExpression(context, choice);
      return property(choice.media ?? "", "one" in item ? item.one : item.spread);
    });
    const literal = objectLiteral(members, { broken: true });
    return [{ spread: call(context.runtime("byContentType"), [{ literal }]) }];
  });
}

/** The runtime takes the first that matches: ranges and arbitrary bytes come last. */
function mostSpecificFirst(responses: readonly OperationResponse[]): readonly OperationResponse[] {
  return sorted(responses, (a, b) => breadthOf(a) - breadthOf(b));
}

function breadthOf({ media = "", encoding }: OperationResponse): number {
  if (encoding === "bytes" && /\/octet-stream$|[/+]json$/.test(media)) return 2;
  return media.includes("*") ? (media.startsWith("*") ? 3 : 1) : 0;
}

/** The responses from which the runtime makes `Accept`. */
export function emittedResponses(
  context: EmitContext,
  operation: Operation,
): readonly OperationResponse[] {
  const errors = errorGroups(declaredErrors(context, operation)).flat();
  return [...successes(operation), ...errors.map(({ response }) => response)];
}

/**
 * Errors without a class that would otherwise be taken for the class of their range or of
 * `default`.
 */
function plainErrors(
  context: EmitContext,
  operation: Operation,
): readonly OperationResponse["status"][] {
  const classes = declaredErrors(context, operation).map(({ response }) => response.status);
  const errors = operation.responses.filter(({ isError }) => isError).map(({ status }) => status);
  return errors.filter(
    (status) =>
      !classes.includes(status) &&
      classes.some((other) => other === "default" || covers(String(other), status)),
  );
}

const DEFAULT_MEDIA = {
  json: "application/json",
  xml: "application/xml",
  text: "text/plain",
  bytes: "application/octet-stream",
};

function successExpression(context: EmitContext, response: OperationResponse): ResponseItem {
  const kind = reading(response);
  const status = statusLiteral(response.status);
  if (kind === "empty") return { one: call(context.runtime("empty"), [status]) };
  if (kind === "stream") return { one: streamExpression(context, response, status) };
  const media = mediaArgument(response, DEFAULT_MEDIA[kind]);
  if (kind === "xml") {
    const type = response.type ?? { kind: "unknown" };
    const of = schemaExpression({ context, side: "response" }, type);
    const root = { literal: rootLayout(context, type, response.xml) };
    return { spread: call(context.xml("xml"), [status, of, root, ...media]) };
  }
  if (kind !== "json") {
    const name = isByteStream(context, response) ? "byteStream" : kind;
    return { one: call(context.runtime(name), [status, ...media]) };
  }
  const typeContext: TypeContext = { context, side: "response" };
  const schema = schemaExpression(typeContext, response.type ?? { kind: "unknown" });
  return { one: call(context.runtime("json"), [status, schema, ...media]) };
}

/** Groups errors by class, schema and media type, in the order of the first of each. */
export function errorGroups(
  errors: readonly DeclaredError[],
): readonly (readonly [DeclaredError, ...DeclaredError[]])[] {
  const groups = new Map<string, [DeclaredError, ...DeclaredError[]]>();
  for (const error of errors) {
    const key = JSON.stringify([error.home, error.type, error.response.media]);
    const known = groups.get(key);
    if (known) known.push(error);
    else groups.set(key, [error]);
  }
  return [...groups.values()];
}

function errorExpression(
  context: EmitContext,
  { response, type, home }: DeclaredError,
): ResponseItem {
  const schema = schemaExpression({ context, side: "response" }, type);
  const args = [statusLiteral(response.status), context.home(home), schema];
  if (response.encoding === "xml") {
    const root = { literal: rootLayout(context, type, response.xml) };
    const other = mediaArgument(response, DEFAULT_MEDIA.xml);
    return { spread: call(context.xml("xmlError"), [...args, root, ...other]) };
  }
  if (response.media === PROBLEM) return { one: call(context.runtime("problemError"), args) };
  const media = mediaArgument(response, DEFAULT_MEDIA.json);
  return { one: call(context.runtime("jsonError"), [...args, ...media]) };
}

/** RFC 9457. */
const PROBLEM = "application/problem+json";

function statusLiteral(status: OperationResponse["status"]): string {
  return typeof status === "number" ? String(status) : stringLiteral(status);
}

function mediaArgument({ media }: OperationResponse, usual: string): readonly string[] {
  return media === undefined || media === usual ? [] : [stringLiteral(media)];
}

/**
 * The union of an operation's typed errors as a type argument, or `undefined` if there are none.
 */
export function errorsArgument(context: EmitContext, operation: Operation): Layout | undefined {
  const homes = declaredErrors(context, operation).map(({ home }) => context.home(home));
  return homes.length === 0 ? undefined : unionArgument(homes.map(asType));
}
