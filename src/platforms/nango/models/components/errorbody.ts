// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object } from "../../../../lib/schema/index.js";
import { ErrorDetails } from "./errordetails.js";

/** An error response. */
export interface ErrorBody {
  error: ErrorDetails;
}
export const ErrorBody: Schema<ErrorBody> = /* @__PURE__ */ object(() => ({
  error: ErrorDetails,
}));
