import { type EmulatedResponse, json } from "../messages.js";
import type { Clock } from "../clock.js";
import { type AmpersandState, nextId } from "./state.js";

/** An issue with one member of a request. */
export interface Issue {
  readonly in: "body" | "header" | "path" | "query";
  readonly name: string;
  readonly value?: unknown;
  readonly detail: string;
}

/** The members of a problem that depend on the error. */
export interface ProblemDetails {
  readonly detail: string;
  readonly remedy?: string;
  readonly causes?: readonly string[];
  readonly issues?: readonly Issue[];
  readonly retryable?: boolean;
  /** The earliest time to retry, in RFC 3339. Not a number of seconds. */
  readonly retryAfter?: string;
}

/** Creates an error response in the vendor's format, `application/problem+json` (RFC 9457). */
export type ProblemFactory = (status: number, details: ProblemDetails) => EmulatedResponse;

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** Creates the function that creates problems, each with its own request id and time. */
export function createProblemFactory(state: AmpersandState, clock: Clock): ProblemFactory {
  return (status, details) =>
    json(
      status,
      {
        type: "about:blank",
        title: titles[status] ?? "Error",
        status,
        subsystem: "emulator",
        time: clock.timestamp(),
        requestId: nextId(state, "req"),
        ...details,
      },
      "application/problem+json",
    );
}

/** A problem with the issues of a request. Their details are also its causes. */
export function validationProblem(
  problem: ProblemFactory,
  status: number,
  issues: readonly Issue[],
  remedy?: string,
): EmulatedResponse {
  return problem(status, {
    detail: "The request did not pass validation.",
    causes: issues.map((issue) => issue.detail),
    ...(remedy !== undefined && { remedy }),
    issues,
  });
}

/** An issue with a member of the body. */
export function bodyIssue(name: string, value: unknown, detail: string): Issue {
  return { in: "body", name, ...(value !== undefined && { value }), detail };
}
