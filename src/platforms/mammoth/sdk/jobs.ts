// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { jobsGet } from "../funcs/jobsGet.js";
import type { GetJobRequest, GetJobResponse } from "../models/operations/jobs.js";

/** Check the progress of work that a request started, such as creating a connection. */
export class Jobs extends Resource {
  /**
   * Get a job
   *
   * Returns the status of a job. Poll every few seconds while it is `processing`.
   *
   * Errors:
   * - {@link GetJobResponseBodyError} 400, application/json
   * - {@link GetJobUnauthorizedError} 401, 403, application/json
   *
   * @see GET /jobs/{job_id}
   * @example
   * ```ts
   * const result = await sdk.jobs.get({
   *   jobId: 31,
   * });
   * ```
   */
  get(request: GetJobRequest, options?: RequestOptions): MethodPromise<GetJobResponse> {
    return method(jobsGet, this.core, request, options);
  }
}
