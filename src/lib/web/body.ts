import type { ResponseHeaders } from "./transport-response.js";

/**
 * Reads the beginning of a body, so that a large one costs little. Stops once the limit is
 * exceeded: the result is larger than `maxBytes` exactly if the body is.
 *
 * @param maxBytes - The limit in bytes, after decompression.
 */
export async function readPrefix(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read; size <= maxBytes && !(read = await reader.read()).done;) {
    size += read.value.length;
    chunks.push(read.value);
  }
  cancelBody(reader);
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes;
}

/** The size of a body in bytes, as its headers say; `undefined` if they do not, or not unpacked. */
export function lengthOf(headers: ResponseHeaders): number | undefined {
  const length = headers.get("content-length") ?? "";
  const coding = headers.get("content-encoding") ?? "identity";
  return /^\d+$/.test(length) && /^(?:identity)?$/i.test(coding) ? Number(length) : undefined;
}

/**
 * Cancels a body that nobody will read. Does not wait for it: if a hook cloned the response, the
 * cancellation settles only after the clone has been read too.
 */
export function cancelBody(body: Pick<ReadableStream, "cancel"> | null): void {
  body?.cancel().catch(() => {});
}
