import { covers } from "../../model/status.js";
import type { Answer, Operation } from "../../model/types.js";
import type { Context } from "../context.js";
import { type DeclaredError, declaredErrors } from "../models/errors.js";
import { schemaExpression } from "../models/schema.js";
import { type Place, arms } from "../models/ts-type.js";
import { unionArgument, unionLayout } from "../models/union-type.js";
import { arrayLiteral, arrow, call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { asType, platform } from "../print/symbol.js";

/** The answers that are successes. Where the document names none, any 2xx without a body is one. */
export function successes({ answers }: Operation): readonly Answer[] {
  const found = answers.filter((answer) => !answer.failure);
  if (found.length > 0) return found;
  const docs = {};
  return [
    { status: "2XX", media: undefined, encoding: "empty", headers: [], failure: false, docs },
  ];
}

/** How a body is handed to the caller: XML and other text as text, what nobody can read as octets. */
function reading({ encoding, media = "" }: Answer): "json" | "text" | "bytes" | "empty" {
  if (encoding === "events") return "text";
  if (encoding !== "unsupported") return encoding;
  return /^text\/|[/+](?:xml|yaml|json|csv|javascript)\b|jsonl|ndjson/.test(media)
    ? "text"
    : "bytes";
}

function valueArms(place: Place, answer: Answer): readonly Layout[] {
  const kind = reading(answer);
  switch (kind) {
    case "json":
      return arms(place, answer.type ?? { kind: "unknown" });
    case "text":
      return ["string"];
    case "bytes":
      return [platform("Uint8Array")];
    case "empty":
      return ["void"];
    default:
      return kind satisfies never;
  }
}

/** The type of what an operation answers: one type, or a union where several answers are successes. */
export function responseType(context: Context, operation: Operation): Layout {
  const place: Place = { context, side: "response" };
  return unionLayout(successes(operation).flatMap((answer) => valueArms(place, answer)));
}

/**
 * The `answers` of an operation: how each status and media type is read. So many failures of one class, or more, are
 * listed.
 */
export function answerExpressions(
  context: Context,
  operation: Operation,
  fewestListed: number = FEWEST_LISTED,
): readonly Layout[] {
  return [
    ...successes(operation).map((answer) => successExpression(context, answer)),
    ...errorGroups(declaredErrors(context, operation)).flatMap((errors) =>
      errorExpressions(context, errors, fewestListed),
    ),
    ...plainExpressions(context, plainFailures(context, operation), fewestListed),
  ];
}

/** Failures without a class that would be taken for the class of their range or of `default`. */
function plainFailures(context: Context, operation: Operation): readonly Answer["status"][] {
  const classes = declaredErrors(context, operation).map(({ answer }) => answer.status);
  const failures = operation.answers.filter(({ failure }) => failure).map(({ status }) => status);
  return failures.filter(
    (status) =>
      !classes.includes(status) &&
      classes.some((other) => other === "default" || covers(String(other), status)),
  );
}

const DEFAULT_MEDIA = {
  json: "application/json",
  text: "text/plain",
  bytes: "application/octet-stream",
};

function successExpression(context: Context, answer: Answer): Layout {
  const kind = reading(answer);
  const status = statusLiteral(answer.status);
  if (kind === "empty") return call(context.runtime("empty"), [status]);
  const media = mediaArgument(answer, DEFAULT_MEDIA[kind]);
  if (kind !== "json") return call(context.runtime(kind), [status, ...media]);
  const place: Place = { context, side: "response" };
  const schema = schemaExpression(place, answer.type ?? { kind: "unknown" });
  return call(context.runtime("json"), [status, schema, ...media]);
}

/** Errors of one class, schema and media type together, in the order of the first of each. */
export function errorGroups(
  errors: readonly DeclaredError[],
): readonly (readonly [DeclaredError, ...DeclaredError[]])[] {
  const groups = new Map<string, [DeclaredError, ...DeclaredError[]]>();
  for (const error of errors) {
    const key = JSON.stringify([error.home, error.type, error.answer.media]);
    const known = groups.get(key);
    if (known) known.push(error);
    else groups.set(key, [error]);
  }
  return [...groups.values()];
}

/** With fewer answers than this, a line for each is easier to read. */
const FEWEST_LISTED = 3;

function errorExpressions(
  context: Context,
  errors: readonly [DeclaredError, ...DeclaredError[]],
  fewestListed: number,
): readonly Layout[] {
  const statuses = errors.map(({ answer }) => statusLiteral(answer.status));
  const isListed =
    errors.length >= fewestListed &&
    errors.every(({ answer }) => typeof answer.status === "number");
  if (!isListed) return statuses.map((status) => errorExpression(context, errors[0], status));
  const each = arrow(errorExpression(context, errors[0], "status"), "(status)");
  return [["...", call([arrayLiteral(statuses), ".map"], [each])]];
}

function plainExpressions(
  context: Context,
  statuses: readonly Answer["status"][],
  fewestListed: number,
): readonly Layout[] {
  const expressions = statuses.map(statusLiteral);
  if (statuses.length >= fewestListed && statuses.every((status) => typeof status === "number")) {
    const list = arrayLiteral(expressions);
    return [["...", call([list, ".map"], [context.runtime("apiError")])]];
  }
  return expressions.map((status) => call(context.runtime("apiError"), [status]));
}

function errorExpression(
  context: Context,
  { answer, type, home }: DeclaredError,
  status: string,
): Layout {
  const schema = schemaExpression({ context, side: "response" }, type);
  const args = [status, context.home(home), schema];
  if (answer.media === PROBLEM) return call(context.runtime("problemError"), args);
  const media = mediaArgument(answer, DEFAULT_MEDIA.json);
  return call(context.runtime("jsonError"), [...args, ...media]);
}

/** RFC 9457. */
const PROBLEM = "application/problem+json";

function statusLiteral(status: Answer["status"]): string {
  return typeof status === "number" ? String(status) : stringLiteral(status);
}

function mediaArgument({ media }: Answer, usual: string): readonly string[] {
  return media === undefined || media === usual ? [] : [stringLiteral(media)];
}

/** The union of an operation's typed errors as a type argument, `undefined` where there are none. */
export function errorsArgument(context: Context, operation: Operation): Layout | undefined {
  const homes = declaredErrors(context, operation).map(({ home }) => context.home(home));
  return homes.length === 0 ? undefined : unionArgument(homes.map(asType));
}
