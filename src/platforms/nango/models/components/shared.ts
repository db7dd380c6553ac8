// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  integer,
  object,
  optional,
  string,
  union,
  unknown,
} from "../../../../lib/schema/index.js";

/** An error response. */
export interface ErrorBody {
  error: ErrorDetails;
}
export const ErrorBody: Schema<ErrorBody> = /* @__PURE__ */ object(() => ({
  error: ErrorDetails,
}));

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

/** An issue of a request. */
export interface ErrorIssue {
  /** The code of the issue. */
  code: string;
  /** A human-readable explanation. */
  message: string;
  /** The path of the member: names, and indexes of lists. */
  path: (string | number)[];
}
export const ErrorIssue: Schema<ErrorIssue> = /* @__PURE__ */ object(() => ({
  code: string,
  message: string,
  path: array(union(() => [string, integer])),
}));
