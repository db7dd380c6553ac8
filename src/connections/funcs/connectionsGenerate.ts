import type { Ampersand } from "../platforms/ampersand/requests.js";
import { generate } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Makes a connection from credentials that you have, without the customer at hand.
 *
 * Where the customer has to authorize (OAuth in a browser), the connection comes back `pending` with an `authorizationUrl`, on platforms that
 * work so. Not repeated after a failure that leaves open whether it was done, unless `options.idempotencyKey` is given.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * await connectionsGenerate(core, {
 *   projectIdOrName: "my-project",
 *   groupRef: "group-123",
 *   consumerRef: "user-1",
 *   provider: "hubspot",
 *   credentials: { type: "apiKey", apiKey },
 * });
 */
export function connectionsGenerate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "generate">,
  options?: RequestOptions,
): VerbResult<P, "generate"> {
  return runVerb(core, "generate", generate, request, options);
}
