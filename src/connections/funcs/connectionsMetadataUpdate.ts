import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Updates members of a connection's metadata. Members that you don't pass keep their values.
 * Supported by Nango.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection, and the members to set.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const request = { provider, connectionId, metadata: { plan: "pro" } };
 * const res = await connectionsMetadataUpdate(core, request);
 */
export function connectionsMetadataUpdate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "metadata.update">,
  options?: RequestOptions,
): VerbResult<P, "metadata.update"> {
  return runVerb(core, "metadata.update", undefined, request, options);
}
