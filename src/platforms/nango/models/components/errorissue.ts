// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { array, integer, object, string, union } from "../../../../lib/schema/index.js";

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
