import type { Operation, Parameter } from "../../model/types.js";
import type { Context } from "../context.js";
import { schemaConstant, typeAlias } from "../models/model.js";
import { optionalSchema } from "../models/schema.js";
import { type Place, optionalTsType, tsType } from "../models/ts-type.js";
import { generic } from "../models/union-type.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { arrowObject, call, property } from "../print/expression.js";
import { fieldComment } from "../print/field-comment.js";
import { hardline, join } from "../print/layout.js";
import { memberKey } from "../print/literal.js";
import { asType } from "../print/symbol.js";
import { type RequestMember, requestBodyType, requestShape } from "./request.js";
import { responseType } from "./response.js";

/** Prints the types of what an operation takes and answers. */
export function emitOperationModels(context: Context, file: CodeFile, operation: Operation): void {
  const names = context.plan.operation(operation);
  const shape = requestShape(context, operation);
  const request = context.home(names.request);
  if (shape.kind === "members") emitRequest(context, file, operation, shape.members);
  if (shape.kind === "body") {
    file.print(code`
      ${docComment({ text: [`What ${operation.id} takes.`] })}
      ${typeAlias(request, requestBodyType(context, shape.body))}
    `);
  }
  file.print(code`
    ${docComment({ text: [`What ${operation.id} answers.`] })}
    ${typeAlias(context.home(names.response), responseType(context, operation))}
  `);
}

function emitRequest(
  context: Context,
  file: CodeFile,
  operation: Operation,
  members: readonly RequestMember[],
): void {
  const name = context.home(context.plan.operation(operation).request);
  const place: Place = { context, side: "request" };
  const fields = members.map(({ name: member, type, required }) =>
    property(member, optionalSchema(place, type, required)),
  );
  const object = generic(context.schema("object"), [asType(name)]);
  const schema = call(object, [arrowObject(fields, { broken: true })]);
  file.print(code`
    ${docComment({ text: [`What ${operation.id} takes.`] })}
    export interface ${name} {
      ${join(
        hardline,
        members.map((member) => memberDeclaration(place, member)),
      )}
    }
    ${schemaConstant(context, name, schema)}
  `);
}

function memberDeclaration(place: Place, member: RequestMember): ReturnType<typeof code> {
  const { name, type, required, parameter, body } = member;
  const docs = parameter?.docs ?? body?.docs ?? {};
  const told = { docs, type, ...defaultOf(parameter) };
  return [
    fieldComment(told),
    memberKey(name),
    required ? ": " : "?: ",
    required ? tsType(place, type) : optionalTsType(place, type),
    ";",
  ];
}

function defaultOf(parameter: Parameter | undefined): { readonly default?: unknown } {
  return parameter?.default === undefined ? {} : { default: parameter.default };
}
