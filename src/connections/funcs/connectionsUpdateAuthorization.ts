import type { Ampersand } from "../platforms/ampersand/types.js";
import { updateAuthorization } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type VerbResult, runVerb } from "../run-verb.js";
import type {
  PlatformTypes,
  RequestOf,
  ValueOf,
  ValueWithoutCredentials,
  WithCredentials,
  WithoutCredentials,
} from "../vocabulary/verbs.js";

/**
 * Reconnects (relinks) a connection: replaces its credentials, or has the customer sign in again.
 *
 * With credentials, the value is the connection. Without, it is a `SignIn`, whose
 * `authorizationUrl` is where the customer signs in. Pass it to `connectionsWaitFor`.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates of the connection, and its new credentials if you have them.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * const request = { projectIdOrName: "my-project", connectionId: "conn-0001" };
 * const res = await connectionsUpdateAuthorization(core, request);
 * if (res.ok) redirect(res.value.authorizationUrl);
 */
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: WithCredentials<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization">;
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: WithoutCredentials<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization", ValueWithoutCredentials<P, "updateAuthorization">>;
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization", ValueOf<P, "updateAuthorization">>;
export function connectionsUpdateAuthorization<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "updateAuthorization">,
  options?: RequestOptions,
): VerbResult<P, "updateAuthorization", ValueOf<P, "updateAuthorization">> {
  return runVerb(core, "updateAuthorization", updateAuthorization, request, options);
}
