import { connectionsList } from "../../../platforms/ampersand/funcs/connectionsList.js";
import type { ListConnectionsInputValidationProblem } from "../../../platforms/ampersand/models/errors/connections.js";
import type {
  ListConnectionsRequest,
  ListConnectionsResponse,
} from "../../../platforms/ampersand/models/operations/connections.js";
import type { SDKCore } from "../../core.js";
import type {
  APIPromise,
  ClientError,
  RequestOptions,
  Result,
  UnsupportedOperationError,
} from "../../../lib/index.js";
import { onAmpersand } from "../../run-verb.js";

/**
 * Lists the connections of a project, as Ampersand's own objects.
 *
 * @deprecated The name in Ampersand's first SDK. Use `connectionsList`, or `connectionsList` of
 * `connections-sdk/ampersand` for the same objects.
 */
export function connectionListConnections(
  core: SDKCore,
  request: ListConnectionsRequest,
  options?: RequestOptions,
): APIPromise<
  Result<
    ListConnectionsResponse,
    ListConnectionsInputValidationProblem | ClientError | UnsupportedOperationError
  >
> {
  return onAmpersand(core, "listConnections", (client) =>
    connectionsList(client, request, options),
  );
}
