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
import type { Problem } from "./problem.js";

/** A problem with what is needed to act on it and to ask for help. */
export interface ApiProblem extends Problem {
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
}
export const ApiProblem: Schema<ApiProblem> = /* @__PURE__ */ object<ApiProblem>(() => ({
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
