import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import type { Method } from "../spec/operation-spec.js";
import { messageOf } from "../errors/base.js";
import { UnexpectedClientError } from "../errors/client.js";
import type { TransportResponse } from "../web/transport-response.js";
import { type Transport, initOf } from "./transport.js";

/** Sends a request: the shape of `fetch`. Called with a URL and an init, never with a `Request`. */
export type Fetcher = (input: string, init: RequestInit) => Promise<Response>;

/** Sees a request before it is sent, and may put another in its place. */
export type BeforeRequestHook = (request: Request) => Request | void | Promise<Request | void>;
/** Is told that a request got no answer. */
export type RequestErrorHook = (error: unknown, request: Request) => void | Promise<void>;
/** Is told of an answer. Reads its body only from a `clone()`. */
export type ResponseHook = (response: Response, request: Request) => void | Promise<void>;

/** What ends an attempt: an `AbortController`, or as much of one as a transport needs. */
export type AttemptController = Pick<AbortController, "signal" | "abort">;

interface Hooks {
  beforeRequest: readonly BeforeRequestHook[];
  requestError: readonly RequestErrorHook[];
  response: readonly ResponseHook[];
}

/**
 * A transport with hooks, as users of generated SDKs know it. Hooks see real `Request` and `Response` objects, which are made
 * only when there is a hook to see them. What a hook throws becomes an `UnexpectedClientError`.
 *
 * @example
 * const httpClient = new HTTPClient();
 * httpClient.addHook("beforeRequest", (request) => request.headers.set("x-tenant", "acme"));
 * const sdk = new SDK({ apiKeyHeader, httpClient });
 */
export class HTTPClient {
  readonly #fetcher: Fetcher | undefined;
  #hooks: Hooks = { beforeRequest: [], requestError: [], response: [] };

  constructor(options: { fetcher?: Fetcher | undefined } = {}) {
    this.#fetcher = options.fetcher;
  }

  // The kinds are written out, so that the compiler names them where another is given, and not `keyof Hooks`.

  /** Adds a hook; hooks of a kind run in the order in which they were added. */
  addHook<K extends "beforeRequest" | "requestError" | "response">(
    kind: K,
    hook: Hooks[K][number],
  ): this {
    this.#hooks = { ...this.#hooks, [kind]: [...this.#hooks[kind], hook] };
    return this;
  }

  /** Takes a hook away. */
  removeHook<K extends "beforeRequest" | "requestError" | "response">(
    kind: K,
    hook: Hooks[K][number],
  ): this {
    this.#hooks = { ...this.#hooks, [kind]: this.#hooks[kind].filter((h) => h !== hook) };
    return this;
  }

  /** A copy with the same fetcher and hooks, to be given others. */
  clone(): HTTPClient {
    return this._giveHooks(new HTTPClient({ fetcher: this.#fetcher }));
  }

  /** @internal */
  readonly transport: Transport = (call) =>
    this._isWatched ? this.#hooked(call) : this._send(call);

  /** @internal What ends an attempt, where that need not be an `AbortController`. Those cost more than most of a call. */
  _controller?(): AttemptController | undefined;

  /** @internal Whether anybody may look at what is sent. */
  get _isWatched(): boolean {
    const { beforeRequest, requestError, response } = this.#hooks;
    return beforeRequest.length + requestError.length + response.length > 0;
  }

  /** @internal For subclasses that make copies of themselves. */
  _giveHooks<T extends HTTPClient>(to: T): T {
    to.#hooks = this.#hooks;
    return to;
  }

  /** @internal What the hooks run around. */
  _send(call: Call): Promise<TransportResponse> {
    return (this.#fetcher ?? fetch)(call.url, initOf(call));
  }

  /** @internal What hooks see of a request that none of them may change any more. */
  _sentRequest(call: Call): Request {
    return new Request(call.url, initOf(call));
  }

  async #hooked(call: Call): Promise<TransportResponse> {
    const { beforeRequest, requestError, response } = this.#hooks;
    let sent = call;
    let request: Request;
    if (beforeRequest.length === 0) request = this._sentRequest(call);
    else {
      const made = new Request(call.url, initOf(call));
      request = made;
      for (const hook of beforeRequest) {
        const answer = await runHook(call, "beforeRequest", () => hook(request));
        // Not whatever a hook answers: `headers.set()` gives something back in the first releases of Node 20.
        if ("url" in Object(answer)) request = answer as Request; // by the type, the only thing with a URL
      }
      sent = await rewritten(call, made, request);
    }
    let reply: TransportResponse;
    try {
      reply = await this._send(sent);
    } catch (error) {
      for (const hook of requestError)
        await runHook(call, "requestError", () => hook(error, request));
      throw error;
    }
    const answer = reply as Response; // where there are hooks, a transport answers with what passes for one
    for (const hook of response) await runHook(call, "response", () => hook(answer, request));
    return reply;
  }
}

/** A call as hooks left its request. */
async function rewritten(call: Call, made: Request, request: Request): Promise<Call> {
  // A hook may have put another body in place, and a form's boundary is in the headers of its request. The hooks that follow
  // can still read it.
  const replaced = request !== made || call.body instanceof FormData;
  return {
    ...call,
    url: request.url,
    method: request.method as Method, // or one that a hook made up
    headers: Object.fromEntries(request.headers),
    body: replaced ? (request.body ? await request.clone().arrayBuffer() : undefined) : call.body,
  };
}

async function runHook<T>(call: Call, kind: string, hook: () => T | Promise<T>): Promise<T> {
  try {
    return await hook();
  } catch (cause) {
    const why = redactor(call)(messageOf(cause));
    throw new UnexpectedClientError(`A ${kind} hook failed: ${why}`, { cause });
  }
}
