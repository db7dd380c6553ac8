// Written by sdkwright. Change the document or the generator, not this file.
import { Refused, Unauthorized } from "./shared.js";

/**
 * Error response 400 of GetJob.
 *
 * The request was refused. See `detail`.
 */
export class GetJobResponseBodyError extends Refused {
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
export class GetJobUnauthorizedError extends Unauthorized {
  override readonly name = "GetJobUnauthorizedError";
  static override get _name(): string {
    return "GetJobUnauthorizedError";
  }
}
