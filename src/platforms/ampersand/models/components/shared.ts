// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, integer, object, optional, string } from "../../../../lib/schema/index.js";

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
