// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem as InputValidationProblemData } from "../components/connections.js";

/**
 * The base class of the error responses 404, 400, 422 of listConnections, generateConnection,
 * getConnection and 4 other operations.
 *
 * A problem with the request, with the members that are invalid.
 */
export interface InputValidationProblem extends Omit<
  InputValidationProblemData,
  "requestId" | "retryable"
> {}
export abstract class InputValidationProblem extends TypedError<InputValidationProblemData> {
  static override get _name(): string {
    return "InputValidationProblem";
  }
}

/**
 * Error response 404 of listConnections.
 *
 * The project does not exist, or the key has no access to it.
 */
export class ListConnectionsInputValidationProblem extends InputValidationProblem {
  override readonly name = "ListConnectionsInputValidationProblem";
  static override get _name(): string {
    return "ListConnectionsInputValidationProblem";
  }
}

/**
 * Error response 400 of generateConnection.
 *
 * The request is malformed. `issues` lists the invalid members.
 */
export class GenerateConnectionInputValidationProblem extends InputValidationProblem {
  override readonly name = "GenerateConnectionInputValidationProblem";
  static override get _name(): string {
    return "GenerateConnectionInputValidationProblem";
  }
}

/**
 * Error response 422 of generateConnection.
 *
 * The request is well-formed but cannot be processed, for example because the provider is unknown.
 */
export class GenerateConnectionConnectionsInputValidationProblem extends InputValidationProblem {
  override readonly name = "GenerateConnectionConnectionsInputValidationProblem";
  static override get _name(): string {
    return "GenerateConnectionConnectionsInputValidationProblem";
  }
}

/**
 * Error response 404 of getConnection.
 *
 * The project or the connection does not exist.
 */
export class GetConnectionInputValidationProblem extends InputValidationProblem {
  override readonly name = "GetConnectionInputValidationProblem";
  static override get _name(): string {
    return "GetConnectionInputValidationProblem";
  }
}

/**
 * Error response 400 of updateConnection.
 *
 * The mask or a value is invalid. For an invalid mask, `remedy` lists the allowed names.
 */
export class UpdateConnectionInputValidationProblem extends InputValidationProblem {
  override readonly name = "UpdateConnectionInputValidationProblem";
  static override get _name(): string {
    return "UpdateConnectionInputValidationProblem";
  }
}

/**
 * Error response 400 of oauthUpdate.
 *
 * The connection cannot be reauthorized, for example because its provider does not use OAuth.
 */
export class OauthUpdateInputValidationProblem extends InputValidationProblem {
  override readonly name = "OauthUpdateInputValidationProblem";
  static override get _name(): string {
    return "OauthUpdateInputValidationProblem";
  }
}

/**
 * Error response 400 of oauthConnect.
 *
 * The request is invalid.
 */
export class OauthConnectInputValidationProblem extends InputValidationProblem {
  override readonly name = "OauthConnectInputValidationProblem";
  static override get _name(): string {
    return "OauthConnectInputValidationProblem";
  }
}

/**
 * Error response 400 of customAuthConnect.
 *
 * The request is invalid, or its session is in the wrong state.
 */
export class CustomAuthConnectInputValidationProblem extends InputValidationProblem {
  override readonly name = "CustomAuthConnectInputValidationProblem";
  static override get _name(): string {
    return "CustomAuthConnectInputValidationProblem";
  }
}
