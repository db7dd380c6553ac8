import type { Issue } from "../schema/types.js";

/**
 * What becomes of a 2xx response that does not fit its schema.
 *
 * - `lenient`: what fits is decoded, everything else is kept as it came. Only a response that is
 *   unusable as a whole is an error.
 * - `strict`: any value of the wrong type and any missing required member is an error.
 *
 * Unknown members and unknown enum values are kept in both modes.
 */
export type ResponseValidation = "lenient" | "strict";

/** The response that issues were found in. */
export interface IssuesContext {
  /** The operation's id in the API's document: `listConnections`. */
  readonly operationId: string;
  /** The HTTP status code. */
  readonly statusCode: number;
}

/**
 * Receives the issues of a response that was kept although parts of it do not fit. Called once per
 * response, so once per page of a list. What it throws, or rejects with, is ignored.
 */
export type OnResponseIssues = (
  issues: readonly Issue[],
  context: IssuesContext,
) => void | Promise<void>;
