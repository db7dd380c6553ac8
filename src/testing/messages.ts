/** A request to an emulated platform, as plain data: no stream and no socket. */
export interface EmulatedRequest {
  /** The method, in upper case. */
  readonly method: string;
  /**
   * The path below the platform's base URL, percent-encoded: `/projects/my-project/connections`.
   */
  readonly path: string;
  /** The query parameters. */
  readonly query: URLSearchParams;
  /** The headers. */
  readonly headers: Headers;
  /** The body as a string. Empty without a body. */
  readonly body: string;
}

/** A response of an emulated platform, as plain data that a handler or a server sends. */
export interface EmulatedResponse {
  /** The status. */
  readonly status: number;
  /** The content type of the body. Absent without a body. */
  readonly type?: string;
  /** The headers besides the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body. */
  readonly body?: string;
}

/** A response with a JSON body. Pass `type` for media types such as `application/problem+json`. */
export function json(status: number, value: unknown, type = "application/json"): EmulatedResponse {
  return { status, type, body: JSON.stringify(value) };
}

/** A response with a plain text body. */
export function text(status: number, body: string): EmulatedResponse {
  return { status, type: "text/plain; charset=utf-8", body };
}

/** A response without a body. */
export function empty(status: number): EmulatedResponse {
  return { status };
}

/** Parses JSON. Returns `undefined`, which no JSON can mean, if it is invalid. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether a content type is JSON, with or without parameters (RFC 6838, section 4.2.8, for
 * `+json`).
 */
export function isJson(contentType: string | null): boolean {
  const essence = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return essence === "application/json" || essence.endsWith("+json");
}
