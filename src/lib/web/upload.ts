import { withBoundedTee } from "./bounded-tee.js";
import type { NativeFile } from "./native-file.js";

/** What a file or a binary body can consist of. */
export type UploadContent =
  | Blob
  | ArrayBufferView
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  /** Node's `Readable`, an async generator, ... Strings are sent as UTF-8. */
  | AsyncIterable<Uint8Array | string>
  | string;

/** A file or a binary body, with more than its content says. */
export interface Upload {
  /** The bytes. A stream or an iterable can be sent only once. */
  readonly content: UploadContent;
  /** The file name in a multipart body. Defaults to the name of a `File`, or to the member's. */
  readonly fileName?: string | undefined;
  /** The media type of the part. Defaults to that of a Blob. */
  readonly type?: string | undefined;
  /**
   * The number of bytes of a stream, if you know it. A transport below `fetch`, such as
   * `NodeHTTPClient`, sends it as `Content-Length`. The call fails if the stream has more or fewer.
   */
  readonly size?: number | undefined;
  /**
   * Called while the content is sent, with the number of bytes so far and in total. Starts over
   * for each attempt. What it throws is ignored.
   */
  readonly onProgress?: ((sentBytes: number, totalBytes: number | undefined) => void) | undefined;
}

/** What the platform can send. */
export type SentContent = Blob | Uint8Array | ReadableStream<Uint8Array> | string;

/** Whether a value is an {@link Upload} whose content is not a string. */
export function isUpload(value: unknown): value is Upload {
  const { content } = Object(value) as Partial<Upload>;
  return isBytes(content);
}

/** Whether a value is bytes or a source of them. By shape, so that polyfills are accepted. */
export function isBytes(value: unknown): boolean {
  const object = Object(value) as Record<PropertyKey, unknown>;
  return (
    ArrayBuffer.isView(value) ||
    value instanceof ArrayBuffer ||
    typeof (object["getReader"] ?? object["arrayBuffer"]) === "function" ||
    (typeof value === "object" && typeof object[Symbol.asyncIterator] === "function")
  );
}

/** Whether a body or a piece of one is a stream, which can be sent only once. */
export function isStream(value: unknown): value is ReadableStream<Uint8Array> {
  return "getReader" in Object(value);
}

/** The sizes of streams that are known. */
const sizes = /* @__PURE__ */ new WeakMap<object, number>();

/** The number of bytes; `undefined` if it is not known. */
export function sizeOf(content: SentContent | ArrayBufferView | ArrayBuffer): number | undefined {
  if (typeof content === "string") return new TextEncoder().encode(content).length;
  if (isStream(content)) return sizes.get(content);
  return "size" in content ? content.size : content.byteLength;
}

/** Remembers the size of a stream. */
export function withSize<T extends object>(stream: T, size: number | undefined): T {
  if (size !== undefined) sizes.set(stream, size);
  return stream;
}

/**
 * Converts the content of a file or a body to what the platform can send. Reads nothing yet.
 *
 * @throws TypeError if it is a stream that is already being read.
 */
export function toSendable(value: Upload | UploadContent | NativeFile): SentContent {
  // Native files are sent elsewhere.
  const { size, onProgress, ...upload } = isUpload(value)
    ? value
    : { content: value as UploadContent };
  const content = sendable(upload.content);
  if (isStream(content)) return counted(content, size ?? sizeOf(content), onProgress);
  return onProgress || isLarge(content) ? counting(content, onProgress) : content;
}

/** A Blob that is read by a stream of ours. */
function counting(
  content: Exclude<SentContent, ReadableStream>,
  onProgress?: Upload["onProgress"],
): Blob {
  const source = new Blob([content as BlobPart]); // types of the DOM exclude shared buffers
  const blob = source.slice(0, source.size, typeOf(content));
  return withStream(blob, () => counted(source.stream(), source.size, onProgress));
}

/** Whether it is a Blob that `fetch` should not hold in memory. It may be a file on disk. */
function isLarge(content: SentContent): boolean {
  return content instanceof Blob && content.size > MAX_CHUNK;
}

function sendable(content: UploadContent): SentContent {
  if (typeof content === "string" || content instanceof Blob) return content;
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  if (ArrayBuffer.isView(content))
    // TypeScript's types exclude shared buffers, which `fetch` rejects.
    return new Uint8Array(content.buffer as ArrayBuffer, content.byteOffset, content.byteLength);
  if (isStream(content)) {
    if (content.locked) throw new TypeError("expected a stream that is not being read");
    return content;
  }
  // A Blob of another implementation, which `fetch` would send as "[object Blob]".
  if (Symbol.asyncIterator in content) return streamFrom(content);
  if (!("stream" in content)) throw new TypeError("expected a file");
  const { size } = content as unknown as Blob; // of which it has the shape
  return withSize((content as unknown as Blob).stream(), size);
}

/** The media type of a Blob. */
export function typeOf(content: unknown): string {
  const { type } = Object(content) as { readonly type?: unknown };
  return typeof type === "string" ? type : "";
}

/** Makes a Blob be read by a stream of ours. Runtimes whose `fetch` is native do not call it. */
export function withStream(blob: Blob, stream: () => ReadableStream<Uint8Array>): Blob {
  return Object.defineProperty(blob, "stream", { value: stream });
}

/** Whether {@link withStream} made a Blob. */
export function hasOwnStream(content: unknown): boolean {
  return Object.hasOwn(Object(content), "stream");
}

/** The stream of an iterable. Reads nothing ahead. */
function streamFrom(iterable: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  let iterator: AsyncIterator<unknown> | undefined;
  const end = (): void => {
    // Not awaited: a generator that waits for data ends only after it has received some.
    iterator?.return?.().catch(() => {});
    // A `Readable` that nobody has begun to read.
    (iterable as { destroy?: () => void }).destroy?.();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        iterator ??= iterable[Symbol.asyncIterator]();
        const { done, value } = await iterator.next();
        if (done) return controller.close();
        const chunk = typeof value === "string" ? new TextEncoder().encode(value) : value;
        if (chunk instanceof Uint8Array) return controller.enqueue(chunk);
        end();
        throw new TypeError("expected an iterable of Uint8Array or string");
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}

/** Larger chunks are sent in parts, so that progress is reported in between. In bytes. */
const MAX_CHUNK = 65_536;

/** Passes a stream on, counts its bytes and checks their number. */
function counted(
  stream: ReadableStream<Uint8Array>,
  size: number | undefined,
  onProgress: Upload["onProgress"],
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let rest: Uint8Array | undefined;
  let sent = 0;
  const mismatch = (): TypeError =>
    new TypeError(`expected a stream of ${size} bytes, received ${sent}`);
  const made = withBoundedTee(
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          reader ??= stream.getReader();
          // Now that the transport has taken what was read before.
          if (sent > 0) report(onProgress, sent, size);
          const chunk = rest?.length ? rest : (await reader.read()).value;
          const next = chunk?.subarray(0, MAX_CHUNK);
          rest = chunk?.subarray(MAX_CHUNK);
          sent += next?.length ?? 0;
          if (size !== undefined && (next ? sent > size : sent !== size)) {
            reader.cancel().catch(() => {});
            throw mismatch();
          }
          if (next) controller.enqueue(next);
          else controller.close();
        },
        cancel: (reason) => (reader ?? stream).cancel(reason),
      },
      { highWaterMark: 0 },
    ),
  );
  return withSize(made, size);
}

function report(onProgress: Upload["onProgress"], sent: number, total: number | undefined): void {
  try {
    onProgress?.(sent, total);
  } catch {
    // It only listens.
  }
}
