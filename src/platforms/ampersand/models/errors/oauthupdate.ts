// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { InputValidationProblem } from "../components/inputvalidationproblem.js";

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
}
