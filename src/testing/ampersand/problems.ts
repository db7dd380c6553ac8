import { type EmulatedResponse, json } from "../messages.js";
import type { Clock } from "../clock.js";
import { type AmpersandState, nextId } from "./state.js";

/** What is wrong with one member of a request. */
export interface Issue {
  readonly in: "body" | "header" | "path" | "query";
  readonly name: string;
  readonly value?: unknown;
  readonly detail: string;
}

/** The members of a problem that vary. */
export interface ProblemDetails {
  readonly detail: string;
  readonly remedy?: string;
  readonly causes?: readonly string[];
  readonly issues?: readonly Issue[];
  readonly retryable?: boolean;
  /** RFC 3339: a point in time and not a number of seconds. */
  readonly retryAfter?: string;
}

/** Makes a reply of the vendor's one error format, `application/problem+json` (RFC 9457). */
export type Refuse = (status: number, details: ProblemDetails) => EmulatedResponse;

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

/** Makes the function that writes problems, each with a request id and a time of its own. */
export function createRefuse(state: AmpersandState, clock: Clock): Refuse {
  return (status, details) =>
    json(
      status,
      {
        type: "about:blank",
        title: titles[status] ?? "Error",
        status,
        subsystem: "emulator",
        time: clock.stamp(),
        requestId: nextId(state, "req"),
        ...details,
      },
      "application/problem+json",
    );
}

/** A problem about members of a request: their texts are its causes. */
export function refuseIssues(
  refuse: Refuse,
  status: number,
  issues: readonly Issue[],
  remedy?: string,
): EmulatedResponse {
  return refuse(status, {
    detail: "The request did not pass validation.",
    causes: issues.map((issue) => issue.detail),
    ...(remedy !== undefined && { remedy }),
    issues,
  });
}

/** An issue about a member of the body. */
export function bodyIssue(name: string, value: unknown, detail: string): Issue {
  return { in: "body", name, ...(value !== undefined && { value }), detail };
}
