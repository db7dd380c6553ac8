// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

/**
 * Error response 400 of customAuthConnect.
 *
 * The request or the state of its session was refused.
 */
export interface CustomAuthConnectInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId"
> {}
export class CustomAuthConnectInputValidationProblem extends TypedError<InputValidationProblem> {
  override readonly name = "CustomAuthConnectInputValidationProblem";
}
