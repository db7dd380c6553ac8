import { HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";

/** What the tests' calls can go out by. */
export type TransportName = "fetch" | "dispatcher";

let current: TransportName = "fetch";

/** Chooses for the tests that follow. */
export function goOutBy(name: TransportName): void {
  current = name;
}

/** Which one it is. */
export function transportName(): TransportName {
  return current;
}

/** A client to add hooks to. */
export function hookable(): HTTPClient {
  return current === "fetch" ? new HTTPClient() : new NodeHTTPClient();
}

/** What a test's client is given where the test says nothing: nothing as well, or the other transport. */
export function defaultClient(): HTTPClient | undefined {
  return current === "fetch" ? undefined : hookable();
}
