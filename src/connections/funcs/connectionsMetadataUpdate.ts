import type { Ampersand } from "../platforms/ampersand/requests.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Changes the notes that you keep on a connection, member by member. Nango has this.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsMetadataUpdate(core, { provider, connectionId, metadata: { plan: "pro" } });
 */
export function connectionsMetadataUpdate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "metadata.update">,
  options?: RequestOptions,
): VerbResult<P, "metadata.update"> {
  return runVerb(core, "metadata.update", undefined, request, options);
}
