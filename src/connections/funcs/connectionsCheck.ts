import type { Ampersand } from "../platforms/ampersand/types.js";
import { check } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Checks whether the credentials of a connection work: has the platform use or renew them now.
 * Supported by Ampersand and Nango.
 *
 * If the service refuses the credentials, the connection is `broken`, and its `health` says what it
 * needs. Not retried if the request may have reached the server: the platform may have renewed a
 * token.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform cannot check this kind of
 * credentials, the error is an `InvalidRequestError`; if it cannot check any, an
 * `UnsupportedOperationError`.
 * @example
 * const res = await connectionsCheck(core, connection.coordinates);
 * if (res.ok && res.value.status === "broken") console.log(res.value.health?.reason);
 */
export function connectionsCheck<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "check"> | undefined,
  options?: RequestOptions,
): VerbResult<P, "check"> {
  return runVerb(core, "check", check, request, options);
}
