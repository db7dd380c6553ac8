import type { Ampersand } from "../platforms/ampersand/types.js";
import { scopes } from "../platforms/ampersand/scopes.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type ScopesResult, runScopes } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Returns the requests for `list` that cover an account, to audit, export or offboard everything:
 * one for each project on Ampersand, for each company on Codat, for each connector of a project on
 * Mammoth, and a single one on Nango.
 *
 * `await` returns the first page, `for await (const page of ...)` reads every page, and `.items()`
 * reads every scope.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The part of the account to cover: the filters of `list`, each optional if the
 * platform can find out its values. `{}` is the whole account.
 * @param options - Options for this call, all its pages included.
 * @returns Pages of requests for `list`, each as a `Result`. Never rejects and never throws.
 * @example
 * for await (const scope of connectionsScopes(core, {}).items()) {
 *   if (!scope.ok) throw scope.error;
 *   for await (const connection of connectionsList(core, scope.value).items()) {
 *     if (!connection.ok) throw connection.error;
 *     console.log(connection.value.id, connection.value.status);
 *   }
 * }
 */
export function connectionsScopes<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "scopes">,
  options?: RequestOptions,
): ScopesResult<P> {
  return runScopes(core, scopes, request, options);
}
