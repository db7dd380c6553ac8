import type { Ampersand } from "../platforms/ampersand/types.js";
import { get } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Gets a connection.
 *
 * Not retried if the request has a side effect, such as Ampersand's `extra: { refresh: "force" }`.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const request = { projectIdOrName: "my-project", connectionId: "conn-0001" };
 * const res = await connectionsGet(core, request);
 */
export function connectionsGet<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "get"> | undefined,
  options?: RequestOptions,
): VerbResult<P, "get"> {
  return runVerb(core, "get", get, request, options);
}
