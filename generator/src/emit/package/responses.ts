import { classOf } from "../../model/status.js";
import { isStream } from "../operations/streams.js";
import type { OperationResponse, Operation } from "../../model/types.js";
import type { DocsSite } from "../docs/site.js";
import { Code, type Literal, fromJson, printLiteral } from "../example/literal.js";
import { rootLayout } from "../models/xml.js";
import { arrayLiteral, call, objectLiteral, property } from "../print/expression.js";
import { type Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { external } from "../print/symbol.js";

/**
 * The response of the handlers: the first success, if any is declared. Redirects are followed, so
 * that other responses come first.
 */
export function exampleResponse(operation: Operation): OperationResponse | undefined {
  const all = operation.responses.filter((response) => !response.isError);
  const final = all.filter(({ status }) => classOf(status) !== 3);
  const successes = final.length > 0 ? final : all;
  return successes.find(({ status }) => typeof status === "number") ?? successes[0];
}

/**
 * A status for a response. For a range such as `4XX`, one that no other response of the operation
 * has. A redirect that is a success is followed, so that the client sees the status behind it.
 */
export function statusOf(operation: Operation, response: OperationResponse): number {
  if (!response.isError && classOf(response.status) === 3) return 200;
  if (typeof response.status === "number") return response.status;
  const first =
    response.status === "default" ? (response.isError ? "4" : "2") : response.status.charAt(0);
  const named = new Set(operation.responses.map(({ status }) => status));
  const candidates =
    first === "2" ? [200, 201, 202] : [18, 0, 9, 10, 11].map((n) => Number(first) * 100 + n);
  return candidates.find((status) => !named.has(status)) ?? candidates[0] ?? 200;
}

/** `HttpResponse.json({ ... }, { status: 200 })`, with the example of the response. */
export function responseLayout(
  site: DocsSite,
  operation: Operation,
  response: OperationResponse | undefined,
): Layout {
  const HttpResponse = external("HttpResponse", "msw");
  if (!response) return ["new ", call(HttpResponse, ["null", { literal: init(204, undefined) }])];
  const status = statusOf(operation, response);
  const bodiless =
    response.encoding === "empty" ||
    operation.method === "HEAD" ||
    [204, 205, 304].includes(status);
  if (bodiless) return ["new ", call(HttpResponse, ["null", { literal: init(status, undefined) }])];
  const example = site.context.examples.response(response);
  if (response.encoding === "json") {
    const media = isJson(response.media) ? undefined : response.media;
    return call(
      [HttpResponse, ".json"],
      [{ literal: literalLayout(fromJson(example)) }, { literal: init(status, media) }],
    );
  }
  if (response.encoding === "xml") {
    const root = rootLayout(site.context, response.type ?? { kind: "unknown" }, response.xml);
    const written = call(site.context.xml("writeXML"), [
      literalLayout(fromJson(example)),
      { literal: root },
    ]);
    return ["new ", call(HttpResponse, [written, { literal: init(status, response.media) }])];
  }
  const text = isStream(response)
    ? streamText(response, example)
    : typeof example === "string"
      ? example
      : "<value>";
  return [
    "new ",
    call(HttpResponse, [stringLiteral(text), { literal: init(status, concrete(response.media)) }]),
  ];
}

/** A stream of one item. */
function streamText({ encoding, events, type }: OperationResponse, example: unknown): string {
  if (encoding === "lines") return `${JSON.stringify(example)}\n`;
  const fields =
    type === undefined || events?.flat ? { data: example } : (Object(example) as object);
  const lines = Object.entries(fields).map(([name, value]) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "<value>");
    return `${name}: ${text.replaceAll("\n", "\ndata: ")}\n`;
  });
  const hasData = lines.some((line) => line.startsWith("data:"));
  return `${lines.join("")}${hasData ? "" : "data: {}\n"}\n`;
}

/** A value as a layout. Objects have a line for each member. */
export function literalLayout(value: Literal): Layout {
  if (value instanceof Code) return value.text;
  if (value instanceof Map) {
    return objectLiteral(
      [...value].map(([key, member]) => property(key, literalLayout(member))),
      { broken: true },
    );
  }
  return Array.isArray(value) ? arrayLiteral(value.map(literalLayout)) : printLiteral(value);
}

function init(status: number, media: string | undefined): Layout {
  const headers =
    media === undefined
      ? []
      : [property("headers", objectLiteral([property("content-type", stringLiteral(media))]))];
  return objectLiteral([property("status", String(status)), ...headers]);
}

/**
 * True for the media type that `HttpResponse.json` sends by default, and for ranges that include
 * it.
 */
function isJson(media: string | undefined): boolean {
  return media === undefined || media === "application/json" || media.includes("*");
}

/** A media type of a range: a response has one, and `image/*` accepts no other. */
function concrete(media = "*/*"): string {
  if (!media.includes("*")) return media;
  const [type = "*"] = media.split("/");
  return `${type.replace("*", "application")}/${SUBTYPES[type] ?? "octet-stream"}`;
}

const SUBTYPES: Readonly<Record<string, string>> = {
  audio: "mpeg",
  image: "png",
  text: "plain",
  video: "mp4",
};
