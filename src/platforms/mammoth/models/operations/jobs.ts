// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object } from "../../../../lib/schema/index.js";
import type { JobResponse } from "../components/jobs.js";

/** The request of GetJob. */
export interface GetJobRequest {
  /** The id of the job, from an earlier response. */
  jobId: number;
}
export const GetJobRequest: Schema<GetJobRequest> = /* @__PURE__ */ object(() => ({
  jobId: integer,
}));

/** The response of GetJob. */
export type GetJobResponse = JobResponse;
