/** Whether sending a request twice has the effect of sending it once. RFC 9110, section 9.2.2. */
import type { Report } from "../diagnostics/collector.js";
import type { OperationObject } from "../document/types.js";
import { append } from "../document/pointer.js";
import { isIdempotentMethod } from "./methods.js";
import type { Api, Operation, Parameter, Pointer } from "./types.js";

/** The extension of an operation whose method does not say whether it is idempotent. */
export const IDEMPOTENT = "x-idempotent";

/**
 * Whether an operation can be idempotent. Single calls of it may not be (`x-not-idempotent-when`).
 */
export function isIdempotent({
  method,
  idempotent,
}: Pick<Operation, "method" | "idempotent">): boolean {
  return idempotent ?? isIdempotentMethod(method);
}

/** Reads `x-idempotent`. `undefined` if the method says the same to the runtime. */
export function idempotentOf(
  report: Report,
  value: OperationObject,
  method: Operation["method"],
  pointer: Pointer,
): boolean | undefined {
  const given = value[IDEMPOTENT];
  const isUsual = isIdempotentMethod(method);
  // The runtime takes every method but two for an idempotent one.
  const said = isUsual === !/^(?:POST|PATCH)$/.test(method) ? undefined : isUsual;
  if (typeof given === "boolean") return given === isUsual ? said : given;
  if (given !== undefined)
    report(
      "extension-invalid",
      append(pointer, IDEMPOTENT),
      `Expected \`${IDEMPOTENT}\` to be true or false.`,
    );
  return said;
}

/**
 * The header of idempotency keys, of an operation that is not idempotent: the SDK makes a key for
 * each call, so that it can be retried.
 */
export function withOwnKey(parameter: Parameter, header = "idempotency-key"): Parameter {
  const isKey =
    parameter.in === "header" &&
    parameter.wire.toLowerCase() === header.toLowerCase() &&
    parameter.type.kind === "string" &&
    parameter.default === undefined;
  return isKey ? { ...parameter, required: false, isIdempotencyKey: true } : parameter;
}

/**
 * Has every operation that is not idempotent send a key in a header that the document may not
 * declare. One that declares another header for its keys keeps it, and so has a list with pages,
 * whose pages are requests of their own, none.
 */
export function withKeyHeader(api: Api, header: string | undefined): Api {
  if (header === undefined) return api;
  const operations = api.operations.map((operation): Operation => {
    if (isIdempotent(operation) || operation.pagination) return operation;
    const parameters = operation.parameters.map((each) => withOwnKey(each, header));
    const own = parameters.find((each) => each.isIdempotencyKey);
    const isDeclared = own?.wire.toLowerCase() === header.toLowerCase();
    if (own && !isDeclared) return operation;
    return { ...operation, parameters, idempotencyKey: { header, isDeclared } };
  });
  return { ...api, operations };
}

/** Warns about `x-not-idempotent-when` of an operation that is not idempotent anyway. */
export function inspectNotIdempotentWhen(
  report: Report,
  operation: Pick<Operation, "method" | "idempotent" | "pointer">,
  parameters: readonly Parameter[],
): void {
  if (isIdempotent(operation)) return;
  for (const { wire } of parameters.filter(({ notIdempotentWhen }) => notIdempotentWhen))
    report(
      "extension-unsupported",
      operation.pointer,
      `\`x-not-idempotent-when\` of \`${wire}\` has no effect: the operation is never idempotent.`,
    );
}
