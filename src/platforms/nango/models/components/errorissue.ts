// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, integer, object, string, union } from "../../../../lib/schema/index.js";

/** One thing that does not fit. */
export interface ErrorIssue {
  /** The kind of misfit. */
  code: string;
  /** What does not fit. */
  message: string;
  /** The member, from the outside in: names, and indexes of lists. */
  path: (string | number)[];
}
export const ErrorIssue: Schema<ErrorIssue> = /* @__PURE__ */ object<ErrorIssue>(() => ({
  code: string,
  message: string,
  path: array(union<string | number>(() => [string, integer])),
}));
