// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";

/** What went wrong, in the form of RFC 9457. Further members may appear. */
export interface Problem {
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
}
export const Problem: Schema<Problem> = /* @__PURE__ */ object<Problem>(() => ({
  type: optional(string),
  href: optional(string),
  title: optional(string),
  status: optional(integer),
  detail: optional(string),
  instance: optional(string),
}));
