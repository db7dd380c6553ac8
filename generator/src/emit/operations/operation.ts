import type { Docs, Operation, Server } from "../../model/types.js";
import type { Names } from "../../name/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { EmitContext } from "../context.js";
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
import { type Paginator, paginator } from "./pagination.js";
import {
  bodyExpression,
  listedParameters,
  parameterExpressions,
  notIdempotentExpression,
} from "./parameters.js";
import { isRequestOptional, requestSchema, requestShape, requestType } from "./request.js";
import { responseExpressions, errorGroups, errorsArgument } from "./response.js";
import { retryMembers } from "./retries.js";
import { isSecurityOfItsOwn, securityExpression } from "./security.js";

/** The maximum length of a function file. The method has the whole description. */
const MOST_LINES = 45;

/** The maximum length without imports and comment. */
const MOST_CODE_LINES = 25;

/** A single item is not listed. */
const FEWEST_LISTED = 2;

/** The lines of the description that a function keeps in any case. */
const FEWEST_LINES = 1;

/** The file of an operation's standalone function. */
export function emitOperation(context: EmitContext, operation: Operation): OutputFile {
  const whole = printed(context, operation, { comment: operationComment(context, operation) });
  const isListed = codeLines(whole) > MOST_CODE_LINES;
  const print = (comment: Comment): OutputFile =>
    printed(context, operation, { comment, isListed });
  const description = docsText(operation.docs);
  let shorter = isListed ? print(operationComment(context, operation)) : whole;
  // Cutting may leave the blank line of a paragraph behind, so the file is measured and not the
  // description.
  for (
    let lines = height(description) - over(shorter);
    lines >= FEWEST_LINES && over(shorter) > 0;
    lines--
  ) {
    shorter = print(operationComment(context, operation, shortened(description, lines)));
  }
  if (over(shorter) <= 0) return shorter;
  const least = description.length === 0 ? description : shortened(description, FEWEST_LINES);
  return print(operationComment(context, operation, least, true));
}

function over({ text }: OutputFile): number {
  return text.split("\n").length - 1 - MOST_LINES;
}

/** Imports and comment come first. */
function codeLines({ text }: OutputFile): number {
  return text.slice(text.indexOf("\nexport const ")).trim().split("\n").length;
}

/** The first and last line of a comment. */
const FRAME = 2;

/**
 * The start of a description, cut between words so that it takes at most so many lines of a
 * comment.
 */
function shortened(paragraphs: readonly string[], lines: number): readonly string[] {
  const [first = "", ...others] = paragraphs;
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

function height(paragraphs: readonly string[]): number {
  return commentHeight({ text: paragraphs }) - FRAME;
}

function beginning(words: readonly string[], kept: number): string {
  const text = words.slice(0, kept).join("").trimEnd();
  return kept < words.length ? `${text} ...` : text;
}

interface FunctionLayout {
  readonly comment: Comment;
  /** True to list parameters and errors that differ only in a name or a status. */
  readonly isListed?: boolean;
}

function printed(context: EmitContext, operation: Operation, printing: FunctionLayout): OutputFile {
  const file = codeFile(context.path(context.names.operation(operation).func.file));
  emitFunction(context, file, operation, printing);
  return file.finish();
}

function emitFunction(
  context: EmitContext,
  file: CodeFile,
  operation: Operation,
  { comment, isListed = false }: FunctionLayout,
): void {
  const name = context.home(context.names.operation(operation).func);
  const pages = paginator(context, operation);
  const make = context.runtime(pages ? "pagedOperation" : "operation");
  const members = specMembers(context, operation, {
    pages,
    parameters: (isListed ? listedParameters : parameterExpressions)(context, operation),
    responses: responseExpressions(context, operation, isListed ? FEWEST_LISTED : undefined),
  });
  const left: Layout = ["export const ", name, ": ", operationType(context, operation, pages)];
  const spec = call(make, [arrowObject(members, { broken: true })]);
  file.print(code`
    ${docComment(comment)}
    ${assign(left, " =", [PURE, spec])};
  `);
}

function operationType(
  context: EmitContext,
  operation: Operation,
  pages: Paginator | undefined,
): Layout {
  const shape = requestShape(context, operation);
  const request = requestType(context, operation, shape);
  const errors = errorsArgument(context, operation);
  return generic(context.runtimeType(pages ? "PagedOperation" : "Operation"), [
    isRequestOptional(shape) ? unionArgument([request, "void"]) : request,
    asType(context.home(context.names.operation(operation).response)),
    ...(pages ? [pages.item] : []),
    ...(errors === undefined ? [] : [errors]),
  ]);
}

interface SpecParts {
  readonly pages: Paginator | undefined;
  readonly parameters: readonly Layout[];
  readonly responses: readonly Layout[];
}

function specMembers(
  context: EmitContext,
  operation: Operation,
  { pages, parameters, responses }: SpecParts,
): readonly Layout[] {
  const { id, method, path, security, servers, retries } = operation;
  const shape = requestShape(context, operation);
  const whole = requestSchema(context, operation, shape);
  // Optional members make an empty request. An optional body makes none.
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
    property("responses", arrayLiteral(responses)),
    ...(isSecurityOfItsOwn(context, security)
      ? [property("security", securityExpression(context, security))]
      : []),
    ...(servers && servers.length > 0 ? [property("servers", serverList(servers))] : []),
    ...retryMembers(retries, context.api.retries),
    ...(notIdempotentWhen === undefined ? [] : [property("notIdempotentWhen", notIdempotentWhen)]),
    ...(pages ? [property("pages", pages.pager)] : []),
  ];
}

/**
 * The servers of an operation, with the default values of their variables: clients only have
 * options for the servers of the API.
 */
function serverList(servers: readonly Server[]): Layout {
  return arrayLiteral(servers.map((server) => stringLiteral(settled(server))));
}

function settled({ url, variables }: Server): string {
  return variables.reduce(
    (text, variable) => text.replaceAll(`{${variable.name}}`, variable.default),
    url,
  );
}

/**
 * The comment of an operation's function and method. `text` replaces the description of the
 * document.
 */
export function operationComment(
  context: EmitContext,
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

/** The docs of an operation, with its replacement if it is deprecated. */
export function operationDocs(
  { api, names }: Pick<EmitContext, "api" | "names">,
  { docs, replacement }: Operation,
): Docs {
  const other = replacement && api.operations.find(({ id }) => id === replacement);
  if (!other) return docs;
  const use = `Use \`${methodPath(names, other)}\`, or the function \`${names.operation(other).func.name}\`, instead.`;
  return { ...docs, deprecated: [docs.deprecated, use].filter(Boolean).join(" ") };
}

/** The path of a method: `sdk.connections.list`, or with the given variable in front. */
export function methodPath(names: Names, operation: Operation, client = "sdk"): string {
  const groups = operation.group.map(
    (_, index, path) => names.group(path.slice(0, index + 1)).property,
  );
  return [client, ...groups, names.operation(operation).method].join(".");
}

/** A line for each class, or all classes in one paragraph. */
function errorsText(errors: readonly DeclaredError[], isBrief: boolean): string | undefined {
  if (errors.length === 0) return undefined;
  if (isBrief) {
    const names = errorGroups(errors).map(([{ home }]) => `{@link ${home.name}}`);
    return `Errors: ${names.join(", ")}`;
  }
  const items = errorGroups(errors).map((group) => {
    const [{ response, home }] = group;
    const statuses = group.map((error) => error.response.status).join(", ");
    return `- {@link ${home.name}} ${statuses}, ${response.media ?? ""}`;
  });
  return ["Errors:", ...items].join("\n");
}
