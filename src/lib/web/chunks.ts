/**
 * The chunks of a stream: not every runtime can iterate over a `ReadableStream`. Leaving the loop
 * cancels the stream, and so does an abort, even while the stream has no data.
 */
export async function* chunksOf<T>(
  stream: ReadableStream<T>,
  signal?: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const reader = stream.getReader();
  // Nobody waits for it, and a stream that has failed cannot be canceled.
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => {});
  if (signal?.aborted) cancel();
  else signal?.addEventListener("abort", cancel, { once: true });
  try {
    for (let read; !(read = await reader.read()).done;) yield read.value;
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
    reader.releaseLock();
  }
}
