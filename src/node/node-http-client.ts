import { HTTPClient } from "../lib/transport/http-client.js";
import { dispatcherTransport } from "./dispatcher-transport.js";
import type { Dispatcher } from "./dispatcher.js";

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
  constructor({ dispatcher }: NodeHTTPClientOptions = {}) {
    super({ transport: dispatcherTransport(dispatcher) });
  }
}
