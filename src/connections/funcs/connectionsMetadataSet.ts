import type { Ampersand } from "../platforms/ampersand/types.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Replaces the metadata of a connection. Supported by Nango.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection, and its new metadata.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const request = { provider, connectionId, metadata: { plan: "pro" } };
 * const res = await connectionsMetadataSet(core, request);
 */
export function connectionsMetadataSet<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "metadata.set">,
  options?: RequestOptions,
): VerbResult<P, "metadata.set"> {
  return runVerb(core, "metadata.set", undefined, request, options);
}
