import type { Docs, Operation, Server } from "../../model/types.js";
import type { Plan } from "../../name/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { Context } from "../context.js";
import { type DeclaredError, declaredErrors } from "../models/errors.js";
import { PURE } from "../models/schema.js";
import { generic, unionArgument } from "../models/union-type.js";
import { type CodeFile, code, codeFile } from "../print/code-file.js";
import { type Comment, commentHeight, docComment } from "../print/comment.js";
import { arrayLiteral, arrowObject, assign, call, property } from "../print/expression.js";
import { docsTags, docsText } from "../print/field-comment.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { asType } from "../print/symbol.js";
import { type Paging, paging } from "./pages.js";
import {
  bodyExpression,
  listedParameters,
  parameterExpressions,
  notIdempotentExpression,
} from "./parameters.js";
import { isRequestOptional, requestSchema, requestShape, requestType } from "./request.js";
import { answerExpressions, errorGroups, errorsArgument } from "./response.js";
import { retryMembers } from "./retries.js";
import { isSecurityOfItsOwn, securityExpression } from "./security.js";

/** A function file is not longer than this; what a long description says beyond it is at the method. */
const MOST_LINES = 45;

/** Of which so many are neither imports nor comment. */
const MOST_CODE_LINES = 25;

/** One alone has no list. */
const FEWEST_LISTED = 2;

/** Lines of the document's words that a function keeps, however long its code is. */
const FEWEST_LINES = 1;

/** The file of an operation's standalone function. */
export function emitOperation(context: Context, operation: Operation): OutputFile {
  const whole = printed(context, operation, { comment: operationComment(context, operation) });
  const isListed = codeLines(whole) > MOST_CODE_LINES;
  const print = (comment: Comment): OutputFile =>
    printed(context, operation, { comment, isListed });
  const told = docsText(operation.docs);
  let shorter = isListed ? print(operationComment(context, operation)) : whole;
  // What is cut away may leave a paragraph's empty line behind, so the file is looked at and not the words.
  for (
    let lines = height(told) - over(shorter);
    lines >= FEWEST_LINES && over(shorter) > 0;
    lines--
  ) {
    shorter = print(operationComment(context, operation, shortened(told, lines)));
  }
  if (over(shorter) <= 0) return shorter;
  const least = told.length === 0 ? told : shortened(told, FEWEST_LINES);
  return print(operationComment(context, operation, least, true));
}

function over({ text }: OutputFile): number {
  return text.split("\n").length - 1 - MOST_LINES;
}

/** Imports and comment come first. */
function codeLines({ text }: OutputFile): number {
  return text.slice(text.indexOf("\nexport const ")).trim().split("\n").length;
}

/** The lines of a comment over several lines that hold no text. */
const FRAME = 2;

/** The beginning of texts, cut between words so that it takes so many lines of a comment. */
function shortened(texts: readonly string[], lines: number): readonly string[] {
  const [first = "", ...others] = texts;
  if (others.length > 0 && height([first]) + 2 <= lines) {
    return [first, ...shortened(others, lines - height([first]) - 1)];
  }
  const words = first.split(/(?<=\s)(?=\S)/);
  let [fitting, tooMany] = [1, words.length + 1];
  while (fitting + 1 < tooMany) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (height([beginning(words, middle)]) > lines) tooMany = middle;
    else fitting = middle;
  }
  return [beginning(words, fitting)];
}

function height(texts: readonly string[]): number {
  return commentHeight({ text: texts }) - FRAME;
}

function beginning(words: readonly string[], kept: number): string {
  const text = words.slice(0, kept).join("").trimEnd();
  return kept < words.length ? `${text} ...` : text;
}

interface Printing {
  readonly comment: Comment;
  /** True to list parameters and failures where there are two that differ in a name or a status only. */
  readonly isListed?: boolean;
}

function printed(context: Context, operation: Operation, printing: Printing): OutputFile {
  const file = codeFile(context.path(context.plan.operation(operation).func.file));
  emitFunction(context, file, operation, printing);
  return file.finish();
}

function emitFunction(
  context: Context,
  file: CodeFile,
  operation: Operation,
  { comment, isListed = false }: Printing,
): void {
  const name = context.home(context.plan.operation(operation).func);
  const pages = paging(context, operation);
  const make = context.runtime(pages ? "pagedOperation" : "operation");
  const members = specMembers(context, operation, {
    pages,
    parameters: (isListed ? listedParameters : parameterExpressions)(context, operation),
    answers: answerExpressions(context, operation, isListed ? FEWEST_LISTED : undefined),
  });
  const left: Layout = ["export const ", name, ": ", operationType(context, operation, pages)];
  const spec = call(make, [arrowObject(members, { broken: true })]);
  file.print(code`
    ${docComment(comment)}
    ${assign(left, " =", [PURE, spec])};
  `);
}

function operationType(context: Context, operation: Operation, pages: Paging | undefined): Layout {
  const shape = requestShape(context, operation);
  const request = requestType(context, operation, shape);
  const errors = errorsArgument(context, operation);
  return generic(context.runtimeType(pages ? "PagedOperation" : "Operation"), [
    isRequestOptional(shape) ? unionArgument([request, "void"]) : request,
    asType(context.home(context.plan.operation(operation).response)),
    ...(pages ? [pages.item] : []),
    ...(errors === undefined ? [] : [errors]),
  ]);
}

interface Parts {
  readonly pages: Paging | undefined;
  readonly parameters: readonly Layout[];
  readonly answers: readonly Layout[];
}

function specMembers(
  context: Context,
  operation: Operation,
  { pages, parameters, answers }: Parts,
): readonly Layout[] {
  const { id, method, path, security, servers, retries } = operation;
  const shape = requestShape(context, operation);
  const whole = requestSchema(context, operation, shape);
  // Members that may all be left out make an empty request; a body that may be left out makes none.
  const isAbsent = whole !== undefined && shape.kind === "body" && isRequestOptional(shape);
  const request = isAbsent ? call(context.schema("optional"), [whole]) : whole;
  const body = bodyExpression(context, operation);
  const notIdempotentWhen = notIdempotentExpression(context, operation);
  return [
    property("id", stringLiteral(id)),
    property("method", stringLiteral(method)),
    property("path", stringLiteral(path)),
    ...(request === undefined ? [] : [property("request", request)]),
    ...(parameters.length === 0 ? [] : [property("parameters", arrayLiteral(parameters))]),
    ...(body === undefined ? [] : [property("body", body)]),
    property("responses", arrayLiteral(answers)),
    ...(isSecurityOfItsOwn(context, security)
      ? [property("security", securityExpression(context, security))]
      : []),
    ...(servers && servers.length > 0 ? [property("servers", serverList(servers))] : []),
    ...retryMembers(retries, context.api.retries),
    ...(notIdempotentWhen === undefined ? [] : [property("notIdempotentWhen", notIdempotentWhen)]),
    ...(pages ? [property("pages", pages.pager)] : []),
  ];
}

/** Servers of an operation; their variables are settled, since clients have options for those of the API only. */
function serverList(servers: readonly Server[]): Layout {
  return arrayLiteral(servers.map((server) => stringLiteral(settled(server))));
}

function settled({ url, variables }: Server): string {
  return variables.reduce(
    (text, variable) => text.replaceAll(`{${variable.name}}`, variable.default),
    url,
  );
}

/** What is said about an operation at its function and its method; `text` stands in for the document's words. */
export function operationComment(
  context: Context,
  operation: Operation,
  text: readonly string[] = docsText(operation.docs),
  isBrief = false,
): Comment {
  const { method, path } = operation;
  return {
    text: [...text, errorsText(declaredErrors(context, operation), isBrief)],
    tags: [...docsTags(operationDocs(context, operation)), ["see", `${method} ${path}`]],
  };
}

/** The docs of an operation, with what to call in its place where it is deprecated. */
export function operationDocs(
  { api, plan }: Pick<Context, "api" | "plan">,
  { docs, replacement }: Operation,
): Docs {
  const other = replacement && api.operations.find(({ id }) => id === replacement);
  if (!other) return docs;
  const use = `Use \`${methodPath(plan, other)}\`, or the function \`${plan.operation(other).func.name}\`, instead.`;
  return { ...docs, deprecated: [docs.deprecated, use].filter(Boolean).join(" ") };
}

/** How a method is called: `sdk.connections.list`, or with another variable in front. */
export function methodPath(plan: Plan, operation: Operation, client = "sdk"): string {
  const groups = operation.group.map(
    (_, index, path) => plan.group(path.slice(0, index + 1)).property,
  );
  return [client, ...groups, plan.operation(operation).method].join(".");
}

/** One line for each class, or all in one paragraph. */
function errorsText(errors: readonly DeclaredError[], isBrief: boolean): string | undefined {
  if (errors.length === 0) return undefined;
  if (isBrief) {
    const names = errorGroups(errors).map(([{ home }]) => `{@link ${home.name}}`);
    return `Errors: ${names.join(", ")}`;
  }
  const items = errorGroups(errors).map((group) => {
    const [{ answer, home }] = group;
    const statuses = group.map((error) => error.answer.status).join(", ");
    return `- {@link ${home.name}} ${statuses}, ${answer.media ?? ""}`;
  });
  return ["Errors:", ...items].join("\n");
}
