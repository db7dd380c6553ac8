import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Disconnects a connection from its service and keeps the data that was fetched. Supported by
 * Codat; on other platforms see `connectionsDelete`.
 *
 * Codat revokes the authorization at the service. It can be undone: the customer relinks the
 * connection at the URL of `connectionsUpdateAuthorization`. Only an active connection can be
 * unlinked.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsUnlink(core, { groupRef: companyId, connectionId });
 */
export function connectionsUnlink<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "unlink"> | undefined,
  options?: RequestOptions,
): VerbResult<P, "unlink"> {
  return runVerb(core, "unlink", undefined, request, options);
}
