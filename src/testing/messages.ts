/** A request as the emulated platforms see it: plain data, no stream and no socket. */
export interface EmulatedRequest {
  readonly method: string;
  /** The path below the platform's base URL, still percent-encoded: `/projects/my-project/connections`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The body as text, empty where there is none. */
  readonly body: string;
}

/** What an emulated platform answers: plain data that a handler or a server turns into a response. */
export interface EmulatedResponse {
  readonly status: number;
  /** The media type of the body; absent where there is none. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A reply with a JSON body; `type` is for media types such as `application/problem+json`. */
export function json(status: number, value: unknown, type = "application/json"): EmulatedResponse {
  return { status, type, body: JSON.stringify(value) };
}

/** A reply with a body of plain text. */
export function text(status: number, body: string): EmulatedResponse {
  return { status, type: "text/plain; charset=utf-8", body };
}

/** A reply without a body. */
export function empty(status: number): EmulatedResponse {
  return { status };
}

/** Reads a body as JSON; `undefined` for text that is none, which no JSON text can mean. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Whether a content type names JSON, with or without parameters (RFC 6838 §4.2.8 for `+json`). */
export function isJson(contentType: string | null): boolean {
  const essence = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return essence === "application/json" || essence.endsWith("+json");
}
