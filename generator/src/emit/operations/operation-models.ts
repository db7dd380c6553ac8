import type { Operation, Parameter } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { schemaConstant, typeAlias } from "../models/model.js";
import { memberSchema } from "../models/schema.js";
import { type TypeContext, optionalTsType, tsType } from "../types/ts-type.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { arrowObject, call, property } from "../print/expression.js";
import { fieldComment } from "../print/field-comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { memberKey } from "../print/literal.js";
import { zodRequest } from "./zod-request.js";
import { validatingSchemas } from "../zod/schemas.js";
import { emitCallOptions } from "./call-options.js";
import { emitOwnCredentials } from "./own-credentials.js";
import { type RequestMember, bodySchema, requestBodyType, requestShape } from "./request.js";
import { emitHeaders } from "./response-headers.js";
import { responseType } from "./response.js";

/** Prints the request and response types of an operation. */
export function emitOperationModels(
  context: EmitContext,
  file: CodeFile,
  operation: Operation,
): void {
  const names = context.names.operation(operation);
  const shape = requestShape(context, operation);
  const request = context.home(names.request);
  if (shape.kind === "members") emitRequest(context, file, operation, shape.members);
  if (shape.kind === "body") {
    file.print(code`
      ${docComment({ text: [`The request of ${operation.id}.`] })}
      ${typeAlias(request, requestBodyType(context, shape.body))}
    `);
  }
  emitCallOptions(context, file, operation);
  emitOwnCredentials(context, file, operation);
  emitHeaders(context, file, operation);
  file.print(code`
    ${docComment({ text: [responseText(operation)] })}
    ${typeAlias(context.home(names.response), responseType(context, operation))}
  `);
}

function responseText({ id, responses }: Operation): string {
  return responses.some(({ isChoice }) => isChoice)
    ? `The response of ${id}. \`contentType\` says which media type the server has sent.`
    : `The response of ${id}.`;
}

function optional(context: EmitContext, schema: Layout, required: boolean): Layout {
  return required ? schema : call(context.schema("optional"), [schema]);
}

function emitRequest(
  context: EmitContext,
  file: CodeFile,
  operation: Operation,
  members: readonly RequestMember[],
): void {
  const name = context.home(context.names.operation(operation).request);
  const typeContext: TypeContext = { context, side: "request" };
  const schemas = validatingSchemas(context);
  file.print(code`
    ${docComment({ text: [`The request of ${operation.id}.`] })}
    export interface ${name} {
      ${join(
        hardline,
        members.map((member) => memberDeclaration(typeContext, member)),
      )}
    }
    ${
      schemas
        ? zodRequest(schemas, operation, members)
        : schemaConstant(context, name, requestObject(typeContext, members))
    }
  `);
}

function requestObject(typeContext: TypeContext, members: readonly RequestMember[]): Layout {
  const { context } = typeContext;
  const fields = members.map(({ name: member, type, required, parameter, body }) =>
    property(
      member,
      body
        ? optional(context, bodySchema(typeContext, body), required)
        : parameter?.isIdempotencyKey
          ? context.schema("generatedKey")
          : memberSchema(typeContext, parameter?.sendsDefault ? parameter : { type, required }),
    ),
  );
  return call(context.schema("object"), [arrowObject(fields, { broken: true })]);
}

function memberDeclaration(
  typeContext: TypeContext,
  member: RequestMember,
): ReturnType<typeof code> {
  const { name, type, required, parameter, body } = member;
  const docs = parameter?.docs ?? body?.docs ?? {};
  const documented = { docs, type, ...defaultOf(parameter) };
  return [
    fieldComment(documented),
    memberKey(name),
    required ? ": " : "?: ",
    required ? tsType(typeContext, type) : optionalTsType(typeContext, type),
    ";",
  ];
}

function defaultOf(parameter: Parameter | undefined): { readonly default?: unknown } {
  return parameter?.default === undefined ? {} : { default: parameter.default };
}
