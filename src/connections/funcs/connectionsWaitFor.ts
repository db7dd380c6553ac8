import type { Ampersand } from "../platforms/ampersand/types.js";
import { get, list } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import { runFind, runList, runVerb } from "../run-verb.js";
import type { PlatformTypes } from "../vocabulary/verbs.js";
import {
  type Readers,
  type WaitOptions,
  type WaitRequest,
  type WaitResult,
  waitFor,
} from "../vocabulary/wait-for.js";

/**
 * Waits until a customer has signed in: polls until the connection is no longer `pending`.
 *
 * After `updateAuthorization`, it waits for a change that was made since, and does not return the
 * connection as it was before. As long as there is no connection, and if the server is busy or
 * down, it keeps polling. Sends a request every two seconds by default, and fewer if the server
 * asks for that by `Retry-After`.
 *
 * The connection can be `broken`: check its status.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - What `generate` or `updateAuthorization` returned, its `session`, or the
 * coordinates of a connection.
 * @param options - How long to wait, and a signal to stop.
 * @returns A Promise of a `Result` that never rejects. If the customer does not sign in within
 * `timeoutMs`, the error is a `RequestTimeoutError`.
 * @example
 * const signIn = await connectionsGenerate(core, request);
 * if (!signIn.ok) throw signIn.error;
 * redirect(signIn.value.authorizationUrl);
 * const res = await connectionsWaitFor(core, signIn.value, { timeoutMs: 300_000 });
 * if (res.ok) console.log(res.value.status, res.value.coordinates);
 */
export function connectionsWaitFor<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: WaitRequest<P> | undefined,
  options?: WaitOptions,
): WaitResult<P> {
  const readers = {
    get: (place, each) => runVerb(core, "get", get, place, each),
    find: (place, each) => runFind(core, get, place, each),
    list: (place, each) => runList(core, list, place, each),
    revisionOf: core?._platform?.revisionOf,
    isConfined: core?._platform?.tenant !== undefined,
  } as Readers; // of the types of the platform
  return waitFor<P>(readers, request, options);
}
