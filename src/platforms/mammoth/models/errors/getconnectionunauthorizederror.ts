// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 401, 403 of GetConnection.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetConnectionUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetConnectionUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetConnectionUnauthorizedError";
}
