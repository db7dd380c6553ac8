/** Bodies of methods that have none by their definition. RFC 9110 sections 9.3.1, 9.3.2, 9.3.8. */
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type { OperationObject, RequestBodyObject } from "../document/types.js";
import type { SchemaContext } from "./schema-context.js";
import type { Pointer } from "./types.js";

/**
 * The operation without a body that its method should not have. An optional body of GET and HEAD is
 * left out, so that the request can be sent everywhere; a required one is kept, for transports that
 * can send it. A TRACE request must not have one.
 */
export function withoutGetBody(
  { document, report }: Pick<SchemaContext, "document" | "report">,
  operation: OperationObject,
  method: string,
  pointer: Pointer,
): OperationObject {
  const { requestBody, ...others } = operation;
  if (requestBody === undefined || !/^(get|head|trace)$/i.test(method)) return operation;
  const at = append(pointer, "requestBody");
  const found = deref<RequestBodyObject>(document, requestBody, at);
  if (!found) return operation;
  const name = method.toUpperCase();
  if (name !== "TRACE" && found.value.required === true) {
    report(
      "body-not-portable",
      at,
      `\`fetch\` cannot send the required body of a ${name} request. Only other transports can.`,
    );
    return operation;
  }
  report("body-ignored", at, `The body of a ${name} request is left out.`);
  return others;
}
