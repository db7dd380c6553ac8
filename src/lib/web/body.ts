/**
 * Reads the beginning of a body, so that a large one costs little. Stops once the limit is
 * exceeded: the result is larger than `maxBytes` exactly if the body is.
 *
 * @param maxBytes - The limit in bytes, after decompression.
 */
export async function readPrefix(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Blob> {
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  for (let read, size = 0; size <= maxBytes && !(read = await reader.read()).done;) {
    size += read.value.length;
    chunks.push(read.value as BlobPart); // TypeScript's DOM types exclude shared buffers
  }
  cancelBody(reader);
  return new Blob(chunks);
}

/**
 * Cancels a body that nobody will read. Does not wait for it: if a hook cloned the response, the
 * cancellation settles only after the clone has been read too.
 */
export function cancelBody(body: Pick<ReadableStream, "cancel"> | null): void {
  body?.cancel().catch(() => {});
}
