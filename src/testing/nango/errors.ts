import { type EmulatedResponse, json } from "../messages.js";

/** An issue of a request, in the form of the server's validation. */
export interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The members of an error besides its code. */
export interface ErrorDetails {
  readonly message?: string;
  readonly errors?: readonly Issue[];
  readonly payload?: unknown;
  readonly method?: string;
  readonly path?: string;
}

/** An error response in the vendor's format. */
export function errorResponse(
  status: number,
  code: string,
  details: ErrorDetails = {},
): EmulatedResponse {
  return json(status, { error: { code, ...details } });
}

const codes: Readonly<Record<number, string>> = {
  400: "invalid_body",
  401: "unknown_account",
  403: "forbidden",
  404: "not_found",
  415: "invalid_content_type",
  424: "invalid_credentials",
  429: "too_many_request",
};

/** The error response of an injected fault. The one for too many requests has no message. */
export function injectedError(status: number): EmulatedResponse {
  const code = codes[status] ?? (status >= 500 ? "server_error" : "generic_error_support");
  return status === 429
    ? errorResponse(status, code, { method: "GET", path: "/connections" })
    : errorResponse(status, code, { message: "The emulator was told to fail." });
}
