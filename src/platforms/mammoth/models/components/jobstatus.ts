// Written by sdkwright. Change the document or the generator, not this file.
/** How a job goes. */
export const JobStatus = {
  Success: "success",
  Failure: "failure",
  Processing: "processing",
  Error: "error",
} as const;
/** How a job goes. */
export type JobStatus = "success" | "failure" | "processing" | "error" | (string & {});
