// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/connections.js";

/**
 * Error response 404 of listConnections.
 *
 * The project does not exist, or the key has no access to it.
 */
export interface ListConnectionsInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class ListConnectionsInputValidationProblem extends TypedError<InputValidationProblem> {
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
export interface GenerateConnectionInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class GenerateConnectionInputValidationProblem extends TypedError<InputValidationProblem> {
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
export interface GenerateConnectionConnectionsInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class GenerateConnectionConnectionsInputValidationProblem extends TypedError<InputValidationProblem> {
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
export interface GetConnectionInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class GetConnectionInputValidationProblem extends TypedError<InputValidationProblem> {
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
export interface UpdateConnectionInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class UpdateConnectionInputValidationProblem extends TypedError<InputValidationProblem> {
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
export interface OauthUpdateInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class OauthUpdateInputValidationProblem extends TypedError<InputValidationProblem> {
  override readonly name = "OauthUpdateInputValidationProblem";
  static override get _name(): string {
    return "OauthUpdateInputValidationProblem";
  }
}

/**
 * Error response 400 of customAuthConnect.
 *
 * The request is invalid, or its session is in the wrong state.
 */
export interface CustomAuthConnectInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId" | "retryable"
> {}
export class CustomAuthConnectInputValidationProblem extends TypedError<InputValidationProblem> {
  override readonly name = "CustomAuthConnectInputValidationProblem";
  static override get _name(): string {
    return "CustomAuthConnectInputValidationProblem";
  }
}
