// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, object, optional, string, unknown } from "../../../../lib/schema/index.js";
import { ErrorIssue } from "./errorissue.js";

/** The kind of error, and words about it. */
export interface ErrorDetails {
  /** The kind of error. */
  code: string;
  /** What went wrong. */
  message?: string | undefined;
  /** What does not fit in the request. */
  errors?: ErrorIssue[] | undefined;
  /** More about it; with `invalid_credentials` an object with the `connection`. */
  payload?: unknown;
}
export const ErrorDetails: Schema<ErrorDetails> = /* @__PURE__ */ object<ErrorDetails>(() => ({
  code: string,
  message: optional(string),
  errors: optional(array(ErrorIssue)),
  payload: optional(unknown),
}));
