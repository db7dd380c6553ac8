import type { Operation } from "../../model/types.js";
import { call } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { tsTypeArgument } from "../types/ts-type.js";
import {
  type Form,
  type ObjectMember,
  type ZodContext,
  shapeExpression,
} from "../zod/expression.js";
import { declarations } from "../zod/model.js";
import type { Schemas } from "../zod/schemas.js";
import type { RequestMember } from "./request.js";

/** The schemas of a request with members. */
export function zodRequest(
  schemas: Schemas,
  operation: Operation,
  members: readonly RequestMember[],
): Layout {
  const { request } = schemas.context.names.operation(operation);
  const home = schemas.homeOf(request);
  const isReshaped = members.some(({ parameter }) => sendsOf(parameter) !== undefined);
  const expression = (form: Form): Layout => {
    const site: ZodContext = { schemas, side: "request", form };
    const shape = members.map((member) => memberOf(site, member));
    return shapeExpression(site, { members: shape, extra: undefined, isReshaped }, () =>
      schemas.symbol(home),
    );
  };
  const isConverted =
    isReshaped ||
    members.some(({ type, body }) => !body?.others && schemas.converts(type, "request"));
  const wire = isConverted ? expression("wire") : undefined;
  const homes = { home, wire: schemas.wireHome(request) };
  return declarations(schemas, homes, undefined, expression("value"), wire);
}

function memberOf(
  { schemas, form, side }: ZodContext,
  { name, type, required, parameter, body }: RequestMember,
): ObjectMember {
  const { write, helper, context } = schemas;
  const sends = sendsOf(parameter);
  const member = { key: name, wire: name, type, required, ...(sends && { sends }) };
  // A body of one of several media types is validated when it is chosen.
  if (body?.others)
    return {
      ...member,
      schema: call([helper("anyOf"), "<", tsTypeArgument({ context, side }, type), ">"], []),
    };
  if (!parameter?.isIdempotencyKey) return member;
  return { ...member, required: form === "wire", schema: write.nonEmptyString() };
}

function sendsOf(parameter: RequestMember["parameter"]): ObjectMember["sends"] {
  if (parameter?.isIdempotencyKey) return { helper: "randomUUID" };
  return parameter?.sendsDefault ? { value: parameter.default } : undefined;
}
