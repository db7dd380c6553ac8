import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import { messageOf } from "../errors/base.js";
import { UnexpectedClientError } from "../errors/client.js";
import type { TransportResponse } from "../web/transport-response.js";
import { type Fetcher, fetcherTransport } from "./fetcher.js";
import { requestOf, withRequest } from "./request.js";
import {
  type AttemptController,
  type Transport,
  createAbortController,
  fetchTransport,
} from "./transport.js";

/** Called before a request is sent. May change the request or return another one, sync or async. */
export type BeforeRequestHook = (request: Request) => Request | void | Promise<Request | void>;
/** Called when a request failed without a response. */
export type RequestErrorHook = (error: unknown, request: Request) => void | Promise<void>;
/** Called with each response. Must read its body from a `clone()` only. */
export type ResponseHook = (response: Response, request: Request) => void | Promise<void>;

interface Hooks {
  beforeRequest: readonly BeforeRequestHook[];
  requestError: readonly RequestErrorHook[];
  response: readonly ResponseHook[];
}

/** Options of an {@link HTTPClient}. */
export interface HTTPClientOptions {
  /** Sends the requests. Defaults to the runtime's `fetch`. */
  fetcher?: Fetcher | undefined;
  /**
   * Sends the requests, below the level of `Request` and `Response`. Takes precedence over
   * `fetcher`.
   */
  transport?: Transport | undefined;
}

/**
 * Hooks around a transport. Hooks receive the web's `Request` and `Response` objects, which are
 * created only if there are hooks. If a hook throws, the call ends with an `UnexpectedClientError`.
 *
 * @example
 * const httpClient = new HTTPClient();
 * httpClient.addHook("beforeRequest", (request) => request.headers.set("x-tenant", "acme"));
 * const sdk = new SDK({ apiKeyHeader, httpClient });
 */
export class HTTPClient implements Transport {
  readonly #transport: Transport;
  #hooks: Hooks = { beforeRequest: [], requestError: [], response: [] };

  constructor({ fetcher, transport }: HTTPClientOptions = {}) {
    this.#transport = transport ?? (fetcher ? fetcherTransport(fetcher) : fetchTransport);
  }

  // The kinds are written out, so that compiler errors list them instead of `keyof Hooks`.

  /** Adds a hook. Hooks of the same kind run in the order in which they were added. */
  addHook<K extends "beforeRequest" | "requestError" | "response">(
    kind: K,
    hook: Hooks[K][number],
  ): this {
    this.#hooks = { ...this.#hooks, [kind]: [...this.#hooks[kind], hook] };
    return this;
  }

  /** Removes a hook that was added with `addHook`. */
  removeHook<K extends "beforeRequest" | "requestError" | "response">(
    kind: K,
    hook: Hooks[K][number],
  ): this {
    this.#hooks = { ...this.#hooks, [kind]: this.#hooks[kind].filter((h) => h !== hook) };
    return this;
  }

  /** Returns an independent copy with the same transport and hooks. */
  clone(): HTTPClient {
    const copy = new HTTPClient({ transport: this.#transport });
    copy.#hooks = this.#hooks;
    return copy;
  }

  /** Sends a call through the hooks. The SDK calls it. */
  send(call: Call): Promise<TransportResponse> {
    return this.#hasHooks() ? this.#sendWithHooks(call) : this.#transport.send(call);
  }

  /** Creates the controller that aborts an attempt. The SDK calls it. */
  createController(): AttemptController {
    // The `Request` that hooks receive takes nothing less than an `AbortSignal`.
    return this.#hasHooks() ? createAbortController() : this.#transport.createController();
  }

  /** Whether the transport can send the body of a GET or HEAD request. The SDK reads it. */
  get sendsGETBody(): boolean {
    return this.#transport !== fetchTransport && this.#transport.sendsGETBody !== false;
  }

  #hasHooks(): boolean {
    const { beforeRequest, requestError, response } = this.#hooks;
    return beforeRequest.length + requestError.length + response.length > 0;
  }

  async #sendWithHooks(call: Call): Promise<TransportResponse> {
    const { beforeRequest, requestError, response: onResponse } = this.#hooks;
    const original = requestOf(call);
    let request = original;
    for (const hook of beforeRequest) {
      const returned = await runHook(call, "beforeRequest", () => hook(request));
      // Only a request replaces the request: hooks may return anything, such as the value that
      // `headers.set()` returns in the first releases of Node 20.
      if ("url" in Object(returned)) request = returned as Request;
    }
    const sent = beforeRequest.length
      ? await withRequest(call, request, request !== original)
      : call;
    let response: TransportResponse;
    try {
      response = await this.#transport.send(sent);
    } catch (error) {
      for (const hook of requestError)
        await runHook(call, "requestError", () => hook(error, request));
      throw error;
    }
    for (const hook of onResponse)
      // The cast: if there are hooks, transports return a `Response`.
      await runHook(call, "response", () => hook(response as Response, request));
    return response;
  }
}

async function runHook<T>(call: Call, kind: string, hook: () => T | Promise<T>): Promise<T> {
  try {
    return await hook();
  } catch (cause) {
    const message = redactor(call)(messageOf(cause));
    throw new UnexpectedClientError(`Unexpected error in ${kind} hook: ${message}`, { cause });
  }
}
