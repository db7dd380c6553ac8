import type { Retries } from "../model/types.js";
import { arrayLiteral, jsonLiteral, property } from "./expression.js";
import type { Layout } from "./layout.js";
import { stringLiteral } from "./literal.js";

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

/** The members of an operation that say when it is repeated. */
export function retryMembers(retries: Retries | undefined): readonly Layout[] {
  if (!retries) return [];
  const codes = retries.strategy === "none" ? [] : (retries.statusCodes ?? []);
  return [
    property("retries", retriesExpression(retries)),
    ...(codes.length > 0 ? [property("retryCodes", arrayLiteral(codes.map(stringLiteral)))] : []),
  ];
}
