// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";

/** The request of GetJob. */
export const GetJobRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    jobId: z.int(),
  }),
);
/** {@link GetJobRequest} and its JSON, for `z.decode` and `z.encode`. */
export const GetJobRequestWire = GetJobRequest;
