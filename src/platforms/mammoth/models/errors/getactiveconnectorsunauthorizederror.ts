// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/errorbody.js";

/**
 * Error response 401, 403 of GetActiveConnectors.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetActiveConnectorsUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetActiveConnectorsUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetActiveConnectorsUnauthorizedError";
}
