// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 400 of GetConnection.
 *
 * The request was refused. See `detail`.
 */
export interface GetConnectionResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionResponseBodyError";
}
