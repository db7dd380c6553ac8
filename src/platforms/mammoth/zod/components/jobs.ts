// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";

/** Work that a request started. */
export const JobSchema = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.int(),
    status: z.string(),
    response: z.unknown(),
    lastUpdatedAt: z.string(),
    createdAt: z.string(),
    path: z.string(),
    operation: z.string(),
  }),
);
/** {@link JobSchema} and its JSON, for `z.decode` and `z.encode`. */
export const JobSchemaWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.int(),
      status: z.string(),
      response: z.unknown(),
      last_updated_at: z.string(),
      created_at: z.string(),
      path: z.string(),
      operation: z.string(),
    }),
    JobSchema,
    renamed({ last_updated_at: "lastUpdatedAt", created_at: "createdAt" }),
  ),
);

/** The envelope of a job. */
export const JobResponse = /* @__PURE__ */ define(() =>
  z.looseObject({
    job: JobSchema,
  }),
);
/** {@link JobResponse} and its JSON, for `z.decode` and `z.encode`. */
export const JobResponseWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    job: JobSchemaWire,
  }),
);
