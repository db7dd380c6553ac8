import type { PlatformName } from "./platforms.js";
import { REDACTED, redactHeaders, redactJson, redactText, redactUrl } from "./redact.js";
import { type EmulatedRequest, isJson, parseJson } from "./messages.js";

/** A request that the emulator received. Keys, tokens and passwords are replaced by `[redacted]`. */
export interface LogEntry {
  readonly platform: PlatformName;
  readonly method: string;
  readonly url: string;
  /** The path below the platform's base URL, with the query: `/projects/my-project/connections?provider=salesforce`. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value of a JSON body, the text of any other one, or `[redacted]` where that names a secret; absent without a body. */
  readonly body?: unknown;
  /** The status of the answer; absent while there is none and where the connection was cut before it. */
  readonly status?: number;
}

/** The emulator's memory of what it received. */
export interface Log {
  /** In the order of arrival; the latest 10,000. */
  entries(): readonly LogEntry[];
  /** Notes a request; the function given back adds the status of its answer. */
  note(entry: LogEntry): (status: number) => void;
  clear(): void;
}

/** What a server that runs for days keeps. */
const LIMIT = 10_000;

/** Makes an empty log. */
export function createLog(): Log {
  let records: { entry: LogEntry }[] = [];
  const note = (entry: LogEntry): ((status: number) => void) => {
    const record = { entry };
    records.push(record);
    if (records.length > LIMIT) records.shift();
    return (status) => {
      record.entry = { ...entry, status };
    };
  };
  return {
    entries: () => records.map(({ entry }) => entry),
    note,
    clear: () => {
      records = [];
    },
  };
}

/** Describes a request for the log, without its secrets. */
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
