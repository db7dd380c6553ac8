import type { Issue } from "../schema/types.js";
import { SDKError, hide } from "./base.js";
import { type ErrorOptions } from "./client.js";

abstract class ValidationError extends SDKError {
  /** The value that does not fit, as it was given. Not shown when the error is logged, since it may hold secrets. */
  declare readonly rawValue: unknown;
  /** What led to the error: the issues, or the parser's error. */
  declare readonly cause: unknown;
  /** What does not fit, one entry a member. */
  readonly issues: readonly Issue[];

  constructor(what: string, issues: readonly Issue[], rawValue: unknown, options?: ErrorOptions) {
    super(`${what}: ${summary(issues)}`);
    this.issues = issues;
    hide(this, { rawValue, cause: options?.cause ?? issues });
  }

  /** The issues as lines for people to read. */
  pretty(): string {
    return [`${this.name}:`, ...this.issues.map((issue) => `  ${line(issue)}`)].join("\n");
  }
}

/** The request does not fit what the operation takes. Nothing was sent. `issues` names each member and what was expected. */
export class SDKValidationError extends ValidationError {
  override readonly name = "SDKValidationError";

  constructor(issues: readonly Issue[], rawValue: unknown, options?: ErrorOptions) {
    super("The request does not fit", issues, rawValue, options);
  }
}

/** A 2xx answer that does not parse or does not fit its schema. Nothing is lost: `rawValue` is what the server sent. */
export class ResponseValidationError extends ValidationError {
  override readonly name = "ResponseValidationError";
  /** The HTTP status of the answer. */
  readonly statusCode: number;

  constructor(
    statusCode: number,
    issues: readonly Issue[],
    rawValue: unknown,
    options?: ErrorOptions,
  ) {
    super(`The answer (status ${statusCode}) does not fit`, issues, rawValue, options);
    this.statusCode = statusCode;
  }
}

/** One issue that is known without a schema. */
export function issue(
  path: readonly (string | number)[],
  message: string,
  code = "invalid_value",
): Issue {
  return { code, path, message };
}

/** How many issues a message holds; the others are in `issues`. */
const MOST = 5;

function summary(issues: readonly Issue[]): string {
  return `${issues.slice(0, MOST).map(line).join("; ")}${issues[MOST] ? "; ..." : ""}`;
}

/** `requestBody.scopes[0]: expected string, received null` */
function line({ path, message }: Issue): string {
  const at = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${at.replace(/^\./, "")}${at && ": "}${message}`;
}
