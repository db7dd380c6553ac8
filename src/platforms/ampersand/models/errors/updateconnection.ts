// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

/**
 * Error response 400 of updateConnection.
 *
 * The mask or a value was refused. For a bad mask, `remedy` lists the names that are allowed.
 */
export interface UpdateConnectionInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId"
> {}
export class UpdateConnectionInputValidationProblem extends TypedError<InputValidationProblem> {
  override readonly name = "UpdateConnectionInputValidationProblem";
}
