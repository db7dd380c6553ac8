import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import { rootCause } from "../errors/base.js";
import { ConnectionError, RequestTimeoutError } from "../errors/client.js";
import type { Runtime } from "../operation/client.js";
import { limitOf } from "../pipeline/limits.js";
import { DEFAULT_TIMEOUT_MS } from "../spec/defaults.js";
import { abortError } from "../transport/network.js";
import { race } from "../web/race.js";

/** What `send` passes to `wrap` besides the response. */
export interface Sending {
  /** The call as the caller made it, with the caller's signal. */
  readonly call: Call;
  readonly runtime: Runtime;
}

/**
 * A body that is read while it comes. Ends the connection when it is closed, when the caller
 * aborts, and when no byte comes for as long as the timeout.
 */
export class StreamedBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #call: Call;
  /** How long the server may be silent, in milliseconds. */
  readonly #timeoutMs: number;

  constructor(body: ReadableStream<Uint8Array> | null, { call, runtime }: Sending) {
    this.#reader = body?.getReader();
    this.#call = call;
    this.#timeoutMs = limitOf(call, runtime.settings, "timeoutMs", DEFAULT_TIMEOUT_MS);
  }

  /**
   * Resolves to the next bytes, or to `undefined` at the end.
   *
   * @throws RequestTimeoutError, RequestAbortedError or ConnectionError. The body is closed then.
   */
  async read(): Promise<Uint8Array | undefined> {
    const reader = this.#reader;
    if (!reader) return undefined;
    const call = this.#call;
    const timeoutMs = this.#timeoutMs;
    try {
      const read = await race<{ done: boolean; value?: Uint8Array | undefined } | Error>(
        timeoutMs,
        call.signal,
        (aborted) =>
          aborted
            ? abortError(call.signal)
            : new RequestTimeoutError(`No byte came for ${timeoutMs} ms (timeoutMs)`),
        () => reader.read(),
      );
      if (read instanceof Error) throw read;
      return read.value;
    } catch (cause) {
      this.close();
      if (cause instanceof RequestTimeoutError || call.signal?.aborted) throw cause;
      const [reason, code] = rootCause(cause);
      const message = `Connection closed while reading the stream: ${redactor(call)(reason)}`;
      throw new ConnectionError(message, { cause, code });
    }
  }

  /** Ends the connection. A read that is waiting resolves to the end. */
  close(): void {
    this.#reader?.cancel().catch(() => {});
  }
}
