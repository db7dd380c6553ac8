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

/** A problem details object (RFC 9457). It may have further members. */
export interface Problem {
  /**
   * A URI that identifies the type of problem. `about:blank` if the problem is described by the
   * status alone.
   *
   * Default: `"about:blank"`.
   */
  type?: string | undefined;
  /** The URL of a page about this type of problem. */
  href?: string | undefined;
  /** A short summary of the type of problem. */
  title?: string | undefined;
  /**
   * The HTTP status code.
   *
   * Limits: at least 400, less than 600.
   */
  status?: number | undefined;
  /** A human-readable explanation of this occurrence of the problem. */
  detail?: string | undefined;
  /** Identifies this occurrence of the problem. Not always a valid URI. */
  instance?: string | undefined;
}
export const Problem: Schema<Problem> = /* @__PURE__ */ object(() => ({
  type: optional(string),
  href: optional(string),
  title: optional(string),
  status: optional(integer),
  detail: optional(string),
  instance: optional(string),
}));

/** A problem, with information on how to resolve it and how to get help. */
export interface ApiProblem extends Problem {
  /** The part of Ampersand where the problem occurred. */
  subsystem?: string | undefined;
  /** When the problem occurred. */
  time?: Date | undefined;
  /** The id of the request. Include it when you contact Ampersand's support. */
  requestId?: string | undefined;
  /** Human-readable causes of the problem, in no particular order. */
  causes?: string[] | undefined;
  /** How to resolve the problem. */
  remedy?: string | undefined;
  /** The email address of support. */
  supportEmail?: string | undefined;
  /** The phone number of support. */
  supportPhone?: string | undefined;
  /** The URL of support. */
  supportUrl?: string | undefined;
  /** Whether the same request may succeed if you retry it. */
  retryable?: boolean | undefined;
  /** The earliest time to retry. A date-time, not a number of seconds. */
  retryAfter?: Date | undefined;
  /** Further information about the problem, by name. */
  context?: Record<string, unknown> | undefined;
}
export const ApiProblem: Schema<ApiProblem> = /* @__PURE__ */ object(() => ({
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
}));
