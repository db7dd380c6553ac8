import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, numberIssue } from "../context.js";
import { refuse, refuseIssues } from "../refuse.js";

/** `GetJob`: `processing` the first time, and then how the job ended. */
export function getJob({ state, clock, call, path }: Context): EmulatedResponse {
  const issues = numberIssue(path["job_id"], "job_id", 0);
  if (issues.length > 0) return refuseIssues(call.method, call.path, issues);
  const job = state.jobs.find(({ id }) => id === Number(path["job_id"]));
  if (!job) return refuse(400, `There is no job ${path["job_id"]}.`);
  const { id, status, outcome, createdAt, lastUpdatedAt, operation } = job;
  if (status === "processing") {
    job.status = outcome.status;
    job.lastUpdatedAt = clock.stamp().replace("Z", "");
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
