import { type EmulatedResponse, json } from "../messages.js";

/** What is wrong with one member of a request. */
export interface MammothIssue {
  readonly message: string;
  readonly key: string;
  readonly source: "body" | "path" | "query";
}

/** The vendor's one error body. */
export function refuse(status: number, detail: string, extra?: unknown): EmulatedResponse {
  return json(status, { status_code: status, detail, ...(extra !== undefined && { extra }) });
}

/** The same for members of a request that do not fit. */
export function refuseIssues(
  method: string,
  path: string,
  issues: readonly MammothIssue[],
): EmulatedResponse {
  return refuse(400, `Validation failed for ${method} ${path}`, issues);
}
