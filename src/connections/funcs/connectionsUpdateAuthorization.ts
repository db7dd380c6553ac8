import type { Ampersand } from "../platforms/ampersand/types.js";
import { updateAuthorization } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Replaces the credentials of a connection, or returns the URL where the customer authorizes it
 * again.
 *
 * The result has the `connection` if its new credentials are stored, and an `authorizationUrl` if
 * the customer has to continue there.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection, and its new credentials if you have them.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const request = { projectIdOrName: "my-project", connectionId: "conn-0001" };
 * const res = await connectionsUpdateAuthorization(core, request);
 * if (res.ok) redirect(res.value.authorizationUrl);
 */
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization"> {
  return runVerb(core, "updateAuthorization", updateAuthorization, request, options);
}
