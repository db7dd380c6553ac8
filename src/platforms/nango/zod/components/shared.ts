// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";

/** An issue of a request. */
export const ErrorIssue = /* @__PURE__ */ define(() =>
  z.looseObject({
    code: z.string(),
    message: z.string(),
    path: z.array(z.union([z.string(), z.int()])),
  }),
);
/** {@link ErrorIssue} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorIssueWire = ErrorIssue;

/** The code of an error, and details about it. */
export const ErrorDetails = /* @__PURE__ */ define(() =>
  z.looseObject({
    code: z.string(),
    message: z.string().optional(),
    errors: z.array(ErrorIssue).optional(),
    payload: z.unknown().optional(),
  }),
);
/** {@link ErrorDetails} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorDetailsWire = ErrorDetails;

/** An error response. */
export const ErrorBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    error: ErrorDetails,
  }),
);
/** {@link ErrorBody} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorBodyWire = ErrorBody;
