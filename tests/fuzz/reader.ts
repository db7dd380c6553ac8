/** A second reader of HTTP/1.1 responses, to compare the transports with. */
import { type ZlibOptions, constants, gunzipSync } from "node:zlib";

/** A response as this reader understands it. */
export interface ReadResponse {
  readonly status: number;
  readonly location: string | undefined;
  /** The unpacked body, unless it is cut or damaged. */
  readonly body?: Buffer | undefined;
  /** What a client sees that takes a compressed body for complete wherever it ends. */
  readonly cutBody?: Buffer | undefined;
}

/**
 * Reads the first final response. `incomplete`: more bytes must follow. `unclear`: parsers differ
 * in what they make of it.
 *
 * @param hasEnded - Whether the connection ends after the bytes.
 */
export function readResponse(
  bytes: Buffer,
  hasEnded: boolean,
): ReadResponse | "incomplete" | "unclear" {
  const text = bytes.toString("latin1");
  // Parsers of clients take any character for the last line feed.
  const [head, separator] = /^.*?(\r?\n\r[^]|\n\n)/s.exec(text) ?? [];
  if (head === undefined || separator === undefined) return "incomplete";
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?!\d)/.exec(text)?.[1] ?? 0);
  if (status === 0) return "unclear";
  const rest = text.slice(head.length);
  if (status < 200) return readResponse(Buffer.from(rest, "latin1"), hasEnded);
  const headers = headersOf(head);
  const location = headers.get("location")?.[0];
  // These have no body, whatever follows (https://fetch.spec.whatwg.org/#null-body-status).
  if (/204|205|304/.test(`${status}`)) return { status, location, body: Buffer.of() };
  const length = headers.get("content-length") ?? [];
  const transfer = headers.get("transfer-encoding") ?? [];
  if (length.length + transfer.length > 1) return "unclear";
  const payload =
    transfer[0]?.toLowerCase() === "chunked" ? unchunked(rest) : sized(rest, length[0], hasEnded);
  if (payload === "incomplete" || payload === "unclear") return payload;
  const body = Buffer.from(payload.text, "latin1");
  const isPacked = (headers.get("content-encoding") ?? []).some((coding) => /gzip/i.test(coding));
  if (!isPacked) return { status, location, body };
  const cutBody = unzipped(body, { finishFlush: constants.Z_SYNC_FLUSH });
  return { status, location, body: unzipped(body), cutBody };
}

/** The values of each header, by lower-case name. */
function headersOf(head: string): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const line of head.split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([^:]+):(.*)$/.exec(line) ?? [];
    const values = headers.get(name.toLowerCase()) ?? [];
    headers.set(name.toLowerCase(), [...values, value.trim()]);
  }
  return headers;
}

type Payload = { readonly text: string } | "incomplete" | "unclear";

function sized(rest: string, length: string | undefined, hasEnded: boolean): Payload {
  if (length === undefined) return hasEnded ? { text: rest } : "incomplete";
  if (!/^\d+$/.test(length)) return "unclear";
  const size = Number(length);
  return rest.length >= size ? { text: rest.slice(0, size) } : "incomplete";
}

function unchunked(rest: string): Payload {
  let text = "";
  for (let at = 0; ;) {
    const line = /^([0-9a-f]+)(?:;[^\r\n]*)?\r\n/i.exec(rest.slice(at));
    if (!line) return /[\r\n]/.test(rest.slice(at)) ? "unclear" : "incomplete";
    const size = Number.parseInt(line[1] ?? "", 16);
    at += line[0].length;
    if (size === 0) return { text };
    if (rest.length < at + size) return "incomplete";
    text += rest.slice(at, at + size);
    at += size;
    if (!rest.startsWith("\r\n", at)) return rest.length < at + 2 ? "incomplete" : "unclear";
    at += 2;
  }
}

function unzipped(body: Buffer, options?: ZlibOptions): Buffer | undefined {
  try {
    return gunzipSync(body, options);
  } catch {
    return undefined;
  }
}
