/** How much of an error's body is read, in octets. */
const MOST = 1_000_000;

/** The beginning of a body as text, so that an error costs little, however much its server says. */
export async function readStart(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  for (let read, size = 0; size < MOST && !(read = await reader.read()).done;) {
    size += read.value.length;
    chunks.push(read.value as BlobPart); // TypeScript's DOM types want buffers that are not shared
  }
  drop(reader);
  return new Blob(chunks).text();
}

/** Lets go of what is left to be read. Not waited for: where a hook has cloned the answer, its copy must end first. */
export function drop(body: Pick<ReadableStream, "cancel"> | null): void {
  body?.cancel().catch(() => {});
}
