/**
 * The beginning of a body, so that it costs little, however much its server sends. A body that is larger than the limit gives more
 * than the limit.
 *
 * @param most - The limit, in octets as they come out of compression.
 */
export async function readPrefix(body: ReadableStream<Uint8Array>, most: number): Promise<Blob> {
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  for (let read, size = 0; size <= most && !(read = await reader.read()).done;) {
    size += read.value.length;
    chunks.push(read.value as BlobPart); // TypeScript's DOM types want buffers that are not shared
  }
  cancelBody(reader);
  return new Blob(chunks);
}

/** Lets go of what is left to be read. Not waited for: where a hook has cloned the answer, its copy must end first. */
export function cancelBody(body: Pick<ReadableStream, "cancel"> | null): void {
  body?.cancel().catch(() => {});
}
