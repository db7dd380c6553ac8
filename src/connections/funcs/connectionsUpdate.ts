import type { Ampersand } from "../platforms/ampersand/requests.js";
import { update } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Changes a connection: what is given, and nothing else.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connection and what to do with it, in the platform's coordinates.
 * @param options - For this call only.
 * @returns A result: never rejects and never throws. A platform without this verb gives an `UnsupportedOperationError`.
 * @example
 * await connectionsUpdate(core, {
 *   projectIdOrName: "my-project",
 *   connectionId: "conn-0001",
 *   extra: { providerWorkspaceRef: "acme-eu" },
 * });
 */
export function connectionsUpdate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "update">,
  options?: RequestOptions,
): VerbResult<P, "update"> {
  return runVerb(core, "update", update, request, options);
}
