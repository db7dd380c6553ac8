import type { Ampersand } from "../platforms/ampersand/types.js";
import { list } from "../platforms/ampersand/verbs.js";
import type { SDKCore } from "../core.js";
import type { RequestOptions } from "../../lib/index.js";
import { type ListResult, runList } from "../run-verb.js";
import type { PlatformTypes, RequestOf } from "../vocabulary/verbs.js";

/**
 * Lists connections.
 *
 * `await` returns the first page, `for await (const page of ...)` reads every page, and `.items()`
 * reads every connection, on every platform and whatever its paging.
 *
 * @param core - An `SDKCore` or an `SDK`.
 * @param request - The coordinates and filters of the platform. Filters are combined with AND.
 * @param options - Options for this call, all its pages included.
 * @returns Pages of connections, each as a `Result`. Never rejects and never throws.
 * @example
 * const request = { projectIdOrName: "my-project", groupRef: "group-123" };
 * const res = await connectionsList(core, request);
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
