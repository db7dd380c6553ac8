// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, integer, object, string, unknown } from "../../../../lib/schema/index.js";

/** The envelope of a job. */
export interface JobResponse {
  job: JobSchema;
}
export const JobResponse: Schema<JobResponse> = /* @__PURE__ */ object(() => ({
  job: JobSchema,
}));

/** Work that a request started. */
export interface JobSchema {
  /** The id of the job. */
  id: number;
  status: JobStatus;
  /**
   * The result of the job: an object or a list. After a failure, its `error` usually contains the
   * reason.
   */
  response: unknown;
  /** When the job was last updated. Has no UTC offset. */
  lastUpdatedAt: string;
  /** When the job was created. Has no UTC offset. */
  createdAt: string;
  /** The path of the request that started the job. */
  path: string;
  /** What the job does. */
  operation: string;
}
export const JobSchema: Schema<JobSchema> = /* @__PURE__ */ object(() => ({
  id: integer,
  status: string,
  response: unknown,
  lastUpdatedAt: as("last_updated_at", string),
  createdAt: as("created_at", string),
  path: string,
  operation: string,
}));

/** The status of a job. */
export const JobStatus = {
  Success: "success",
  Failure: "failure",
  Processing: "processing",
  Error: "error",
} as const;
/** The status of a job. */
export type JobStatus = "success" | "failure" | "processing" | "error" | (string & {});
