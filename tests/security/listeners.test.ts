/** A signal or a process that outlives its calls keeps no listener, and nothing of a call. */
import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { type HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { coreOf, thingsGet } from "../support/sdk.js";
import { type Responder, respondWith, serve, silence } from "../support/server.js";

const request = { thingId: "t" };

const transports: readonly (readonly [name: string, create: () => HTTPClient | undefined])[] = [
  ["fetch", () => undefined],
  ["NodeHTTPClient", () => new NodeHTTPClient()],
];

type End = readonly [what: string, responder: Responder, options?: { readonly timeoutMs?: number }];
const ends: readonly End[] = [
  ["a value", respondWith(200, { id: "t" })],
  ["an error response", respondWith(404, { message: "no" })],
  ["retries", respondWith(503, {}, { "retry-after": "0" })],
  ["a response that does not fit", respondWith(200, "[")],
  ["a connection that breaks", (_, response) => void response.destroy()],
  ["a timeout", silence, { timeoutMs: 30 }],
];

const counted = (signals: readonly AbortSignal[]): readonly number[] =>
  signals.map((signal) => getEventListeners(signal, "abort").length);

const listeners = (): readonly string[] =>
  process.eventNames().map((name) => `${String(name)} ${process.listenerCount(name)}`);

function warnings(): readonly string[] {
  const seen: string[] = [];
  const add = (warning: Error): void => void seen.push(warning.name);
  process.on("warning", add);
  onTestFinished(() => void process.off("warning", add));
  return seen;
}

describe.each(transports)("%s", (_, create) => {
  test.for(ends)("after %s, no listener is left", async ([, responder, options]) => {
    const server = await serve(responder);
    const retryConfig = {
      strategy: "backoff",
      backoff: { initialInterval: 1, maxInterval: 2, exponent: 1, maxElapsedTime: 50 },
    } as const;
    const core = coreOf(server.url, { httpClient: create(), retryConfig });
    const [ofCall, ofFetch] = [new AbortController(), new AbortController()];
    const seen = warnings();
    const calls = Array.from({ length: 12 }, () =>
      thingsGet(core, request, {
        ...options,
        signal: ofCall.signal,
        fetchOptions: { signal: ofFetch.signal },
      }),
    );
    await Promise.all(calls);
    await expect.poll(() => counted([ofCall.signal, ofFetch.signal])).toEqual([0, 0]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([]);
  });

  test("after an abort, and with a signal that was aborted before", async () => {
    const server = await serve(silence);
    const core = coreOf(server.url, { httpClient: create() });
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 12 }, () => thingsGet(core, request, { signal }));
    await expect.poll(() => server.seen.length).toBeGreaterThan(0);
    controller.abort();
    for (const result of await Promise.all(calls))
      expect(result).toMatchObject({ error: { name: "RequestAbortedError" } });
    await thingsGet(core, request, { signal });
    expect(counted([signal])).toEqual([0]);
  });

  test("calls add no listeners to the process", async () => {
    const server = await serve(respondWith(200, { id: "t" }));
    const before = listeners();
    const core = coreOf(server.url, { httpClient: create() });
    await Promise.all(Array.from({ length: 12 }, () => thingsGet(core, request)));
    expect(listeners()).toEqual(before);
  });
});
