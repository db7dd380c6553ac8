import type { Retries } from "../../model/types.js";
import { arrayLiteral, jsonLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";

/** A retry policy as a `RetryConfig`. */
export function retriesExpression(retries: Retries): Layout {
  const { strategy, backoff, retryConnectionErrors } = retries;
  if (strategy === "none") return jsonLiteral({ strategy });
  return jsonLiteral({
    strategy,
    ...(backoff && Object.keys(backoff).length > 0 && { backoff }),
    ...(retryConnectionErrors !== undefined && { retryConnectionErrors }),
  });
}

/**
 * The retry members of an operation. The status codes to retry belong to the operation: clients
 * have one policy, and no list of codes.
 */
export function retryMembers(
  own: Retries | undefined,
  general: Retries | undefined,
): readonly Layout[] {
  const { strategy, statusCodes = [] } = own ?? general ?? {};
  const codes = strategy === "none" ? [] : statusCodes;
  return [
    ...(own ? [property("retries", retriesExpression(own))] : []),
    ...(codes.length > 0 ? [property("retryCodes", arrayLiteral(codes.map(stringLiteral)))] : []),
  ];
}
