import type { TransportResponse } from "../lib/web/transport-response.js";
import { decompress, decompressed } from "./decompress.js";
import type { RawHeaders } from "./dispatcher.js";
import { DispatchHeaders } from "./dispatch-headers.js";

/** Statuses that have no body, whatever is sent with them: https://fetch.spec.whatwg.org/#null-body-status */
const BODILESS = new Set([204, 205, 304]);

/** Whether what comes after the head of an answer is no body of it. */
export function isBodiless(method: string, status: number): boolean {
  return method === "HEAD" || BODILESS.has(status);
}

/** A body as it comes in. */
export interface Incoming {
  /** Whether somebody has begun to read it. */
  used: boolean;
  /** Everything that is left. */
  rest(): Buffer | Promise<Buffer>;
  /** Some more; `undefined` at the end. */
  next(): Promise<Buffer | undefined>;
  /** Ends what is under way, and with it the connection. */
  hangUp(reason: unknown): void;
}

/**
 * The answer of a dispatcher. Passes for a `Response` (see `lazy.ts`): it has the members that are read of every answer itself,
 * and makes a real one for the others.
 */
export class DispatchResponse implements TransportResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: DispatchHeaders;
  readonly url: string;
  readonly type = "basic";
  readonly redirected = false;
  readonly #incoming: Incoming | undefined;
  #body: ReadableStream<Uint8Array> | undefined;
  #real: Response | undefined;

  constructor(
    url: string,
    status: number,
    statusText: string,
    headers: RawHeaders,
    /** Where the body comes from; `undefined` where there is none. */
    incoming: Incoming | undefined,
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
    const read = this.#octets();
    const octets = read instanceof Promise ? await read : read;
    // https://encoding.spec.whatwg.org/#utf-8-decode: without its byte order mark
    const marked = octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf;
    return octets.toString("utf8", marked ? 3 : 0);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.#body) return this.real().arrayBuffer();
    // The octets may lie among those of others.
    return new Uint8Array(await this.#octets()).buffer;
  }

  /** The `Response` that this passes for. */
  real(): Response {
    if (this.#real === undefined) {
      if (this.bodyUsed) throw unusable();
      const { status, statusText, body } = this;
      const headers = this.headers.real();
      this.#real = new Response(body, { status, statusText, headers });
    }
    return this.#real;
  }

  /** What `console.log` shows. */
  #shown(): object {
    const { status, statusText, url, bodyUsed } = this;
    return { status, statusText, url, headers: Object.fromEntries(this.headers.real()), bodyUsed };
  }

  static {
    // https://nodejs.org/api/util.html#utilinspectcustom
    const name = Symbol.for("nodejs.util.inspect.custom");
    Object.defineProperty(this.prototype, name, {
      value(this: DispatchResponse) {
        return this.#shown();
      },
    });
  }

  #octets(): Buffer | Promise<Buffer> {
    if (this.bodyUsed) throw unusable();
    const octets = this.#incoming?.rest() ?? Buffer.of();
    const codings = this.headers.get("content-encoding");
    return codings === null ? octets : decompress(octets, codings);
  }

  #stream(incoming: Incoming): ReadableStream<Uint8Array> {
    const codings = this.headers.get("content-encoding");
    const plain = (): Promise<Buffer | undefined> => incoming.next();
    const undone = codings === null ? undefined : decompressed(plain, codings);
    const next = undone ? async () => (await undone.next()).value || undefined : plain;
    return new ReadableStream(
      {
        type: "bytes",
        pull: async (controller) => {
          const octets = await next();
          // A copy, because what is enqueued is taken away from its owner.
          if (octets?.byteLength) return controller.enqueue(new Uint8Array(octets));
          controller.close();
          controller.byobRequest?.respond(0);
        },
        cancel: (reason) => {
          incoming.used = true;
          incoming.hangUp(reason);
          undone?.return().catch(() => {});
        },
      },
      { highWaterMark: 0 },
    );
  }
}

function unusable(): TypeError {
  return new TypeError("Body is unusable: Body has already been read");
}
