import type { Operation } from "../../model/types.js";
import type { Context } from "../context.js";
import { printLiteral } from "../example/literal.js";
import { generic } from "../models/union-type.js";
import { code } from "../print/code-file.js";
import { type Comment, docComment } from "../print/comment.js";
import { call } from "../print/expression.js";
import { type Layout, hardline } from "../print/layout.js";
import { asType, platform } from "../print/symbol.js";
import { methodPath, operationComment } from "./operation.js";
import { type Paging, paging } from "./pages.js";
import { positionalMembers, positionalMethod } from "./positional.js";
import { isRequestOptional, requestShape, requestType } from "./request.js";
import { type Method, type MethodParameter, requestOptions, signature } from "./signature.js";

/** The method of an operation, which throws where its function answers an error. */
export function emitMethod(
  context: Context,
  operation: Operation,
  client: "this" | "this.core",
): Layout {
  const method = methodOf(context, operation, client);
  const shape = requestShape(context, operation);
  const comment = docComment(methodComment(context, operation));
  const each = positionalMembers(context, operation);
  if (each) return [comment ?? "", hardline, positionalMethod(context, method, each)];
  const takes = shape.kind !== "none";
  const parameters: readonly MethodParameter[] = takes
    ? [
        { name: "request", optional: method.isOptional, type: method.request },
        requestOptions(context),
      ]
    : [requestOptions(context)];
  const args = [client, takes ? "request" : "undefined", "options"];
  return code`
    ${comment}
    ${signature(method.name, parameters, method.result)} {
      return ${call(method.unwrap, [call(method.func, args)])};
    }
  `;
}

/** What the function says, and an example where the document has one. */
function methodComment(context: Context, operation: Operation): Comment {
  const said = operationComment(context, operation);
  const example = exampleCall(context, operation);
  return example === undefined
    ? said
    : { ...said, tags: [...(said.tags ?? []), ["example", example]] };
}

function exampleCall(context: Context, operation: Operation): string | undefined {
  const { plan, examples } = context;
  const parts = [...operation.parameters, ...(operation.body ? [operation.body] : [])];
  if (parts.every(({ docs }) => docs.example === undefined)) return undefined;
  const request = examples.request(operation);
  if (request === undefined) return undefined;
  return `\`\`\`ts\nconst result = await ${methodPath(plan, operation)}(${printLiteral(request)});\n\`\`\``;
}

function methodOf(context: Context, operation: Operation, client: string): Method {
  const names = context.plan.operation(operation);
  const shape = requestShape(context, operation);
  const pages = paging(context, operation);
  return {
    name: names.method,
    result: resultType(context, operation, pages),
    unwrap: context.runtime(pages ? "unwrapPages" : "unwrap"),
    func: context.home(names.func),
    client,
    request: requestType(context, operation, shape),
    isOptional: isRequestOptional(shape),
  };
}

function resultType(context: Context, operation: Operation, pages: Paging | undefined): Layout {
  const response = asType(context.home(context.plan.operation(operation).response));
  if (pages) return generic(context.runtimeType("PagedPromise"), [response, pages.item]);
  return generic(platform("Promise"), [response]);
}
