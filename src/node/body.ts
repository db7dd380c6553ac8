import type { SentBody } from "../lib/spec/bodies.js";
import { chunksOf } from "../lib/web/chunks.js";
import { type FormPart, blobOf, writeMultipart } from "../lib/web/multipart.js";
import { hasOwnStream } from "../lib/web/upload.js";
import type { DispatchBody } from "./dispatcher.js";

/** A body for a dispatcher, with the `Content-Type` that `fetch` would set by default. */
export interface OutgoingBody {
  readonly body: DispatchBody;
  readonly type?: string | undefined;
  /** The `Content-Length`, if it cannot be seen from the body. */
  readonly length?: number | undefined;
}

/**
 * Converts a body to one that every dispatcher accepts. Copies nothing and reads no stream ahead.
 */
export function toDispatchBody(
  body: SentBody | undefined,
  signal: AbortSignal | undefined,
): OutgoingBody {
  if (body === undefined) return { body: null };
  if (typeof body === "string") return { body, type: "text/plain;charset=UTF-8" };
  if (body instanceof Uint8Array) return { body };
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body) };
  if (body instanceof Blob) return blobBody(body, signal);
  if (body instanceof URLSearchParams)
    return { body: `${body}`, type: "application/x-www-form-urlencoded;charset=UTF-8" };
  if (body instanceof FormData) {
    const { pieces, type } = writeMultipart(partsOf(body));
    return { ...blobBody(blobOf(pieces), signal), type };
  }
  return { body: unreadChunks(body, signal) };
}

/** The size up to which dispatchers may read a Blob as a whole, in bytes: a chunk of its stream. */
const MAX_WHOLE_BLOB = 65_536;

/** A Blob, chunk by chunk unless it is small: dispatchers read it to its end before they send. */
function blobBody(blob: Blob, signal: AbortSignal | undefined): OutgoingBody {
  const type = blob.type || undefined;
  const { size: length } = blob;
  if (length <= MAX_WHOLE_BLOB && !hasOwnStream(blob)) return { body: blob, type };
  return { body: unreadChunks(blob.stream(), signal), type, length };
}

/**
 * The parts of a form, as `fetch` would send them: not every dispatcher accepts the platform's
 * `FormData`, which middleware may send.
 *
 * @see https://html.spec.whatwg.org/#multipart-form-data
 */
function partsOf(form: FormData): readonly FormPart[] {
  return Array.from(form, ([name, value]) => ({
    name: normalizeNewlines(name),
    ...(typeof value === "string"
      ? { content: normalizeNewlines(value) }
      : {
          content: value,
          filename: value.name,
          type: value.type || "application/octet-stream",
        }),
  }));
}

function normalizeNewlines(value: string): string {
  return value.replaceAll(/\r\n?|\n/g, "\r\n");
}

/** The chunks of a stream, which must not have been read from. */
async function* unreadChunks(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  // Through a response, which rejects a stream that has been read from.
  yield* chunksOf(new Response(body).body ?? body, signal);
}
