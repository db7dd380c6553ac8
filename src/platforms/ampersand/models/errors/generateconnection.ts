// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
