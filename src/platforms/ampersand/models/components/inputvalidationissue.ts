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

/** An issue with one member of a request. */
export interface InputValidationIssue extends ApiProblem {
  /** The part of the request that contains the member. */
  in?: InputValidationIssueIn | undefined;
  /** The name of the member. */
  name?: string | undefined;
  /** The value that was sent. May contain a secret. */
  value?: unknown;
}
export const InputValidationIssue: Schema<InputValidationIssue> = /* @__PURE__ */ object(() => ({
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
  in: optional(string),
  name: optional(string),
  value: optional(unknown),
}));

/** The part of the request that contains the member. */
export const InputValidationIssueIn = {
  Body: "body",
  Header: "header",
  Path: "path",
  Query: "query",
} as const;
/** The part of the request that contains the member. */
export type InputValidationIssueIn = "body" | "header" | "path" | "query" | (string & {});
