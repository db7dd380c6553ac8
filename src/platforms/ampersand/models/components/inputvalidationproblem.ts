// Written by sdkwright. Change the document or the generator, not this file.
import {
  type Schema,
  array,
  boolean,
  dateTime,
  integer,
  object,
  optional,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import type { ApiProblem } from "./apiproblem.js";
import { InputValidationIssue } from "./inputvalidationissue.js";

/** A problem with the request, with the members that are invalid. */
export interface InputValidationProblem extends ApiProblem {
  /** The issues, one for each invalid member. */
  issues?: InputValidationIssue[] | undefined;
}
export const InputValidationProblem: Schema<InputValidationProblem> = /* @__PURE__ */ object(
  () => ({
    type: optional(string),
    href: optional(string),
    title: optional(string),
    status: optional(integer),
    detail: optional(string),
    instance: optional(string),
    subsystem: optional(string),
    time: optional(dateTime),
    requestId: optional(string),
    causes: optional(array(string)),
    remedy: optional(string),
    supportEmail: optional(string),
    supportPhone: optional(string),
    supportUrl: optional(string),
    retryable: optional(boolean),
    retryAfter: optional(dateTime),
    context: optional(record(unknown)),
    issues: optional(array(InputValidationIssue)),
  }),
);
