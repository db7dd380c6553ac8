import { successHeaders } from "../../model/operation-facts.js";
import type { Field, Operation } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { schemaConstant } from "../models/model.js";
import { memberSchema, schemaExpression } from "../models/schema.js";
import { type TypeContext, optionalTsType, tsType } from "../types/ts-type.js";
import { type CodeFile, code } from "../print/code-file.js";
import { docComment } from "../print/comment.js";
import { PURE, arrowObject, call, property } from "../print/expression.js";
import { fieldComment } from "../print/field-comment.js";
import { type Layout, hardline, join } from "../print/layout.js";
import { memberKey, stringLiteral } from "../print/literal.js";
import { streamsOf } from "./streams.js";
import type { CodeSymbol } from "../print/symbol.js";

/** The type of the declared headers of an operation, if its successes declare any. */
export function headersType(context: EmitContext, operation: Operation): CodeSymbol | undefined {
  const { headers } = context.names.operation(operation);
  return headers && context.home(headers);
}

/**
 * True if the value of a call is `{ headers, result }`. The pages of a list and streams are their
 * values.
 */
export function hasHeadersInResult(context: EmitContext, operation: Operation): boolean {
  return (
    context.options.responseHeaders === "result" &&
    headersType(context, operation) !== undefined &&
    operation.pagination === undefined &&
    streamsOf(operation).length === 0
  );
}

/** The type of the declared headers that `$inspect()` and `withResponse()` return. */
export function inspectedHeaders(
  context: EmitContext,
  operation: Operation,
): CodeSymbol | undefined {
  return hasHeadersInResult(context, operation) ? undefined : headersType(context, operation);
}

/** Adds the declared headers to what `$inspect()` of an operation returns. */
export function inspectable(context: EmitContext, operation: Operation, made: Layout): Layout {
  const headers = inspectedHeaders(context, operation);
  if (!headers) return made;
  return call(context.runtime("withHeaders"), [headers, [PURE, made]]);
}

/** Prints the type and the schema of the declared headers of an operation. */
export function emitHeaders(context: EmitContext, file: CodeFile, operation: Operation): void {
  const name = headersType(context, operation);
  if (!name) return;
  const names = context.names.operation(operation);
  const typeContext: TypeContext = { context, side: "response" };
  const fields = successHeaders(operation);
  const schemas = fields.map((field) => {
    const key = names.header(field);
    return property(key, headerSchema(typeContext, field, key));
  });
  const members = fields.map((field) => [
    fieldComment(field),
    memberKey(names.header(field)),
    field.required ? ": " : "?: ",
    field.required ? tsType(typeContext, field.type) : optionalTsType(typeContext, field.type),
    ";",
  ]);
  const schema = call(context.schema("object"), [arrowObject(schemas, { broken: true })]);
  file.print(code`
    ${docComment({ text: [`The headers of a response of ${operation.id}.`] })}
    export interface ${name} {
      ${join(hardline, members)}
    }
    ${schemaConstant(context, name, schema)}
  `);
}

function headerSchema(
  typeContext: TypeContext,
  { wire, type, required }: Field,
  key: string,
): Layout {
  if (key === wire) return memberSchema(typeContext, { type, required });
  const name = required ? "as" : "optionalAs";
  const schema = schemaExpression(typeContext, type);
  return call(typeContext.context.schema(name), [stringLiteral(wire), schema]);
}
