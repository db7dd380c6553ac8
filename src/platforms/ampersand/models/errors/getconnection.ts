// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
