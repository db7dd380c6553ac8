// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
