// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
