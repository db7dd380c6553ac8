import type { Operation } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { printLiteral } from "../example/literal.js";
import { generic } from "../types/union-type.js";
import { code } from "../print/code-file.js";
import { type Comment, docComment } from "../print/comment.js";
import { call } from "../print/expression.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { type CodeSymbol, asType } from "../print/symbol.js";
import { methodPath, operationComment } from "./operation.js";
import { credentialsParameter } from "./own-credentials.js";
import { type Paginator, paginator } from "./pagination.js";
import { positionalMembers, positionalMethod } from "./positional.js";
import { inspectedHeaders } from "./response-headers.js";
import { isRequestOptional, requestShape, requestType } from "./request.js";
import { otherTypes } from "./response.js";
import { itemTypes, streamFlag, streamsOf } from "./streams.js";
import { type Method, type MethodParameter, requestOptions, signature } from "./signature.js";

/** The method of an operation, which throws the errors that its function returns. */
export function emitMethod(
  context: EmitContext,
  operation: Operation,
  client: "this" | "this.core",
): Layout {
  const method = methodOf(context, operation, client);
  const shape = requestShape(context, operation);
  const comment = docComment(methodComment(context, operation));
  const credentials = credentialsParameter(context, operation);
  const each = positionalMembers(context, operation);
  if (each)
    return [
      comment ?? "",
      hardline,
      positionalMethod(context, method, each, requestOptions(context, operation)),
    ];
  const takes = shape.kind !== "none";
  const parameters: readonly MethodParameter[] = takes
    ? [
        ...credentials,
        { name: "request", optional: method.isOptional, type: method.request },
        requestOptions(context, operation),
      ]
    : [...credentials, requestOptions(context, operation)];
  const func =
    credentials.length > 0
      ? call(context.runtime("secured"), [method.func, "security"])
      : method.func;
  const args = [client, takes ? "request" : "undefined", "options"];
  return code`
    ${comment}
    ${overloads(context, operation, method)}
    ${signature(method.name, parameters, method.result)} {
      return ${call(method.run, [func, ...args])};
    }
  `;
}

/** The signatures by what the request asks for, the stream or the whole. */
function overloads(
  context: EmitContext,
  operation: Operation,
  { name, request, isOptional, result }: Method,
): Layout | undefined {
  const flag = streamFlag(context, operation);
  const other = otherTypes(context, operation);
  if (!flag || !other) return undefined;
  const options = requestOptions(context, operation);
  const stream = generic(context.runtimeType("EventStream"), [itemTypes(context, operation)]);
  const credentials = credentialsParameter(context, operation);
  const headers = inspectedHeaders(context, operation);
  const promised = (of: Layout): Layout =>
    generic(context.runtimeType(`MethodPromise${headers ? "WithHeaders" : ""}`), [
      of,
      ...(headers ? [asType(headers)] : []),
    ]);
  const of = (type: Layout, value: Layout, optional = false): Layout => [
    signature(name, [...credentials, { name: "request", optional, type }, options], value),
    ";",
  ];
  return join(hardline, [
    of([request, " & ", flag.streamed], promised(stream)),
    of([request, " & ", flag.whole], promised(other), isOptional),
    of(request, result, isOptional),
  ]);
}

/** The comment of the function, with an example if the document has one. */
function methodComment(context: EmitContext, operation: Operation): Comment {
  const comment = operationComment(context, operation);
  const example = exampleCall(context, operation);
  return example === undefined
    ? comment
    : { ...comment, tags: [...(comment.tags ?? []), ["example", example]] };
}

function exampleCall(context: EmitContext, operation: Operation): string | undefined {
  const { names, examples } = context;
  const parts = [...operation.parameters, ...(operation.body ? [operation.body] : [])];
  if (parts.every(({ docs }) => docs.example === undefined)) return undefined;
  const request = examples.request(operation);
  if (request === undefined) return undefined;
  const security = names.operation(operation).security ? "security, " : "";
  return `\`\`\`ts\nconst result = await ${methodPath(names, operation)}(${security}${printLiteral(request)});\n\`\`\``;
}

function methodOf(context: EmitContext, operation: Operation, client: string): Method {
  const names = context.names.operation(operation);
  const shape = requestShape(context, operation);
  const pages = paginator(context, operation);
  const headers = inspectedHeaders(context, operation);
  return {
    name: names.method,
    result: resultType(context, operation, pages, headers),
    run: context.runtime(
      streamsOf(operation).length > 0 && !pages
        ? `streamMethod${headers ? "WithHeaders" : ""}`
        : `${pages ? "pagedMethod" : "method"}${headers ? "WithHeaders" : ""}`,
    ),
    func: context.home(names.func),
    client,
    request: requestType(context, operation, shape),
    isOptional: isRequestOptional(shape),
  };
}

function resultType(
  context: EmitContext,
  operation: Operation,
  pages: Paginator | undefined,
  headers: CodeSymbol | undefined,
): Layout {
  const name = `${pages ? "PagedMethodPromise" : "MethodPromise"}${headers ? "WithHeaders" : ""}`;
  return generic(context.runtimeType(name), [
    asType(context.home(context.names.operation(operation).response)),
    ...(pages ? [pages.item] : []),
    ...(headers ? [asType(headers)] : []),
  ]);
}
