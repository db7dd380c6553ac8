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

/** What is wrong with one member of a request. */
export interface InputValidationIssue {
  /**
   * Names the kind of problem. `about:blank` when the status says everything.
   *
   * Default: `"about:blank"`.
   */
  type?: string | undefined;
  /** A page about this kind of problem. */
  href?: string | undefined;
  /** The kind of problem in a few words, the same every time. */
  title?: string | undefined;
  /**
   * The HTTP status, repeated.
   *
   * Limits: at least 400, less than 600.
   */
  status?: number | undefined;
  /** What went wrong this time, for people. */
  detail?: string | undefined;
  /** Names this occurrence of the problem. Not always a proper URI. */
  instance?: string | undefined;
  /** The part of Ampersand in which the problem arose. */
  subsystem?: string | undefined;
  /** When the problem arose. */
  time?: Date | undefined;
  /** Names the request. Give it to Ampersand's support. */
  requestId?: string | undefined;
  /** What led to the problem, for people, in no particular order. */
  causes?: string[] | undefined;
  /** What to do about it. */
  remedy?: string | undefined;
  /** Where to ask for help by mail. */
  supportEmail?: string | undefined;
  /** Where to ask for help by phone. */
  supportPhone?: string | undefined;
  /** Where to ask for help on the web. */
  supportUrl?: string | undefined;
  /** Whether the same request may succeed later. */
  retryable?: boolean | undefined;
  /** From when on it is worth trying again. A point in time, not a number of seconds. */
  retryAfter?: Date | undefined;
  /** Further facts about the problem, by name. */
  context?: Record<string, unknown> | undefined;
  /** The part of the request in which the member is. */
  in?: InputValidationIssueIn | undefined;
  /** The name of the member. */
  name?: string | undefined;
  /** The value that was sent. May hold a secret. */
  value?: unknown;
}
export const InputValidationIssue: Schema<InputValidationIssue> =
  /* @__PURE__ */ object<InputValidationIssue>(() => ({
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

/** The part of the request in which the member is. */
export const InputValidationIssueIn = {
  Body: "body",
  Header: "header",
  Path: "path",
  Query: "query",
} as const;
/** The part of the request in which the member is. */
export type InputValidationIssueIn = "body" | "header" | "path" | "query" | (string & {});
