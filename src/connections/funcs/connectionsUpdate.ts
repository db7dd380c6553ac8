import type { Ampersand } from "../platforms/ampersand/types.js";
import { update } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Updates a connection. Members that you don't pass keep their values.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection, and what to change.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
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
