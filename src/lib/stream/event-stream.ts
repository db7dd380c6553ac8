import { type Result, err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import type { APIError } from "../errors/status.js";
import { chunksOf } from "../web/chunks.js";

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
// No class of ours: it would need a `ReadableStream` when it is loaded, which React Native lacks.
export type EventStream<T> = ReadableStream<T> & AsyncIterable<T>;

/** The sources of streams, for those that are made of them. */
const sources = /* @__PURE__ */ new WeakMap<object, StreamSource<never>>();

/** Creates a stream that {@link throwing} knows. */
export function createStream<T>(source: StreamSource<T>): EventStream<T> {
  const stream = readableOf(source);
  sources.set(stream, source as StreamSource<never>); // of the items of this stream
  return stream;
}

/** Creates a stream. Nothing is read before it is asked for. */
export function readableOf<T>(source: StreamSource<T>): EventStream<T> {
  const stream = new ReadableStream<T>(
    {
      async pull(controller) {
        const item = await source.next();
        if (item === undefined) controller.close();
        else controller.enqueue(item);
      },
      cancel: () => source.close(),
    },
    { highWaterMark: 0 },
  );
  // Not all runtimes can iterate over a `ReadableStream`.
  const value = (): AsyncGenerator<T> => chunksOf(stream);
  return Object.defineProperty(stream, Symbol.asyncIterator, { value }) as EventStream<T>;
}

/** The value of a method: that of its function, whose stream throws its error. */
export type Thrown<Value> =
  Value extends EventStream<Result<infer Item, StreamError>> ? EventStream<Item> : Value;

/** Makes the value of a method from the value of its function. */
export function throwing<Value>(value: Value): Thrown<Value> {
  const source: StreamSource<Result<unknown, StreamError>> | undefined = sources.get(Object(value));
  if (!source) return value as Thrown<Value>; // no stream
  return createStream({
    async next() {
      const item = await source.next();
      if (item && !item.ok) throw item.error;
      return item?.value;
    },
    close: () => source.close(),
  }) as Thrown<Value>; // of the same items
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
