import type { Body, Field, Operation, Parameter, Type } from "../../model/types.js";
import type { Context } from "../context.js";
import { schemaExpression } from "../models/schema.js";
import { type Place, tsType } from "../models/ts-type.js";
import type { Layout } from "../print/layout.js";
import { asType } from "../print/symbol.js";

/** What an operation takes: nothing, a body as it is, or an object of parameters and perhaps a body. */
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

/** How the request of an operation looks in the SDK. */
export function requestShape(context: Context, operation: Operation): RequestShape {
  const { parameters, body } = operation;
  if (parameters.length === 0) return body ? { kind: "body", body } : { kind: "none" };
  return { kind: "members", members: requestMembers(context, operation) };
}

function requestMembers(context: Context, operation: Operation): readonly RequestMember[] {
  const names = context.plan.operation(operation);
  const members = operation.parameters.map((parameter) => ({
    name: names.member(parameter),
    type: parameter.type,
    required: parameter.required && !isGlobal(context, parameter),
    parameter,
  }));
  const { body } = operation;
  if (!body) return members;
  const { required } = body;
  return [...members, { name: names.bodyMember ?? "requestBody", type: body.type, required, body }];
}

/** True for a parameter that the client knows already. */
function isGlobal({ api }: Context, { wire, in: where }: Parameter): boolean {
  return api.globals.some((global) => global.wire === wire && global.in === where);
}

/** True when a call may leave the request out. */
export function isRequestOptional(shape: RequestShape): boolean {
  if (shape.kind === "members") return shape.members.every(({ required }) => !required);
  return shape.kind === "body" && !shape.body.required;
}

/** The request's type as functions and methods name it, without `void`. */
export function requestType(context: Context, operation: Operation, shape: RequestShape): Layout {
  return shape.kind === "none"
    ? "void"
    : asType(context.home(context.plan.operation(operation).request));
}

/** The schema of the request, `undefined` for none. */
export function requestSchema(
  context: Context,
  operation: Operation,
  shape: RequestShape,
): Layout | undefined {
  if (shape.kind === "none") return undefined;
  if (shape.kind === "members") return context.home(context.plan.operation(operation).request);
  return schemaExpression({ context, side: "request" }, shape.body.type);
}

/** The type of a request that is a body. */
export function requestBodyType(context: Context, body: Body): Layout {
  const place: Place = { context, side: "request" };
  return tsType(place, body.type);
}
