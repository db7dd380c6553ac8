import { readPrefix } from "../lib/web/body.js";
import type { TransportResponse } from "../lib/web/transport-response.js";
import { decompress, decompressChunks } from "./decompress.js";
import type { RawHeaders } from "./dispatcher.js";
import { DispatchHeaders } from "./dispatch-headers.js";

/** Statuses whose responses have no body: https://fetch.spec.whatwg.org/#null-body-status */
const NULL_BODY_STATUSES = new Set([204, 205, 304]);

/** Whether a response has no body, whatever follows its headers. */
export function hasNoBody(method: string, status: number): boolean {
  return method === "HEAD" || NULL_BODY_STATUSES.has(status);
}

/** A body that is being received. */
export interface IncomingBody {
  /** Whether reading has begun. */
  used: boolean;
  /** Reads the rest of the body, and stops once it is larger than `maxBytes`. */
  readAll(maxBytes?: number): Buffer | Promise<Buffer>;
  /** Reads the next chunk; `undefined` at the end. */
  read(): Promise<Buffer | undefined>;
  /** Aborts the request and closes its connection. */
  abort(reason: unknown): void;
}

/**
 * The response of a dispatcher. An instance of the web's `Response` (see `impersonate.ts`): it has
 * the members that are read of every response, and creates a real one for the others.
 */
export class DispatchResponse implements TransportResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: DispatchHeaders;
  readonly url: string;
  readonly type = "basic";
  readonly redirected = false;
  readonly #incoming: IncomingBody | undefined;
  #body: ReadableStream<Uint8Array> | undefined;
  #real: Response | undefined;

  constructor(
    url: string,
    status: number,
    statusText: string,
    headers: RawHeaders,
    /** The body; `undefined` if there is none. */
    incoming: IncomingBody | undefined,
  ) {
    this.url = url;
    this.status = status;
    this.statusText = statusText;
    this.headers = new DispatchHeaders(headers);
    this.#incoming = incoming;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get bodyUsed(): boolean {
    return this.#real?.bodyUsed ?? this.#incoming?.used ?? false;
  }

  get body(): ReadableStream<Uint8Array> | null {
    if (this.#real) return this.#real.body;
    return this.#incoming ? (this.#body ??= this.#stream(this.#incoming)) : null;
  }

  async text(): Promise<string> {
    if (this.#body) return this.real().text();
    const reading = this.#bytes();
    const bytes = reading instanceof Promise ? await reading : reading;
    // Without the byte order mark: https://encoding.spec.whatwg.org/#utf-8-decode
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return bytes.toString("utf8", hasMark ? 3 : 0);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#body) return this.real().arrayBuffer();
    // A copy, because Node's buffers may share their memory.
    return new Uint8Array(await this.#bytes()).buffer;
  }

  async readPrefix(maxBytes: number): Promise<Uint8Array> {
    // A hook may have made a stream of it.
    const stream = this.#real ? this.#real.body : this.#body;
    return stream ? readPrefix(stream, maxBytes) : await this.#bytes(maxBytes);
  }

  /** The `Response` that this one stands for. */
  real(): Response {
    if (this.#real === undefined) {
      if (this.bodyUsed) throw unusable();
      const { status, statusText, body } = this;
      const headers = this.headers.real();
      this.#real = new Response(body, { status, statusText, headers });
    }
    return this.#real;
  }

  /** The object that `console.log` prints. */
  #inspected(): object {
    const { status, statusText, url, bodyUsed } = this;
    return { status, statusText, url, headers: Object.fromEntries(this.headers.real()), bodyUsed };
  }

  static {
    // https://nodejs.org/api/util.html#utilinspectcustom
    const name = Symbol.for("nodejs.util.inspect.custom");
    Object.defineProperty(this.prototype, name, {
      value(this: DispatchResponse) {
        return this.#inspected();
      },
    });
  }

  /** Reads and decompresses the whole body, or what exceeds a limit by little. */
  #bytes(maxBytes?: number): Buffer | Promise<Buffer> {
    if (this.bodyUsed) throw unusable();
    const bytes = this.#incoming?.readAll(maxBytes) ?? Buffer.of();
    const codings = this.headers.get("content-encoding");
    return codings === null ? bytes : decompress(bytes, codings, maxBytes);
  }

  /** Reads and decompresses the body chunk by chunk. */
  #stream(incoming: IncomingBody): ReadableStream<Uint8Array> {
    const codings = this.headers.get("content-encoding");
    const read = (): Promise<Buffer | undefined> => incoming.read();
    const decompressed = codings === null ? undefined : decompressChunks(read, codings);
    const next = decompressed ? async () => (await decompressed.next()).value || undefined : read;
    return new ReadableStream(
      {
        type: "bytes",
        pull: async (controller) => {
          const chunk = await next();
          // A copy, because enqueueing transfers the memory.
          if (chunk?.byteLength) return controller.enqueue(new Uint8Array(chunk));
          controller.close();
          controller.byobRequest?.respond(0);
        },
        cancel: (reason) => {
          incoming.used = true;
          incoming.abort(reason);
          decompressed?.return().catch(() => {});
        },
      },
      { highWaterMark: 0 },
    );
  }
}

function unusable(): TypeError {
  return new TypeError("Body is unusable: Body has already been read");
}
