import { connectionsDelete } from "../../../platforms/ampersand/funcs/connectionsDelete.js";
import type {
  DeleteConnectionRequest,
  DeleteConnectionResponse,
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
 * Deletes a connection.
 *
 * @deprecated The name in Ampersand's first SDK. Use `connectionsDelete`, or `connectionsDelete` of
 * `connections-sdk/ampersand` for the same objects.
 */
export function connectionDeleteConnection(
  core: SDKCore,
  request: DeleteConnectionRequest,
  options?: RequestOptions,
): APIPromise<Result<DeleteConnectionResponse, ClientError | UnsupportedOperationError>> {
  return onAmpersand(core, "deleteConnection", (client) =>
    connectionsDelete(client, request, options),
  );
}
