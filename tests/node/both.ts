import { expect } from "vitest";
import { HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";

/** Does the same by `fetch` and by Node's dispatcher, and answers what came of it, which must be the same. */
export async function onBoth<T>(run: (httpClient: HTTPClient) => Promise<T>): Promise<T> {
  const byFetch = await run(new HTTPClient());
  const byDispatcher = await run(new NodeHTTPClient());
  expect(byDispatcher).toEqual(byFetch);
  return byDispatcher;
}
