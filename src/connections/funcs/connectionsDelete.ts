import type { Ampersand } from "../platforms/ampersand/requests.js";
import { remove } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Deletes a connection, its credentials and what hangs on it. There is no way back.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * await connectionsDelete(core, { projectIdOrName: "my-project", connectionId: "conn-0001" });
 */
export function connectionsDelete<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "delete">,
  options?: RequestOptions,
): VerbResult<P, "delete"> {
  return runVerb(core, "delete", remove, request, options);
}
