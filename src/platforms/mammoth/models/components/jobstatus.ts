// Written by sdkwright. Change the document or the generator, not this file.
/** The status of a job. */
export const JobStatus = {
  Success: "success",
  Failure: "failure",
  Processing: "processing",
  Error: "error",
} as const;
/** The status of a job. */
export type JobStatus = "success" | "failure" | "processing" | "error" | (string & {});
