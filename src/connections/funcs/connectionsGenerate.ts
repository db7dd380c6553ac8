import type { Ampersand } from "../platforms/ampersand/types.js";
import { generate } from "../platforms/ampersand/verbs.js";
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
 * Connects a customer to a service: has the customer sign in, or imports credentials that you
 * already have.
 *
 * Without credentials, the value is a `SignIn`, whose `authorizationUrl` is where the customer
 * signs in. On Codat, the connection exists at once: it is `pending` and has an `authorizationUrl`.
 * Pass either to `connectionsWaitFor`. Not retried if the request may have reached the server,
 * unless you pass `options.idempotencyKey`.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - Whose connection it is, what it connects to, and its credentials.
 * @param options - Options for this call.
 * @returns A Promise of a `Result` that never rejects. If the platform does not support this verb,
 * the error is an `UnsupportedOperationError`.
 * @example
 * await connectionsGenerate(core, {
 *   projectIdOrName: "my-project",
 *   groupRef: "group-123",
 *   consumerRef: "user-1",
 *   provider: "hubspot",
 *   credentials: { type: "apiKey", apiKey },
 * });
 */
export function connectionsGenerate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: WithCredentials<P, "generate">,
  options?: RequestOptions,
): VerbResult<P, "generate">;
export function connectionsGenerate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: WithoutCredentials<P, "generate">,
  options?: RequestOptions,
): VerbResult<P, "generate", ValueWithoutCredentials<P, "generate">>;
export function connectionsGenerate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "generate">,
  options?: RequestOptions,
): VerbResult<P, "generate", ValueOf<P, "generate">>;
export function connectionsGenerate<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "generate">,
  options?: RequestOptions,
): VerbResult<P, "generate", ValueOf<P, "generate">> {
  return runVerb(core, "generate", generate, request, options);
}
