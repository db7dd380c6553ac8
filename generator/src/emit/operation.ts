import type { Operation, Server } from "../model/types.js";
import { type CodeFile, code, codeFile } from "./code-file.js";
import { type Comment, commentHeight, docComment } from "./comment.js";
import type { Context } from "./context.js";
import { arrayLiteral, arrowObject, assign, call, property } from "./expression.js";
import { docsTags, docsText } from "./field-comment.js";
import type { Layout } from "./layout.js";
import { stringLiteral } from "./literal.js";
import { PURE } from "./model.js";
import type { OutputFile } from "./options.js";
import { type Paging, paging } from "./pages.js";
import { bodyExpression, parameterExpressions, unsafeExpression } from "./parameters.js";
import { isRequestOptional, requestSchema, requestShape, requestType } from "./request.js";
import { answerExpressions, declaredErrors, errorsArgument } from "./response.js";
import { retryMembers } from "./retries.js";
import { isSecurityOfItsOwn, securityExpression } from "./security.js";
import { asType } from "./symbol.js";
import { generic, unionArgument } from "./ts-type.js";

/** A function file is not longer than this; what a long description says beyond it is at the method. */
const MOST_LINES = 45;

/** The file of an operation's standalone function. */
export function emitOperation(context: Context, operation: Operation): OutputFile {
  const path = context.path(context.plan.operation(operation).func.file);
  const short = printed(context, path, operation, operationComment(context, operation, 0));
  const left = MOST_LINES - (short.text.split("\n").length - 1);
  const bare = commentHeight(operationComment(context, operation, 0));
  const fitting = docsText(operation.docs)
    .map((_, index, { length }) => operationComment(context, operation, length - index))
    .find((comment) => commentHeight(comment) - bare <= left);
  return fitting ? printed(context, path, operation, fitting) : short;
}

function printed(
  context: Context,
  path: string,
  operation: Operation,
  comment: Comment,
): OutputFile {
  const file = codeFile(path);
  emitFunction(context, file, operation, comment);
  return file.finish();
}

function emitFunction(
  context: Context,
  file: CodeFile,
  operation: Operation,
  comment: Comment,
): void {
  const name = context.home(context.plan.operation(operation).func);
  const pages = paging(context, operation);
  const make = context.runtime(pages ? "pagedOperation" : "operation");
  const spec = call(make, [arrowObject(specMembers(context, operation, pages), { broken: true })]);
  const left: Layout = ["export const ", name, ": ", operationType(context, operation, pages)];
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

function specMembers(
  context: Context,
  operation: Operation,
  pages: Paging | undefined,
): readonly Layout[] {
  const { id, method, path, security, servers, retries } = operation;
  const parameters = parameterExpressions(context, operation);
  const request = requestSchema(context, operation, requestShape(context, operation));
  const body = bodyExpression(context, operation);
  const unsafe = unsafeExpression(context, operation);
  return [
    property("id", stringLiteral(id)),
    property("method", stringLiteral(method)),
    property("path", stringLiteral(path)),
    ...(request === undefined ? [] : [property("request", request)]),
    ...(parameters.length === 0 ? [] : [property("parameters", arrayLiteral(parameters))]),
    ...(body === undefined ? [] : [property("body", body)]),
    property("answers", arrayLiteral(answerExpressions(context, operation))),
    ...(isSecurityOfItsOwn(context, security)
      ? [property("security", securityExpression(context, security))]
      : []),
    ...(servers && servers.length > 0 ? [property("servers", serverList(servers))] : []),
    ...retryMembers(retries),
    ...(unsafe === undefined ? [] : [property("unsafe", unsafe)]),
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

/** What is said about an operation at its function and its method; `texts` limits how much of the document's words. */
export function operationComment(
  context: Context,
  operation: Operation,
  texts: number = Infinity,
): Comment {
  const { docs, method, path } = operation;
  const told = docsText(docs);
  const text = told.slice(0, texts);
  const errors = declaredErrors(context, operation).map(
    ({ answer, home }) => `- {@link ${home.name}} ${answer.status}, ${answer.media ?? ""}`,
  );
  return {
    text: [...text, errors.length > 0 ? ["Errors:", ...errors].join("\n") : undefined],
    tags: [...docsTags(docs), ["see", `${method} ${path}`]],
  };
}
