import type { Ampersand } from "../platforms/ampersand/requests.js";
import { get } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Reads one connection.
 *
 * Never repeated blindly where reading has an effect, as Ampersand's `extra: { refresh: "force" }` has.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * const res = await connectionsGet(core, { projectIdOrName: "my-project", connectionId: "conn-0001" });
 */
export function connectionsGet<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "get">,
  options?: RequestOptions,
): VerbResult<P, "get"> {
  return runVerb(core, "get", get, request, options);
}
