// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { integer, nullable, object, optional, string } from "../../../../lib/schema/index.js";
import { ErrorValidation } from "./errorvalidation.js";

/** What went wrong. */
export interface ErrorMessage {
  /** A status. Not always that of the answer. */
  statusCode?: number | undefined;
  /** The part of Codat that answered. */
  service?: string | undefined;
  /** What went wrong. */
  error?: string | undefined;
  /** Codat's name for this exchange; give it to its support. */
  correlationId?: string | undefined;
  /** What of the request was found wrong. */
  validation?: ErrorValidation | null | undefined;
  /** Whether to try again, as a text: `True`, `False`, `Unknown`. */
  canBeRetried?: string | undefined;
  /** A number for this kind of error. */
  detailedErrorCode?: number | undefined;
}
export const ErrorMessage: Schema<ErrorMessage> = /* @__PURE__ */ object<ErrorMessage>(() => ({
  statusCode: optional(integer),
  service: optional(string),
  error: optional(string),
  correlationId: optional(string),
  validation: optional(nullable(ErrorValidation)),
  canBeRetried: optional(string),
  detailedErrorCode: optional(integer),
}));
