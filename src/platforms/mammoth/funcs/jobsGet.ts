// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation, path } from "../../../lib/index.js";
import { JobResponse } from "../models/components/jobs.js";
import { ErrorBody } from "../models/components/shared.js";
import { GetJobResponseBodyError, GetJobUnauthorizedError } from "../models/errors/jobs.js";
import { GetJobRequest, type GetJobResponse } from "../models/operations/jobs.js";

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
 */
export const jobsGet: Operation<
  GetJobRequest,
  GetJobResponse,
  GetJobResponseBodyError | GetJobUnauthorizedError
> = /* @__PURE__ */ operation(() => ({
  id: "GetJob",
  method: "GET",
  path: "/jobs/{job_id}",
  request: GetJobRequest,
  parameters: [path("job_id", "jobId")],
  responses: [
    json(200, JobResponse),
    jsonError(400, GetJobResponseBodyError, ErrorBody),
    jsonError(401, GetJobUnauthorizedError, ErrorBody),
    jsonError(403, GetJobUnauthorizedError, ErrorBody),
  ],
}));
