import type { PlatformName } from "./platforms.js";
import { REDACTED, redactHeaders, redactJson, redactText, redactUrl } from "./redact.js";
import { isJson, parseJson } from "./messages.js";

/**
 * A request that the emulator received. Keys, tokens and passwords are replaced by `[redacted]`.
 * The server also logs requests that reach no platform: invalid HTTP, headers that are too large,
 * other URLs.
 */
export interface LogEntry {
  /** The platform that received the request. Absent if none did. */
  readonly platform?: PlatformName;
  /** The method of the request. Empty if the server could not read it. */
  readonly method: string;
  /** The whole URL of the request. Empty if the server could not read it. */
  readonly url: string;
  /**
   * The path below the platform's base URL, with the query:
   * `/projects/my-project/connections?provider=salesforce`. The whole path without a platform.
   */
  readonly path: string;
  /** The headers, by their lower-case names. Empty if the server could not read them. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The value of a JSON body, or any other body as a string, `[redacted]` if it names a secret.
   * Absent without a body.
   */
  readonly body?: unknown;
  /**
   * The status of the response. Absent until there is one, and if the connection was cut before it.
   */
  readonly status?: number;
}

/** The log of the requests that the emulator received. */
export interface Log {
  /** The latest 10,000 requests, in order of arrival. */
  entries(): readonly LogEntry[];
  /** Records a request. Returns a function that sets the status of the response. */
  record(entry: LogEntry): (status: number) => void;
  /** Empties the log. */
  clear(): void;
}

/** How many requests a server that runs for days keeps. */
const LIMIT = 10_000;

/** Creates an empty log. */
export function createLog(): Log {
  let records: { entry: LogEntry }[] = [];
  const record = (entry: LogEntry): ((status: number) => void) => {
    const added = { entry };
    records.push(added);
    if (records.length > LIMIT) records.shift();
    return (status) => {
      added.entry = { ...entry, status };
    };
  };
  return {
    entries: () => records.map(({ entry }) => entry),
    record,
    clear: () => {
      records = [];
    },
  };
}

/** What is logged of a request, with its secrets. */
export interface LoggedRequest {
  readonly platform?: PlatformName;
  readonly method: string;
  readonly url: string;
  /** The path below the base URL, without the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  /** Whether the whole body is secret. */
  readonly isSecret?: boolean | undefined;
}

/** The log entry of a request, with its secrets redacted. */
export function describeRequest(request: LoggedRequest): LogEntry {
  const { platform, method, path, headers, body } = request;
  const url = redactUrl(request.url);
  return {
    ...(platform && { platform }),
    method,
    url,
    path: path + (/\?[^#]*/.exec(url)?.[0] ?? ""),
    headers: redactHeaders(headers),
    ...(body !== "" && {
      body: describeBody(headers.get("content-type"), body, request.isSecret),
    }),
  };
}

function describeBody(contentType: string | null, body: string, isSecret = false): unknown {
  const value = isJson(contentType) ? parseJson(body) : undefined;
  if (value === undefined) return isSecret ? REDACTED : redactText(body);
  try {
    return redactJson(value, isSecret);
  } catch {
    return REDACTED; // nested too deeply
  }
}
