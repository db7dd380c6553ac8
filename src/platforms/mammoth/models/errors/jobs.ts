// Written by sdkwright. Change the document or the generator, not this file.
import { TypedError } from "../../../../lib/index.js";
import type { ErrorBody } from "../components/shared.js";

/**
 * Error response 400 of GetJob.
 *
 * The request was refused. See `detail`.
 */
export interface GetJobResponseBodyError extends Omit<ErrorBody, "statusCode"> {}
export class GetJobResponseBodyError extends TypedError<ErrorBody> {
  override readonly name = "GetJobResponseBodyError";
  static override get _name(): string {
    return "GetJobResponseBodyError";
  }
}

/**
 * Error response 401, 403 of GetJob.
 *
 * The key or the secret is missing or invalid, or has no access to this workspace.
 */
export interface GetJobUnauthorizedError extends Omit<ErrorBody, "statusCode"> {}
export class GetJobUnauthorizedError extends TypedError<ErrorBody> {
  override readonly name = "GetJobUnauthorizedError";
  static override get _name(): string {
    return "GetJobUnauthorizedError";
  }
}
