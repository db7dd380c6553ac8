import type { ReceivedResponse } from "../call/received-response.js";
import { redactor } from "../call/redact.js";
import { ConnectionError } from "../errors/client.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { CODINGS } from "../pipeline/read-content.js";
import { type ResponseSpec, type ResponseStatus, bytes, wrapValue } from "../spec/responses.js";
import { ignoreErrors } from "../transport/logger.js";
import { lengthOf } from "../web/body.js";
import { withSize } from "../web/upload.js";
import { type Sending, StreamedBody } from "./body.js";
import { type EventStream, type StreamSource, readableOf } from "./event-stream.js";

/**
 * A binary response, read while it comes: a `ReadableStream` that every runtime can iterate over.
 * Reading it throws a `ConnectionError`, `RequestTimeoutError` or `RequestAbortedError` if the body
 * ends early. It holds a connection: read it to its end, or `cancel()` it.
 */
export type ByteStream = EventStream<Uint8Array>;

/**
 * A success with a binary body that is read while it comes. Its value is a {@link ByteStream}.
 *
 * @param media - The media type. Arbitrary bytes may come under any.
 */
export function byteStream(status: ResponseStatus, media?: string): ResponseSpec<never, never> {
  return {
    ...(bytes(status, media) as ResponseSpec<never, never>), // the annotation has the type
    isStream: true,
    wrap: wrapValue((_, received, sending) => {
      // Both are what `send` passes.
      const source = new ByteSource(received as ReceivedResponse, sending as Sending);
      return withSize(readableOf(source), source.size);
    }),
  };
}

/** The bytes of a body. Counts them, and compares their number with `Content-Length`. */
class ByteSource implements StreamSource<Uint8Array> {
  /** The number of bytes; `undefined` if it is not known. */
  readonly size: number | undefined;
  readonly #received: ReceivedResponse;
  readonly #sending: Sending;
  readonly #body: StreamedBody;
  #count = 0;

  constructor(received: ReceivedResponse, sending: Sending) {
    this.size = lengthOf(received.response.headers);
    this.#received = received;
    this.#sending = sending;
    this.#body = new StreamedBody(received.response.body, sending);
  }

  async next(): Promise<Uint8Array | undefined> {
    let chunk: Uint8Array | undefined;
    do chunk = await this.#body.read();
    while (chunk?.length === 0);
    if (this.#count === 0) this.#checkCoding(chunk);
    this.#count += chunk?.length ?? 0;
    const { size } = this;
    if (size !== undefined && (chunk ? this.#count > size : this.#count < size)) {
      this.close();
      const counts = `received ${this.#count} of ${size} bytes`;
      throw new ConnectionError(`Connection closed while reading the stream: ${counts}`);
    }
    const { onProgress } = this.#sending.call.options;
    if (chunk) ignoreErrors(() => onProgress?.(this.#count, size));
    return chunk;
  }

  close(): void {
    this.#body.close();
  }

  /** What nobody unpacked would pass for the body. */
  #checkCoding(chunk: Uint8Array = new Uint8Array()): void {
    const { response, spec } = this.#received;
    const coding = response.headers.get("content-encoding") ?? "";
    if (CODINGS.test(coding) && !spec?.reader?.isPacked(coding, chunk)) return;
    this.close();
    const redact = redactor(this.#sending.call);
    const message = redact(`expected a known content coding, received ${coding}`);
    throw new ResponseValidationError(response.status, [issue([], message)], undefined);
  }
}
