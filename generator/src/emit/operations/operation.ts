import { hasOwnOptions } from "../../model/operation-facts.js";
import type { Docs, Operation, Server } from "../../model/types.js";
import type { Names } from "../../name/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { EmitContext } from "../context.js";
import { type DeclaredError, declaredErrors } from "../models/errors.js";
import { generic, unionArgument } from "../types/union-type.js";
import { code, codeFile } from "../print/code-file.js";
import { type Comment, docComment } from "../print/comment.js";
import { PURE, arrayLiteral, arrowObject, assign, call, property } from "../print/expression.js";
import { docsTags, docsText, inlineCode } from "../print/field-comment.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { asType } from "../print/symbol.js";
import { acceptMember } from "./accept.js";
import { optionsType } from "./call-options.js";
import { idempotentMembers, idempotentText } from "./idempotent.js";
import { type Paginator, paginator } from "./pagination.js";
import { bodyExpression, parameterExpressions } from "./parameters.js";
import { isRequestOptional, requestSchema, requestShape, requestType } from "./request.js";
import {
  emittedResponses,
  errorGroups,
  errorsArgument,
  otherTypes,
  responsesExpression,
} from "./response.js";
import { inspectable, inspectedHeaders } from "./response-headers.js";
import { retryMembers } from "./retries.js";
import { itemTypes, streamFlag, streamsOf } from "./streams.js";
import { isSecurityOfItsOwn, securityExpression } from "./security.js";

/** The file of an operation's standalone function. */
export function emitOperation(context: EmitContext, operation: Operation): OutputFile {
  const { func, security } = context.names.operation(operation);
  const name = context.home(func);
  const pages = paginator(context, operation);
  const make = context.runtime(pages ? "pagedOperation" : "operation");
  const members = specMembers(context, operation, pages);
  const left: Layout = ["export const ", name, ": ", operationType(context, operation, pages)];
  const spec = call(make, [arrowObject(members, { broken: true })]);
  const run = inspectable(context, operation, spec);
  // Formatters break a type within a type first.
  const secured = security !== undefined;
  const file = codeFile(context.path(func.file));
  file.print(code`
    ${docComment(operationComment(context, operation))}
    ${assign(left, " =", [PURE, withSecurity(context, operation, run)], secured)};
  `);
  return file.finish();
}

/** Lets the function take the credentials of its call, if they are an argument. */
function withSecurity(context: EmitContext, operation: Operation, run: Layout): Layout {
  const { security } = context.names.operation(operation);
  return security ? call(context.runtime("withSecurity"), [[PURE, run]]) : run;
}

function operationType(
  context: EmitContext,
  operation: Operation,
  pages: Paginator | undefined,
): Layout {
  const { security } = context.names.operation(operation);
  const plain = typeWithoutSecurity(context, operation, pages);
  if (!security) return plain;
  return generic(context.runtimeType("OperationWithSecurity"), [
    asType(context.home(security)),
    plain,
  ]);
}

function typeWithoutSecurity(
  context: EmitContext,
  operation: Operation,
  pages: Paginator | undefined,
): Layout {
  const shape = requestShape(context, operation);
  const request = requestType(context, operation, shape);
  const errors = errorsArgument(context, operation);
  const options = hasOwnOptions(operation) ? [optionsType(context, operation)] : [];
  const headers = inspectedHeaders(context, operation);
  const own: readonly Layout[] = headers ? [asType(headers), ...options] : options;
  if (!pages && streamsOf(operation).length > 0)
    return streamType(
      context,
      operation,
      isRequestOptional(shape) ? unionArgument([request, "void"]) : request,
    );
  const kind = pages ? "PagedOperation" : "Operation";
  const extension = headers ? "WithHeaders" : options.length > 0 ? "WithOptions" : "";
  return generic(context.runtimeType(kind + extension), [
    isRequestOptional(shape) ? unionArgument([request, "void"]) : request,
    asType(context.home(context.names.operation(operation).response)),
    ...(pages ? [pages.item] : []),
    ...(errors === undefined && own.length === 0 ? [] : [errors ?? "never"]),
    ...own,
  ]);
}

/** The type of a function whose value is a stream. */
function streamType(context: EmitContext, operation: Operation, request: Layout): Layout {
  const errors = errorsArgument(context, operation);
  const other = otherTypes(context, operation);
  const options = hasOwnOptions(operation) ? [optionsType(context, operation)] : [];
  const flag = streamFlag(context, operation);
  const items = itemTypes(context, operation);
  const headers = inspectedHeaders(context, operation);
  if (headers && !flag)
    return generic(context.runtimeType("OperationWithHeaders"), [
      request,
      unionArgument([
        generic(context.runtimeType("ResultStream"), [items]),
        ...(other === undefined ? [] : [other]),
      ]),
      errors ?? "never",
      asType(headers),
      ...options,
    ]);
  if (flag)
    return generic(context.runtimeType(`StreamableOperation${headers ? "WithHeaders" : ""}`), [
      request,
      items,
      errors ?? "never",
      other ?? "never",
      flag.streamed,
      flag.whole,
      ...(headers ? [asType(headers)] : []),
      ...options,
    ]);
  const rest: readonly Layout[] = [errors ?? "never", other ?? "never", ...options];
  const isPlain = errors === undefined && other === undefined && options.length === 0;
  const isTyped = other === undefined && options.length === 0;
  return generic(context.runtimeType("StreamOperation"), [
    request,
    items,
    ...(isPlain ? [] : isTyped ? rest.slice(0, 1) : rest),
  ]);
}

function specMembers(
  context: EmitContext,
  operation: Operation,
  pages: Paginator | undefined,
): readonly Layout[] {
  const { id, method, path, security, servers, retries } = operation;
  const shape = requestShape(context, operation);
  const whole = requestSchema(context, operation, shape);
  // Optional members make an empty request. An optional body makes none.
  const isAbsent = whole !== undefined && shape.kind === "body" && isRequestOptional(shape);
  const request = isAbsent ? call(context.schema("optional"), [whole]) : whole;
  const parameters = parameterExpressions(context, operation);
  const body = bodyExpression(context, operation);
  return [
    property("id", stringLiteral(id)),
    property("method", methodLayout(method)),
    property("path", stringLiteral(path)),
    ...(request === undefined ? [] : [property("request", request)]),
    ...(parameters.length === 0 ? [] : [property("parameters", arrayLiteral(parameters))]),
    ...(body === undefined ? [] : [property("body", body)]),
    property("responses", responsesExpression(context, operation)),
    ...acceptMember(context, operation, emittedResponses(context, operation)),
    ...(isSecurityOfItsOwn(context, security)
      ? [property("security", securityExpression(context, security))]
      : []),
    ...(servers && servers.length > 0 ? [property("servers", serverList(servers))] : []),
    ...retryMembers(retries, context.api.retries),
    ...idempotentMembers(context, operation),
    ...(pages ? [property("pages", pages.pager)] : []),
  ];
}

/** Methods are in capitals, but for those that a document spells differently. */
function methodLayout(method: string): Layout {
  const capitals = method.toUpperCase();
  const literal = stringLiteral(method);
  return method === capitals ? literal : [literal, " as ", stringLiteral(capitals)];
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
    (text, variable) =>
      text.replaceAll(`{${variable.name}}`, variable.default ?? `{${variable.name}}`),
    url,
  );
}

/** The comment of an operation's function and method. */
export function operationComment(context: EmitContext, operation: Operation): Comment {
  const { method, path } = operation;
  return {
    text: [
      ...docsText(operation.docs),
      idempotentText(context, operation, inlineCode),
      errorsText(declaredErrors(context, operation)),
    ],
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

/** A line for each error class. */
function errorsText(errors: readonly DeclaredError[]): string | undefined {
  if (errors.length === 0) return undefined;
  const items = errorGroups(errors).map((group) => {
    const [{ response, home }] = group;
    const statuses = group.map((error) => error.response.status).join(", ");
    return `- {@link ${home.name}} ${statuses}, ${response.media ?? ""}`;
  });
  return ["Errors:", ...items].join("\n");
}
