import { connectionsGenerate } from "../../../platforms/ampersand/funcs/connectionsGenerate.js";
import type {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/connections.js";
import type {
  GenerateConnectionRequest,
  GenerateConnectionResponse,
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

// The documentation of that SDK calls it without a body. Such calls still compile; the error says
// what is missing.
/**
 * Creates a connection and returns Ampersand's own object.
 *
 * @deprecated The name in Ampersand's first SDK. Use `connectionsGenerate`, or
 * `connectionsGenerate` of `connections-sdk/ampersand` for the same objects.
 */
export function connectionGenerateConnection(
  core: SDKCore,
  request: Partial<Pick<GenerateConnectionRequest, "requestBody">> &
    Omit<GenerateConnectionRequest, "requestBody">,
  options?: RequestOptions,
): APIPromise<
  Result<
    GenerateConnectionResponse,
    | GenerateConnectionInputValidationProblem
    | GenerateConnectionConnectionsInputValidationProblem
    | ClientError
    | UnsupportedOperationError
  >
> {
  return onAmpersand(core, "generateConnection", (client) =>
    connectionsGenerate(client, request as GenerateConnectionRequest, options),
  );
}
