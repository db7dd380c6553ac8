/** Reading the request of a webhook: its headers, and its body byte for byte. */
import { chunksOf } from "../web/chunks.js";
import { WebhookVerificationError } from "./errors.js";

/** Headers of a webhook: of Fetch, of Node, or a plain object. Names are case-insensitive. */
export type WebhookHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A webhook in parts, for servers without a Fetch `Request`. */
export interface WebhookMessage {
  /** The headers of the request. */
  readonly headers: WebhookHeaders;
  /** The body exactly as it was received, before any parser. */
  readonly body: string | Uint8Array | ArrayBuffer;
}

/** A request of Node's HTTP server whose body has not been read: an `IncomingMessage`. */
export interface WebhookStream extends AsyncIterable<string | Uint8Array> {
  /** The headers of the request. */
  readonly headers: WebhookHeaders;
}

/**
 * The request of a webhook: a Fetch `Request`, the headers and the raw body, or an unread request
 * of Node.
 */
export type WebhookRequest = Request | WebhookMessage | WebhookStream;

/** Every member that one of the requests may have. */
interface AnyRequest {
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly bodyUsed?: unknown;
  readonly readableEnded?: unknown;
  readonly arrayBuffer?: unknown;
}

/** Returns the value of a header, repeated ones joined; `undefined` if it is missing or empty. */
export function headerOf(request: WebhookRequest, name: string): string | undefined {
  const { headers } = request as AnyRequest; // callers in JavaScript may pass anything
  if (Object(headers) !== headers)
    throw new WebhookVerificationError(
      "header",
      "the request has no headers. Pass a `Request`, or `{ headers, body }`",
    );
  const found = isFetchHeaders(headers) ? headers.get(name) : memberOf(headers as object, name);
  const value = Array.isArray(found) ? found.join(", ") : found;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function isFetchHeaders(headers: unknown): headers is Headers {
  return typeof (headers as { get?: unknown }).get === "function";
}

function memberOf(headers: object, name: string): unknown {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

const PASS_RAW =
  'Pass the body as it was received, a string or bytes: `express.raw({ type: "*/*" })` in Express, ' +
  "`await request.text()` elsewhere";

/** Reads the body, up to a number of bytes. */
export async function bodyOf(request: WebhookRequest, maxBytes: number): Promise<Uint8Array> {
  const source = request as AnyRequest; // callers in JavaScript may pass anything
  const { body } = source;
  if (source.bodyUsed === true || (body === undefined && source.readableEnded === true))
    throw new WebhookVerificationError("body", `the body was read before. ${PASS_RAW}`);
  const declared = Number(headerOf(request, "content-length"));
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const bytes = bytesOf(body);
  if (bytes !== undefined) {
    if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
    return bytes;
  }
  const chunks = chunksIn(source);
  if (chunks) return collect(chunks, maxBytes);
  if (body === null && typeof source.arrayBuffer === "function") return new Uint8Array();
  throw new WebhookVerificationError("body", `the body is ${describe(body)}. ${PASS_RAW}`);
}

function bytesOf(body: unknown): Uint8Array | undefined {
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body))
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // By its tag, because it may be of another realm.
  return Object.prototype.toString.call(body) === "[object ArrayBuffer]"
    ? new Uint8Array(body as ArrayBuffer)
    : undefined;
}

function describe(body: unknown): string {
  if (body === undefined || body === null) return "missing";
  return typeof body === "object" ? "an object, so it was parsed before" : `a ${typeof body}`;
}

type Chunks = AsyncIterable<unknown>;

/** The chunks of the body of a Fetch request, or of a request of Node. */
function chunksIn(request: AnyRequest): Chunks | undefined {
  const { body } = request;
  if (isIterable(body)) return body;
  if (typeof (body as ReadableStream | undefined)?.getReader === "function")
    return chunksOf(body as ReadableStream<unknown>);
  if (body === undefined && isIterable(request)) return request;
  // React Native's requests have no stream.
  const { arrayBuffer } = request;
  return body === undefined && typeof arrayBuffer === "function"
    ? wholeChunk(() => arrayBuffer.call(request) as Promise<ArrayBuffer>)
    : undefined;
}

function isIterable(value: unknown): value is Chunks {
  return (
    typeof (value as Partial<Chunks> | null | undefined)?.[Symbol.asyncIterator] === "function"
  );
}

async function* wholeChunk(read: () => Promise<ArrayBuffer>): AsyncGenerator<unknown> {
  yield await read();
}

async function collect(chunks: Chunks, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      const part = bytesOf(chunk);
      if (part === undefined)
        throw new WebhookVerificationError("body", `the body is not binary. ${PASS_RAW}`);
      size += part.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof WebhookVerificationError) throw cause;
    throw new WebhookVerificationError("body", "the body could not be read", { cause });
  }
  const whole = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.byteLength;
  }
  return whole;
}

function tooLarge(maxBytes: number): WebhookVerificationError {
  return new WebhookVerificationError(
    "size",
    `the body is larger than ${maxBytes} bytes. Increase \`maxBodyBytes\` if that is expected`,
  );
}
