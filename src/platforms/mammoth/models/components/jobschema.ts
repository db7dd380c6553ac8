// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, integer, object, string, unknown } from "../../../../lib/schema/index.js";
import type { JobStatus } from "./jobstatus.js";

/** Work that the API was asked for. */
export interface JobSchema {
  /** The id of the job. */
  id: number;
  status: JobStatus;
  /** What the job led to, an object or a list. After a failure its `error` usually says why. */
  response: unknown;
  /** When the job last changed, without an offset from UTC. */
  lastUpdatedAt: string;
  /** When the job was made, without an offset from UTC. */
  createdAt: string;
  /** The path of the request that the job came from. */
  path: string;
  /** What the job does. */
  operation: string;
}
export const JobSchema: Schema<JobSchema> = /* @__PURE__ */ object<JobSchema>(() => ({
  id: integer,
  status: string,
  response: unknown,
  lastUpdatedAt: as("last_updated_at", string),
  createdAt: as("created_at", string),
  path: string,
  operation: string,
}));
