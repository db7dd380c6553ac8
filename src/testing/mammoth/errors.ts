import { type EmulatedResponse, json } from "../messages.js";

/** An issue with one member of a request. */
export interface MammothIssue {
  readonly message: string;
  readonly key: string;
  readonly source: "body" | "path" | "query";
}

/** An error response in the vendor's format. */
export function errorResponse(status: number, detail: string, extra?: unknown): EmulatedResponse {
  return json(status, { status_code: status, detail, ...(extra !== undefined && { extra }) });
}

/** An error response with the issues of a request. */
export function validationError(
  method: string,
  path: string,
  issues: readonly MammothIssue[],
): EmulatedResponse {
  return errorResponse(400, `Validation failed for ${method} ${path}`, issues);
}
