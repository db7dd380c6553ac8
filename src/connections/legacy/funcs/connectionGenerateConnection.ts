import { connectionsGenerate } from "../../../platforms/ampersand/funcs/connectionsGenerate.js";
import type {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/generateconnection.js";
import type {
  GenerateConnectionRequest,
  GenerateConnectionResponse,
} from "../../../platforms/ampersand/models/operations/generateconnection.js";
import type { SDKCore } from "../../core.js";
import type {
  APIPromise,
  ClientError,
  RequestOptions,
  Result,
  UnsupportedOperationError,
} from "../../../lib/index.js";
import { onAmpersand } from "../../run-verb.js";

// Its page shows calls without a body. They compile, as they did, and get the error that says what is missing.
/**
 * Makes a connection, as Ampersand's own object.
 *
 * @deprecated The name of Ampersand's first SDK. Use `connectionsGenerate` of this package, or of `connections-sdk/ampersand`
 * for the same objects.
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
