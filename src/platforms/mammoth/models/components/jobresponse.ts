// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object } from "../../../../lib/schema/index.js";
import { JobSchema } from "./jobschema.js";

/** The envelope of a job. */
export interface JobResponse {
  job: JobSchema;
}
export const JobResponse: Schema<JobResponse> = /* @__PURE__ */ object(() => ({
  job: JobSchema,
}));
