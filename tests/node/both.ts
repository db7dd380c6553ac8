import { expect } from "vitest";
import { HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";

/**
 * Runs a test with `fetch` and with Node's dispatcher. Returns the result, which must be the same.
 */
export async function onBoth<T>(run: (httpClient: HTTPClient) => Promise<T>): Promise<T> {
  const byFetch = await run(new HTTPClient());
  const byDispatcher = await run(new NodeHTTPClient());
  expect(byDispatcher).toEqual(byFetch);
  return byDispatcher;
}
