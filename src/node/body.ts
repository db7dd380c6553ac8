import type { SentBody } from "../lib/spec/bodies.js";
import type { DispatchBody } from "./dispatcher.js";

/** A body for a dispatcher, with the media type that `fetch` would send where nobody says another. */
export interface Outgoing {
  readonly body: DispatchBody;
  readonly type?: string | undefined;
}

/** Makes what a dispatcher takes of what the SDK sends. Nothing is copied and no stream is read ahead. */
export function outgoing(body: SentBody | undefined, signal: AbortSignal | undefined): Outgoing {
  if (body === undefined) return { body: null };
  if (typeof body === "string") return { body, type: "text/plain;charset=UTF-8" };
  if (body instanceof Uint8Array) return { body };
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body) };
  if (body instanceof Blob) return { body, type: body.type || undefined };
  if (body instanceof URLSearchParams)
    return { body: `${body}`, type: "application/x-www-form-urlencoded;charset=UTF-8" };
  if (body instanceof FormData) {
    const blob = blobOf(body);
    return { body: blob, type: blob.type };
  }
  return { body: octetsOf(body, signal) };
}

/**
 * A form as it is sent, which dispatchers do not all take from elsewhere. A blob of blobs: its length is known, and files are read
 * when they are sent.
 *
 * @see https://html.spec.whatwg.org/#multipart-form-data
 */
function blobOf(form: FormData): Blob {
  const boundary = `----connections-sdk-${crypto.randomUUID()}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of form) {
    parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="${escaped(lines(name))}"`);
    if (typeof value === "string") parts.push(`\r\n\r\n${lines(value)}\r\n`);
    else {
      const type = value.type || "application/octet-stream";
      parts.push(`; filename="${escaped(value.name)}"\r\ncontent-type: ${type}\r\n\r\n`, value);
      parts.push("\r\n");
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return new Blob(parts, { type: `multipart/form-data; boundary=${boundary}` });
}

function lines(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, "\r\n");
}

function escaped(name: string): string {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}

/** The octets of a stream, which an abort lets go at once, even one that has none to give. */
async function* octetsOf(
  given: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  // The platform refuses a stream that somebody has read from.
  const stream = new Response(given).body ?? given;
  const reader = stream.getReader();
  const letGo = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", letGo, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", letGo);
    letGo();
  }
}
