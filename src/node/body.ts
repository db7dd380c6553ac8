import type { SentBody } from "../lib/spec/bodies.js";
import type { DispatchBody } from "./dispatcher.js";

/** A body for a dispatcher, with the `Content-Type` that `fetch` would set by default. */
export interface OutgoingBody {
  readonly body: DispatchBody;
  readonly type?: string | undefined;
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
  if (body instanceof Blob) return { body, type: body.type || undefined };
  if (body instanceof URLSearchParams)
    return { body: `${body}`, type: "application/x-www-form-urlencoded;charset=UTF-8" };
  if (body instanceof FormData) {
    const blob = encodeForm(body);
    return { body: blob, type: blob.type };
  }
  return { body: chunksOf(body, signal) };
}

/**
 * Encodes a form as multipart, because not every dispatcher accepts the platform's `FormData`. A
 * blob of blobs has a known length, and its files are read only when they are sent.
 *
 * @see https://html.spec.whatwg.org/#multipart-form-data
 */
function encodeForm(form: FormData): Blob {
  const boundary = `----connections-sdk-${crypto.randomUUID()}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of form) {
    const escapedName = escapeName(normalizeNewlines(name));
    parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="${escapedName}"`);
    if (typeof value === "string") parts.push(`\r\n\r\n${normalizeNewlines(value)}\r\n`);
    else {
      const type = value.type || "application/octet-stream";
      parts.push(`; filename="${escapeName(value.name)}"\r\ncontent-type: ${type}\r\n\r\n`, value);
      parts.push("\r\n");
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return new Blob(parts, { type: `multipart/form-data; boundary=${boundary}` });
}

function normalizeNewlines(value: string): string {
  return value.replaceAll(/\r\n?|\n/g, "\r\n");
}

function escapeName(name: string): string {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}

/** The chunks of a stream. An abort cancels it at once, even while it has no data. */
async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  // Through a response, which rejects a stream that has been read from.
  const stream = new Response(body).body ?? body;
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
  }
}
