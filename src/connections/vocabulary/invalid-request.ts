import { SDKValidationError } from "../../lib/index.js";

/**
 * Creates the error for a request that a verb rejects itself. Throw it in the `call` of `mapResult`
 * or `mapPages`.
 *
 * @param request - The request as it was passed.
 * @param path - The path of the invalid member. Empty for the request as a whole.
 * @param message - What was expected, for example `expected a connector key, such as "postgres"`.
 * @example
 * if (!request.groupRef)
 *   throw invalidRequest(request, ["groupRef"], "expected the id of a customer");
 */
export function invalidRequest(
  request: unknown,
  path: readonly (string | number)[],
  message: string,
  options?: { readonly cause: unknown },
): SDKValidationError {
  return new SDKValidationError([{ code: "invalid_value", path, message }], request, options);
}
