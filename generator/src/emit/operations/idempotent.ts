import { isIdempotent } from "../../model/idempotent.js";
import type { Operation, Scalar } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { arrayLiteral, call, jsonLiteral, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";

/**
 * The members `idempotent` and `notIdempotentWhen` of an operation, if the method does not say it
 * all.
 */
export function idempotentMembers(context: EmitContext, operation: Operation): readonly Layout[] {
  const { idempotent, idempotencyKey } = operation;
  const exceptions = exceptionsOf(context, operation).map(({ member, values }) =>
    property(member, arrayLiteral(values.map(jsonLiteral))),
  );
  return [
    ...(idempotent === undefined ? [] : [property("idempotent", String(idempotent))]),
    ...(idempotencyKey ? keyMembers(context, idempotencyKey) : []),
    ...(exceptions.length === 0 ? [] : [property("notIdempotentWhen", objectLiteral(exceptions))]),
  ];
}

/** The header of idempotency keys. A declared one is a parameter, whose schema makes them. */
function keyMembers(
  context: EmitContext,
  { header, isDeclared }: NonNullable<Operation["idempotencyKey"]>,
): readonly Layout[] {
  const name = stringLiteral(header);
  if (!isDeclared)
    return [property("idempotencyKey", call(context.runtime("idempotencyKey"), [name]))];
  const lowerCase = header.toLowerCase();
  if (lowerCase === "idempotency-key") return [];
  const own = objectLiteral([property("header", stringLiteral(lowerCase))]);
  return [property("idempotencyKey", own)];
}

/**
 * Whether an operation is idempotent and what follows, for people. `undefined` if it is and its
 * method says so. `code` formats names and values.
 */
export function idempotentText(
  context: EmitContext,
  operation: Operation,
  code: (text: string) => string,
): string | undefined {
  const retried = `retried only with ${code("idempotencyKey")}, or if the server cannot have processed it.`;
  const key = operation.parameters.find((each) => each.isIdempotencyKey);
  if (key) {
    const name = context.names.operation(operation).member(key);
    return `Sends an idempotency key, the same with every attempt, and is retried like a GET. Pass ${code(name)} to send your own.`;
  }
  if (operation.idempotencyKey)
    return `Sends an idempotency key, the same with every attempt, and is retried like a GET. Pass the option ${code("idempotencyKey")} to send your own.`;
  if (!isIdempotent(operation)) return `Not idempotent: ${retried}`;
  const exceptions = exceptionsOf(context, operation).map(({ member, values }) => {
    const listed = values.map((value) => code(JSON.stringify(value)));
    return `${code(member)} is ${listed.join(" or ")}`;
  });
  if (exceptions.length > 0) return `Not idempotent if ${exceptions.join(" or ")}: then ${retried}`;
  return operation.idempotent === true ? "Idempotent: retried like a GET." : undefined;
}

interface Exception {
  readonly member: string;
  readonly values: readonly Scalar[];
}

/** The values of request members with which an operation is not idempotent. */
function exceptionsOf(context: EmitContext, operation: Operation): readonly Exception[] {
  if (!isIdempotent(operation)) return [];
  const names = context.names.operation(operation);
  return operation.parameters.flatMap((parameter) => {
    const { notIdempotentWhen: values = [] } = parameter;
    return values.length === 0 ? [] : [{ member: names.member(parameter), values }];
  });
}
