import { type Result, err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import type { APIError } from "../errors/status.js";

/** What can go wrong while a stream is read. It is the last item of the stream. */
export type StreamError = ClientError | APIError;

/** The items of a stream, and how to end it. */
export interface StreamSource<T> {
  /** Resolves to the next item, or to `undefined` at the end. */
  next(): Promise<T | undefined>;
  /** Ends the connection. */
  close(): void;
}

/**
 * The items of a response, as they come. Iterate over it with `for await`, or read it as the
 * `ReadableStream` that it is. Leaving the loop, or `cancel()`, ends the connection.
 *
 * A stream of a standalone function has a `Result` for each item, and never throws. One of a method
 * has the items themselves, and throws the error.
 */
export class EventStream<T> extends ReadableStream<T> {
  /** @internal */
  readonly _source: StreamSource<T>;

  constructor(source: StreamSource<T>) {
    super(
      {
        async pull(controller) {
          const item = await source.next();
          if (item === undefined) controller.close();
          else controller.enqueue(item);
        },
        cancel: () => source.close(),
      },
      // Nothing is read before it is asked for.
      { highWaterMark: 0 },
    );
    this._source = source;
  }

  /** Iterates over the items. Not all runtimes can iterate over a `ReadableStream`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const reader = this.getReader();
    try {
      for (let read; !(read = await reader.read()).done;) yield read.value;
    } finally {
      reader.releaseLock();
      this.cancel().catch(() => {});
    }
  }
}

/** The stream of a method: the items of the stream of its function, whose error is thrown. */
export function throwing<T>(stream: EventStream<Result<T, StreamError>>): EventStream<T> {
  const { _source: source } = stream;
  return new EventStream({
    async next() {
      const item = await source.next();
      if (item && !item.ok) throw item.error;
      return item?.value;
    },
    close: () => source.close(),
  });
}

/** The items of a source as results. An error is the last one. */
export function settled<T>(
  source: StreamSource<T>,
  toError: (cause: unknown) => StreamError,
): StreamSource<Result<T, StreamError>> {
  let isDone = false;
  return {
    async next() {
      if (isDone) return undefined;
      try {
        const value = await source.next();
        isDone = value === undefined;
        return value === undefined ? undefined : ok(value);
      } catch (cause) {
        isDone = true;
        source.close();
        return err(toError(cause));
      }
    },
    close() {
      isDone = true;
      source.close();
    },
  };
}
