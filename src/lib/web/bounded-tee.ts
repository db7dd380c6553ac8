/** How much is kept for a copy of a body that nobody reads, in bytes. */
const MAX_LAG = 8_388_608;

/**
 * Limits what a copy of a stream of ours costs. Node's `fetch` makes one of every body, for
 * requests that it may have to send again, and never reads it: without a limit, it would hold the
 * whole upload in memory. Test doubles of `fetch` copy bodies too, and read both.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch step 8.1
 */
export function withBoundedTee(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return Object.defineProperty(stream, "tee", { value: () => boundedTee(stream) });
}

/** A copy of a stream: what it has not read yet. */
interface Branch {
  /** `undefined` once it lags too far behind, or is cancelled. */
  queue: Uint8Array[] | undefined;
  lag: number;
  isRead: boolean;
}

function boundedTee(
  stream: ReadableStream<Uint8Array>,
): [ReadableStream<Uint8Array>, ReadableStream<Uint8Array>] {
  const reader = stream.getReader();
  const branches = [0, 1].map((): Branch => ({ queue: [], lag: 0, isRead: false }));
  /** A read that is pending, or that has come to the end. */
  let reading: Promise<boolean> | undefined;
  const readOnce = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (done) return false;
    reading = undefined;
    for (const branch of branches) {
      if (branch.lag > MAX_LAG) branch.queue = undefined;
      branch.queue?.push(value);
      branch.lag += value.length;
    }
    return true;
  };
  const copyOf = (branch: Branch): ReadableStream<Uint8Array> =>
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          branch.isRead = true;
          let hasMore = true;
          while (hasMore && branch.queue?.length === 0) hasMore = await (reading ??= readOnce());
          if (!branch.queue)
            throw new TypeError("the copy of a body was not read while the body was sent");
          const chunk = branch.queue.shift();
          branch.lag -= chunk?.length ?? 0;
          if (chunk) controller.enqueue(chunk);
          else controller.close();
        },
        async cancel(reason) {
          branch.queue = undefined;
          if (branches.every(({ queue, isRead }) => !queue || !isRead)) await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  const [a, b] = branches as [Branch, Branch]; // of two
  return [copyOf(a), copyOf(b)];
}
