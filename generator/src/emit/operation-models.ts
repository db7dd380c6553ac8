import type { Operation, Parameter } from "../model/types.js";
import { type CodeFile, code } from "./code-file.js";
import { docComment } from "./comment.js";
import type { Context } from "./context.js";
import { arrowObject, call, property } from "./expression.js";
import { fieldComment } from "./field-comment.js";
import { hardline, join } from "./layout.js";
import { memberKey } from "./literal.js";
import { schemaConstant, typeAlias } from "./model.js";
import { type RequestMember, requestBodyType, requestShape } from "./request.js";
import { responseType } from "./response.js";
import { optionalSchema } from "./schema.js";
import { asType } from "./symbol.js";
import { type Place, optionalTsType, tsType } from "./ts-type.js";
import { generic } from "./union-type.js";

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
