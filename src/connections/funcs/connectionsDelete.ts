import type { Ampersand } from "../platforms/ampersand/types.js";
import { remove } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Deletes a connection and its credentials, to disconnect or offboard a customer. This cannot be
 * undone: the customer has to connect again.
 *
 * Codat revokes the authorization at the service too. Nango, Ampersand and Mammoth delete what they
 * have stored, and are not known to revoke it: the token may stay valid until it expires, or until
 * the customer revokes it at the service.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * await connectionsDelete(core, { projectIdOrName: "my-project", connectionId: "conn-0001" });
 */
export function connectionsDelete<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "delete"> | undefined,
  options?: RequestOptions,
): VerbResult<P, "delete"> {
  return runVerb(core, "delete", remove, request, options);
}
