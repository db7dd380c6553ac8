// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

/**
 * Error response 404 of getConnection.
 *
 * There is no such project, or no such connection in it.
 */
export interface GetConnectionInputValidationProblem extends Omit<
  InputValidationProblem,
  "requestId"
> {}
export class GetConnectionInputValidationProblem extends TypedError<InputValidationProblem> {
  override readonly name = "GetConnectionInputValidationProblem";
}
