import type { Call } from "../lib/call/call.js";
import { type AttemptController, HTTPClient } from "../lib/transport/http-client.js";
import type { TransportResponse } from "../lib/web/transport-response.js";
import { dispatch } from "./dispatch.js";
import { type Dispatcher, globalDispatcher } from "./dispatcher.js";
import { LightAbortController, withSignal } from "./light-abort-controller.js";
import { DispatchHeaders } from "./dispatch-headers.js";
import { impersonate } from "./impersonate.js";
import { DispatchResponse } from "./dispatch-response.js";
import { SentRequest } from "./request.js";

/** How a {@link NodeHTTPClient} sends. */
export interface NodeHTTPClientOptions {
  /**
   * Sends the requests: an `Agent`, `Pool`, `ProxyAgent`, `MockAgent` ... of the undici package. Default: the one that Node's
   * `fetch` uses, and where a runtime has none, `fetch`.
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/**
 * A transport for servers: does what `fetch` does at a fraction of its CPU time, by handing requests to the dispatcher that works
 * below it in Node. Hooks are added as on any {@link HTTPClient}.
 *
 * @example
 * const sdk = new SDK({ apiKeyHeader, httpClient: new NodeHTTPClient() });
 */
export class NodeHTTPClient extends HTTPClient {
  readonly #options: NodeHTTPClientOptions;

  constructor(options: NodeHTTPClientOptions = {}) {
    super();
    this.#options = { ...options };
  }

  /** A copy with the same dispatcher and hooks, to be given others. */
  override clone(): NodeHTTPClient {
    return this._giveHooks(new NodeHTTPClient(this.#options));
  }

  /** @internal */
  override _send(call: Call): Promise<TransportResponse> {
    const { dispatcher } = (call.init ?? {}) as NodeHTTPClientOptions; // Node's `fetch` takes one there
    const chosen = dispatcher ?? this.#options.dispatcher ?? globalDispatcher();
    if (chosen === undefined) return super._send(withSignal(call));
    pass();
    return dispatch(call, chosen);
  }

  /** @internal */
  override _controller(): AttemptController | undefined {
    return this._isWatched ? undefined : new LightAbortController();
  }

  /** @internal */
  override _sentRequest(call: Call): Request {
    pass();
    return new SentRequest(withSignal(call)) as unknown as Request; // it passes for one
  }
}

let passing = false;

/** Not before the first call, because it asks for the web's classes. */
function pass(): void {
  if (passing) return;
  passing = true;
  impersonate(DispatchResponse, Response, (reply) => reply.real());
  impersonate(DispatchHeaders, Headers, (headers) => headers.real());
  impersonate(SentRequest, Request, (request) => request.real());
}
