// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
