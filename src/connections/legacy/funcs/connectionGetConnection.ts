import { connectionsGet } from "../../../platforms/ampersand/funcs/connectionsGet.js";
import type { GetConnectionInputValidationProblem } from "../../../platforms/ampersand/models/errors/connections.js";
import type {
  GetConnectionRequest,
  GetConnectionResponse,
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
 * Gets a connection as Ampersand's own object.
 *
 * @deprecated The name in Ampersand's first SDK. Use `connectionsGet`, or `connectionsGet` of
 * `connections-sdk/ampersand` for the same objects.
 */
export function connectionGetConnection(
  core: SDKCore,
  request: GetConnectionRequest,
  options?: RequestOptions,
): APIPromise<
  Result<
    GetConnectionResponse,
    GetConnectionInputValidationProblem | ClientError | UnsupportedOperationError
  >
> {
  return onAmpersand(core, "getConnection", (client) => connectionsGet(client, request, options));
}
