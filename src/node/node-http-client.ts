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

/** Options of a {@link NodeHTTPClient}. */
export interface NodeHTTPClientOptions {
  /**
   * Sends the requests: an `Agent`, `Pool`, `ProxyAgent`, `MockAgent`, ... of the undici package.
   * Defaults to the dispatcher of Node's `fetch`; in runtimes that have none, `fetch` is used.
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/**
 * An HTTP client for servers. It does what `fetch` does in a fraction of the CPU time, by using the
 * dispatcher of Node's `fetch` directly. Add hooks as on any {@link HTTPClient}.
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

  /** Returns an independent copy with the same dispatcher and hooks. */
  override clone(): NodeHTTPClient {
    return this._giveHooks(new NodeHTTPClient(this.#options));
  }

  /** @internal */
  override _send(call: Call): Promise<TransportResponse> {
    const { dispatcher } = (call.init ?? {}) as NodeHTTPClientOptions; // an option of Node's `fetch`
    const chosen = dispatcher ?? this.#options.dispatcher ?? globalDispatcher();
    if (chosen === undefined) return super._send(withSignal(call));
    impersonateWebClasses();
    return dispatch(call, chosen);
  }

  /** @internal */
  override _controller(): AttemptController | undefined {
    return this._isWatched ? undefined : new LightAbortController();
  }

  /** @internal */
  override _sentRequest(call: Call): Request {
    impersonateWebClasses();
    return new SentRequest(withSignal(call)) as unknown as Request; // impersonates one
  }
}

let isImpersonating = false;

/** Called by the first request and not on import, because it loads the web's classes. */
function impersonateWebClasses(): void {
  if (isImpersonating) return;
  isImpersonating = true;
  impersonate(DispatchResponse, Response, (response) => response.real());
  impersonate(DispatchHeaders, Headers, (headers) => headers.real());
  impersonate(SentRequest, Request, (request) => request.real());
}
