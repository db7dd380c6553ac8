import { type EmulatedResponse, json } from "../messages.js";

/** What does not fit in a request, as the server's validation says it. */
export interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** What an error says besides its code. */
export interface ErrorDetails {
  readonly message?: string;
  readonly errors?: readonly Issue[];
  readonly payload?: unknown;
  readonly method?: string;
  readonly path?: string;
}

/** A reply of the vendor's one error envelope. */
export function refuse(status: number, code: string, details: ErrorDetails = {}): EmulatedResponse {
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

/** A failure that somebody asked for. The one for too many requests has no message. */
export function failure(status: number): EmulatedResponse {
  const code = codes[status] ?? (status >= 500 ? "server_error" : "generic_error_support");
  return status === 429
    ? refuse(status, code, { method: "GET", path: "/connections" })
    : refuse(status, code, { message: "The emulator was told to fail." });
}
