// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { integer, nullable, object, optional, string } from "../../../../lib/schema/index.js";
import { ErrorValidation } from "./errorvalidation.js";

/** An error response. */
export interface ErrorMessage {
  /** A status code. It can differ from the HTTP status code. */
  statusCode?: number | undefined;
  /** The part of Codat that responded. */
  service?: string | undefined;
  /** The error message. */
  error?: string | undefined;
  /** The id of this request. Include it when you contact Codat's support. */
  correlationId?: string | undefined;
  /** The validation issues of the request. */
  validation?: ErrorValidation | null | undefined;
  /** Whether you can retry the request, as a string: `True`, `False` or `Unknown`. */
  canBeRetried?: string | undefined;
  /** A code for this kind of error. */
  detailedErrorCode?: number | undefined;
}
export const ErrorMessage: Schema<ErrorMessage> = /* @__PURE__ */ object(() => ({
  statusCode: optional(integer),
  service: optional(string),
  error: optional(string),
  correlationId: optional(string),
  validation: optional(nullable(ErrorValidation)),
  canBeRetried: optional(string),
  detailedErrorCode: optional(integer),
}));
