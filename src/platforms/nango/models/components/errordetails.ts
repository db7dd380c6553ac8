// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, object, optional, string, unknown } from "../../../../lib/schema/index.js";
import { ErrorIssue } from "./errorissue.js";

/** The code of an error, and details about it. */
export interface ErrorDetails {
  /** The code of the error. */
  code: string;
  /** A human-readable explanation. */
  message?: string | undefined;
  /** The issues of the request. */
  errors?: ErrorIssue[] | undefined;
  /** Further details. With `invalid_credentials` an object with the `connection`. */
  payload?: unknown;
}
export const ErrorDetails: Schema<ErrorDetails> = /* @__PURE__ */ object(() => ({
  code: string,
  message: optional(string),
  errors: optional(array(ErrorIssue)),
  payload: optional(unknown),
}));
