import type { ReceivedResponse } from "../call/received-response.js";
import { isA } from "../errors/base.js";
import { ConnectionError } from "../errors/client.js";
import { race } from "../web/race.js";
import { type Sending, StreamedBody } from "./body.js";
import type { StreamSource } from "./event-stream.js";

/** How long to wait before the stream is requested again, unless the server says so. */
const RECONNECT_MS = 1000;
const MAX_RECONNECT_MS = 30_000;

/** The end of a stream, as its sentinel says. */
export const END: unique symbol = Symbol("end");

/** Reads the text of a stream. An item is decoded when it is asked for. */
export interface Reader {
  /** Adds what came. */
  push(text: string): void;
  /** Returns the next item; `undefined` if more has to come. */
  next(): unknown;
  /** Takes what came last for a whole item, if items need no end. */
  end(): void;
  /**
   * Forgets what the last connection did not complete, and says where to go on. Streams that cannot
   * be resumed have none: they would begin again.
   */
  restart?(): { readonly lastEventId: string | undefined; readonly retryMs: number | undefined };
}

/** The items of a body, which is requested again if it is cut and the caller wants that. */
export class TextSource implements StreamSource<unknown> {
  readonly #sending: Sending;
  readonly #reader: Reader;
  #body: StreamedBody;
  #decoder = new TextDecoder();
  /** Whether nothing more will come. */
  #isOver = false;
  #isClosed = false;
  /** How many connections in a row have brought nothing. */
  #empty = 0;

  constructor({ response }: ReceivedResponse, sending: Sending, reader: Reader) {
    this.#sending = sending;
    this.#reader = reader;
    this.#body = new StreamedBody(response.body, sending);
  }

  async next(): Promise<unknown> {
    while (!this.#isClosed) {
      const item = this.#reader.next();
      if (item === END) this.close();
      else if (item !== undefined) {
        this.#empty = 0;
        return item;
      } else if (this.#isOver) return undefined;
      else await this.#readMore();
    }
    return undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#body.close();
  }

  async #readMore(): Promise<void> {
    try {
      const bytes = await this.#body.read();
      if (bytes) this.#reader.push(this.#decoder.decode(bytes, { stream: true }));
      else if (!(await this.#reconnected())) {
        this.#isOver = true;
        this.#reader.end();
      }
    } catch (cause) {
      if (!isA(cause, ConnectionError) || !(await this.#reconnected())) throw cause;
    }
  }

  /** Requests the rest of the stream, if the caller wants that and it is safe. */
  async #reconnected(): Promise<boolean> {
    const { call, runtime } = this.#sending;
    if (this.#isClosed || !this.#reader.restart) return false;
    if (!call.options.reconnect || !call.idempotent) return false;
    const { lastEventId, retryMs = RECONNECT_MS } = this.#reader.restart();
    // Twice as long after each connection that brought nothing.
    const delay = Math.min(retryMs * 2 ** this.#empty++, MAX_RECONNECT_MS);
    await race(delay, call.signal, (aborted) => aborted);
    if (this.#isClosed) return false;
    const headers = { ...call.headers, ...(lastEventId && { "last-event-id": utf8(lastEventId) }) };
    const again = await runtime.run({ ...call, headers });
    if (!again.ok) throw again.error;
    const { response, spec } = again.value;
    // 204 says that nothing more will come.
    if (!spec?.isStream || !response.body) return (this.#isOver = response.status === 204);
    this.#decoder = new TextDecoder();
    this.#body = new StreamedBody(response.body, this.#sending);
    if (this.#isClosed) this.#body.close();
    return true;
  }
}

/** A string of the UTF-8 bytes of another, as header fields need them. */
function utf8(value: string): string {
  return String.fromCharCode(...new TextEncoder().encode(value));
}
