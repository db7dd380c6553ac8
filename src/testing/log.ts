import type { PlatformName } from "./platforms.js";
import { REDACTED, redactHeaders, redactJson, redactText, redactUrl } from "./redact.js";
import { type EmulatedRequest, isJson, parseJson } from "./messages.js";

/**
 * A request that the emulator received. Keys, tokens and passwords are replaced by `[redacted]`.
 */
export interface LogEntry {
  /** The platform that received the request. */
  readonly platform: PlatformName;
  /** The method of the request. */
  readonly method: string;
  /** The whole URL of the request. */
  readonly url: string;
  /**
   * The path below the platform's base URL, with the query:
   * `/projects/my-project/connections?provider=salesforce`.
   */
  readonly path: string;
  /** The headers, by their lower-case names. */
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

/** The log entry of a request, with its secrets redacted. */
export function describeRequest(
  platform: PlatformName,
  request: Request,
  { path, body }: Pick<EmulatedRequest, "path" | "body">,
  isSecret = false,
): LogEntry {
  const url = redactUrl(request.url);
  return {
    platform,
    method: request.method,
    url,
    path: path + new URL(url).search,
    headers: redactHeaders(request.headers),
    ...(body !== "" && {
      body: describeBody(request.headers.get("content-type"), body, isSecret),
    }),
  };
}

function describeBody(contentType: string | null, body: string, secret: boolean): unknown {
  const value = isJson(contentType) ? parseJson(body) : undefined;
  if (value !== undefined) return redactJson(value, secret);
  return secret ? REDACTED : redactText(body);
}
