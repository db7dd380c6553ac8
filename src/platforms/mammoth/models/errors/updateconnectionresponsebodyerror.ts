// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 400 of UpdateConnection.
 *
 * The request was refused. See `detail`.
 */
export interface UpdateConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class UpdateConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "UpdateConnectionResponseBodyError";
}
