import { bodyTypes } from "../../model/type-helpers.js";
import type { Body, Field, Operation, Parameter, Type } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import { type TypeContext, isRequired, tsType } from "../types/ts-type.js";
import { call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { asType } from "../print/symbol.js";
import { validatingSchemas } from "../zod/schemas.js";

/** The shape of a request: none, only a body, or an object with parameters and perhaps a body. */
export type RequestShape =
  | { readonly kind: "none" }
  | { readonly kind: "body"; readonly body: Body }
  | { readonly kind: "members"; readonly members: readonly RequestMember[] };

/** A member of a request object. */
export interface RequestMember {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly parameter?: Parameter;
  readonly body?: Body;
  readonly field?: Field;
}

/** The shape of an operation's request in the SDK. */
export function requestShape(context: EmitContext, operation: Operation): RequestShape {
  const { parameters, body } = operation;
  if (parameters.length === 0) return body ? { kind: "body", body } : { kind: "none" };
  return { kind: "members", members: requestMembers(context, operation) };
}

function requestMembers(context: EmitContext, operation: Operation): readonly RequestMember[] {
  const names = context.names.operation(operation);
  const members = operation.parameters.map((parameter) => ({
    name: names.member(parameter),
    type: parameter.type,
    required: isRequired(parameter, "request") && !isGlobal(context, parameter),
    parameter,
  }));
  const { body } = operation;
  if (!body) return members;
  const { required } = body;
  const type = bodyType(body);
  return [...members, { name: names.bodyMember ?? "requestBody", type, required, body }];
}

/** The type of a body: that of any of its media types. */
export function bodyType(body: Body): Type {
  const [type, ...others] = bodyTypes(body);
  if (type === undefined || others.length === 0) return body.type;
  const variants = [type, ...others].map((each) => ({ type: each, discriminatorValues: [] }));
  return { kind: "union", variants, open: false };
}

/** The schema of a body. One of several media types is validated when it is chosen. */
export function bodySchema(typeContext: TypeContext, body: Body): Layout {
  return body.others
    ? typeContext.context.schema("anyContent")
    : schemaExpression(typeContext, body.type);
}

/** True for a parameter that the client has already. */
function isGlobal({ api }: EmitContext, { wire, in: where }: Parameter): boolean {
  return api.globals.some((global) => global.wire === wire && global.in === where);
}

/** True if a call may omit the request. */
export function isRequestOptional(shape: RequestShape): boolean {
  if (shape.kind === "members") return shape.members.every(({ required }) => !required);
  return shape.kind === "body" && !shape.body.required;
}

/** The request type for functions and methods, without `void`. */
export function requestType(
  context: EmitContext,
  operation: Operation,
  shape: RequestShape,
): Layout {
  return shape.kind === "none"
    ? "void"
    : asType(context.home(context.names.operation(operation).request));
}

/** The schema of the request, or `undefined` without a request. */
export function requestSchema(
  context: EmitContext,
  operation: Operation,
  shape: RequestShape,
): Layout | undefined {
  if (shape.kind === "none") return undefined;
  if (shape.kind === "members") {
    const { request } = context.names.operation(operation);
    const schemas = validatingSchemas(context);
    if (!schemas) return context.home(request);
    return call(schemas.fromZod, [schemas.symbol(schemas.wireHome(request))]);
  }
  return bodySchema({ context, side: "request" }, shape.body);
}

/** The type of a request that is only a body. */
export function requestBodyType(context: EmitContext, body: Body): Layout {
  const typeContext: TypeContext = { context, side: "request" };
  return tsType(typeContext, bodyType(body));
}
