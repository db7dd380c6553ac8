import type { Ampersand } from "../platforms/ampersand/requests.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Replaces the notes that you keep on a connection. Nango has this.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsMetadataSet(core, { provider, connectionId, metadata: { plan: "pro" } });
 */
export function connectionsMetadataSet<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "metadata.set">,
  options?: RequestOptions,
): VerbResult<P, "metadata.set"> {
  return runVerb(core, "metadata.set", undefined, request, options);
}
