import type { Ampersand } from "../platforms/ampersand/requests.js";
import { list } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type ListResult, runList } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Lists connections.
 *
 * `await` gives the first page, `for await (const page of ...)` every page, `.items()` every connection; on every platform,
 * however it pages.
 *
 * @param core - An `SDKCore`, or an `SDK`.
 * @param request - Which connections, in the platform's coordinates.
 * @param options - For this call only, every page included.
 * @returns Results: never rejects and never throws.
 * @example
 * const res = await connectionsList(core, { projectIdOrName: "my-project", groupRef: "group-123" });
 * if (!res.ok) throw res.error;
 * for (const connection of res.value.connections) console.log(connection.id, connection.status);
 */
export function connectionsList<P extends PlatformTypes = Ampersand>(
  core: SDKCore<P>,
  request: RequestOf<P, "list">,
  options?: RequestOptions,
): ListResult<P> {
  return runList(core, list, request, options);
}
