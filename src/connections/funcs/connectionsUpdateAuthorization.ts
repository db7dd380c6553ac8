import type { Ampersand } from "../platforms/ampersand/requests.js";
import { updateAuthorization } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Gives a connection new credentials, or says where its customer authorizes it again.
 *
 * Answers with the `connection` where the new credentials are in place, and with an `authorizationUrl` where the customer goes on.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsUpdateAuthorization(core, { projectIdOrName: "my-project", connectionId: "conn-0001" });
 * if (res.ok) redirect(res.value.authorizationUrl);
 */
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization"> {
  return runVerb(core, "updateAuthorization", updateAuthorization, request, options);
}
