import { HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";

/** The transports that tests can use. */
export type TransportName = "fetch" | "dispatcher";

let current: TransportName = "fetch";

/** Sets the transport of the following tests. */
export function goOutBy(name: TransportName): void {
  current = name;
}

/** The current transport. */
export function transportName(): TransportName {
  return current;
}

/** Creates an HTTP client, for adding hooks. */
export function hookable(): HTTPClient {
  return current === "fetch" ? new HTTPClient() : new NodeHTTPClient();
}

/** The default `httpClient` of tests: `undefined`, or the one of the other transport. */
export function defaultClient(): HTTPClient | undefined {
  return current === "fetch" ? undefined : hookable();
}
