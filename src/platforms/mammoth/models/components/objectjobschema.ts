// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { integer, nullable, object, optionalAs, string } from "../../../../lib/schema/index.js";

/** The job that creates a connection. */
export interface ObjectJobSchema {
  /** The outcome of the job, as an HTTP status code. */
  statusCode?: number | null | undefined;
  /** The id of the job. See `jobs.get`. */
  jobId?: number | null | undefined;
  /** Why the job failed. */
  failureReason?: string | null | undefined;
}
export const ObjectJobSchema: Schema<ObjectJobSchema> = /* @__PURE__ */ object(() => ({
  statusCode: optionalAs("status_code", nullable(integer)),
  jobId: optionalAs("job_id", nullable(integer)),
  failureReason: optionalAs("failure_reason", nullable(string)),
}));
