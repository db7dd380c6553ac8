import { type EmulatedResponse, json } from "../messages.js";

/** An issue of a request, in the form of the server's validation. */
export interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
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

/** Thrown by an operation that refuses a request. Carries the response. */
export class Refused extends Error {
  readonly response: EmulatedResponse;

  constructor(status: number, code: string, details?: ErrorDetails) {
    super(code);
    this.response = errorResponse(status, code, details);
  }
}

/** The messages of the 401s, by code. */
const unauthorized: Readonly<Record<string, string>> = {
  missing_auth_header: "The request is missing the Authorization header.",
  malformed_auth_header: "The Authorization header is malformed.",
  invalid_secret_key_format: "The provided secret key is not a UUID v4.",
  unknown_account: "The provided authorization header does not match any account.",
};

/** The response to a request without a key that works. */
export function unauthorizedResponse(code: string): EmulatedResponse {
  const message = `Authentication failed. ${unauthorized[code] ?? ""}`;
  return errorResponse(401, code, { message, payload: {} });
}

/** The response to a request that breaks the server. */
export function brokenResponse(): EmulatedResponse {
  const payload = "00000000-0000-4000-8000-000000000500";
  const message = `An error occurred. Please contact support with this unique id: "${payload}"`;
  return errorResponse(500, "generic_error_support", { message, payload });
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
