import type { Answer, Operation } from "../../model/types.js";
import type { Site } from "../docs/site.js";
import { Code, type Literal, fromJson, printLiteral } from "../example/literal.js";
import { arrayLiteral, call, objectLiteral, property } from "../print/expression.js";
import { type Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { external } from "../print/symbol.js";

/** The answer that an example gives: the first success, if any is declared. */
export function exampleAnswer(operation: Operation): Answer | undefined {
  const successes = operation.answers.filter((answer) => !answer.failure);
  return successes.find(({ status }) => typeof status === "number") ?? successes[0];
}

/** A status of an answer: of `4XX`, one that no other answer of the operation names. */
export function statusOf(operation: Operation, answer: Answer): number {
  if (typeof answer.status === "number") return answer.status;
  const first =
    answer.status === "default" ? (answer.failure ? "4" : "2") : answer.status.charAt(0);
  const named = new Set(operation.answers.map(({ status }) => status));
  const candidates =
    first === "2" ? [200, 201, 202] : [18, 0, 9, 10, 11].map((n) => Number(first) * 100 + n);
  return candidates.find((status) => !named.has(status)) ?? candidates[0] ?? 200;
}

/** `HttpResponse.json({ ... }, { status: 200 })`, with the answer's example. */
export function responseLayout(
  site: Site,
  operation: Operation,
  answer: Answer | undefined,
): Layout {
  const HttpResponse = external("HttpResponse", "msw");
  if (!answer) return ["new ", call(HttpResponse, ["null", { literal: init(204, undefined) }])];
  const status = statusOf(operation, answer);
  const bodiless =
    answer.encoding === "empty" || operation.method === "HEAD" || [204, 205, 304].includes(status);
  if (bodiless) return ["new ", call(HttpResponse, ["null", { literal: init(status, undefined) }])];
  const example = site.examples.answer(answer);
  if (answer.encoding === "json") {
    const media = isJson(answer.media) ? undefined : answer.media;
    return call(
      [HttpResponse, ".json"],
      [{ literal: literalLayout(fromJson(example)) }, { literal: init(status, media) }],
    );
  }
  const text = typeof example === "string" ? example : "<value>";
  return [
    "new ",
    call(HttpResponse, [stringLiteral(text), { literal: init(status, concrete(answer.media)) }]),
  ];
}

/** A value as a layout of the code printer. Objects take a line for each member. */
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

/** True for the type that `HttpResponse.json` sends by itself, and for ranges that it satisfies. */
function isJson(media: string | undefined): boolean {
  return media === undefined || media === "application/json" || media.includes("*");
}

function concrete(media: string | undefined): string {
  return media === undefined || media.includes("*") ? "application/octet-stream" : media;
}
