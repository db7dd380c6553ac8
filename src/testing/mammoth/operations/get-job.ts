import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, numberIssue } from "../context.js";
import { errorResponse, validationError } from "../errors.js";

/** `GetJob`: `processing` the first time, then the outcome of the job. */
export function getJob({ state, clock, request, path }: Context): EmulatedResponse {
  const issues = numberIssue(path["job_id"], "job_id", 0);
  if (issues.length > 0) return validationError(request.method, request.path, issues);
  const job = state.jobs.find(({ id }) => id === Number(path["job_id"]));
  if (!job) return errorResponse(400, `There is no job ${path["job_id"]}.`);
  const { id, status, outcome, createdAt, lastUpdatedAt, operation } = job;
  if (status === "processing") {
    job.status = outcome.status;
    job.lastUpdatedAt = clock.timestamp().replace("Z", "");
  }
  return json(200, {
    job: {
      id,
      status,
      response: status === "processing" ? {} : outcome.response,
      last_updated_at: lastUpdatedAt,
      created_at: createdAt,
      path: job.path,
      operation,
    },
  });
}
