import type { Issue } from "../schema/types.js";
import { SDKError, hide } from "./base.js";
import { type ErrorOptions } from "./client.js";

abstract class ValidationError extends SDKError {
  /**
   * The value that failed validation. Not shown when the error is logged, as it may hold secrets.
   */
  declare readonly rawValue: unknown;
  /** What led to the error: the issues, or the error of the JSON parser. */
  declare readonly cause: unknown;
  /** The reasons, one entry for each invalid member. */
  readonly issues: readonly Issue[];

  constructor(
    summary: string,
    issues: readonly Issue[],
    rawValue: unknown,
    options?: ErrorOptions,
  ) {
    super(`${summary}: ${joinIssues(issues)}`);
    this.issues = issues;
    hide(this, { rawValue, cause: options?.cause ?? issues });
  }

  /** Formats the issues for people to read, one line each. */
  pretty(): string {
    return [`${this.name}:`, ...this.issues.map((issue) => `  ${formatIssue(issue)}`)].join("\n");
  }
}

/**
 * The request is invalid, or a credential is missing. Nothing was sent. See `issues` for each
 * reason.
 */
export class SDKValidationError extends ValidationError {
  override readonly name = "SDKValidationError";

  constructor(issues: readonly Issue[], rawValue: unknown, options?: ErrorOptions) {
    super("Request validation failed", issues, rawValue, options);
  }
}

/** Options of a {@link ResponseValidationError}. */
export interface ResponseErrorOptions extends ErrorOptions {
  /** The body, as a string. */
  readonly body?: string | undefined;
}

/**
 * A 2xx response that is unusable as a whole: not JSON, of another kind than declared, of a content
 * type that is not declared, too large, or partial although the whole was requested. With
 * `responseValidation: "strict"` also one with a part that does not fit its schema. Never retried,
 * because the server has done the work.
 *
 * `rawValue` holds what the server sent: the parsed JSON, or a string if it is not JSON.
 */
export class ResponseValidationError extends ValidationError {
  override readonly name = "ResponseValidationError";
  /** The HTTP status code of the response. */
  readonly statusCode: number;
  /**
   * The body as a string, up to 65,536 characters; empty if it is binary. Not shown when the error
   * is logged.
   */
  declare readonly body: string;

  constructor(
    statusCode: number,
    issues: readonly Issue[],
    rawValue: unknown,
    options?: ResponseErrorOptions,
  ) {
    super(`Response validation failed (${statusCode})`, issues, rawValue, options);
    this.statusCode = statusCode;
    hide(this, { body: options?.body ?? "" });
  }
}

/** Creates an issue without a schema. */
export function issue(
  path: readonly (string | number)[],
  message: string,
  code = "invalid_value",
): Issue {
  return { code, path, message };
}

/** The maximum number of issues in a message. `issues` has them all. */
const MAX_ISSUES_IN_MESSAGE = 5;

/** Formats issues for a message: the first ones, in one line. */
export function joinIssues(issues: readonly Issue[]): string {
  const lines = issues.slice(0, MAX_ISSUES_IN_MESSAGE).map(formatIssue);
  return `${lines.join("; ")}${issues[MAX_ISSUES_IN_MESSAGE] ? "; ..." : ""}`;
}

/** `requestBody.scopes[0]: expected string, received null` */
function formatIssue({ path, message }: Issue): string {
  const joined = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${joined.replace(/^\./, "")}${joined && ": "}${message}`;
}
