import type { Ampersand } from "../platforms/ampersand/requests.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Cuts a connection off from its service and keeps what was fetched. Codat has this; elsewhere see `delete`.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsUnlink(core, { groupRef: companyId, connectionId });
 */
export function connectionsUnlink<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "unlink">,
  options?: RequestOptions,
): VerbResult<P, "unlink"> {
  return runVerb(core, "unlink", undefined, request, options);
}
