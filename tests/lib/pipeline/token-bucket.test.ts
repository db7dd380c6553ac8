/** The cost of retries: time for the caller, and load for a server that is down. */
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { HTTPClient } from "../../../src/lib/index.js";
import { coreOf, thingsGet } from "../../support/sdk.js";
import { runs } from "../../support/runs.js";
import { limits } from "../../support/limits.js";

const request = { thingId: "t" };

afterEach(() => void vi.useRealTimers());

/**
 * A server that fails and requests the given delays in turn, in seconds; `undefined` requests none.
 */
function failing(waits: readonly (number | undefined)[], took: number) {
  const began: number[] = [];
  const httpClient = new HTTPClient({
    async fetcher() {
      began.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, took));
      const wait = waits[began.length - 1];
      return new Response("", {
        status: 503,
        headers: wait === undefined ? {} : { "retry-after": `${wait}` },
      });
    },
  });
  return { began, httpClient };
}

test(
  "no attempt starts after maxElapsedTime, earlier than the server requests, or beyond maxAttempts",
  { timeout: limits.computing },
  async () => {
    vi.useFakeTimers();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.nat({ max: 20 }), { nil: undefined }), { maxLength: 8 }),
        fc.nat({ max: 3_000 }),
        fc.nat({ max: 30_000 }),
        fc.integer({ min: 1, max: 8 }),
        async (waits, took, maxElapsedTime, maxAttempts) => {
          const { began, httpClient } = failing(waits, took);
          const core = coreOf(undefined, {
            httpClient,
            retryConfig: { strategy: "backoff", backoff: { maxElapsedTime }, maxAttempts },
          });
          const started = Date.now();
          const call = thingsGet(core, request);
          await vi.runAllTimersAsync();
          expect((await call).ok).toBe(false);
          expect(began.length).toBeLessThanOrEqual(maxAttempts);
          for (const [i, at] of began.entries()) {
            if (i === 0) continue;
            expect(at - started).toBeLessThanOrEqual(maxElapsedTime + 1);
            const before = (began[i - 1] ?? 0) + took;
            expect(at - before).toBeGreaterThanOrEqual((waits[i - 1] ?? 0) * 1_000);
          }
          // No timer is left that would keep a process alive.
          expect(vi.getTimerCount()).toBe(0);
        },
      ),
      runs(100),
    );
  },
);

test(
  "an outage is not amplified: a thousand calls send fewer than 1,200 requests",
  { timeout: limits.computing },
  async () => {
    const { began, httpClient } = failing([], 0);
    const retryConfig = { strategy: "backoff", backoff: { initialInterval: 0 } } as const;
    const core = coreOf(undefined, { httpClient, retryConfig });
    await Promise.all(Array.from({ length: 1_000 }, () => thingsGet(core, request)));
    expect(began.length).toBeGreaterThan(1_000);
    expect(began.length).toBeLessThan(1_200);
  },
);

test("timeouts are retried even less: they cost twice the tokens", async () => {
  vi.useFakeTimers();
  let sent = 0;
  const httpClient = new HTTPClient({
    fetcher: (_, { signal }) =>
      new Promise((_, reject) => {
        sent++;
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      }),
  });
  const core = coreOf(undefined, { httpClient, timeoutMs: 1_000 });
  const calls = Array.from({ length: 200 }, () => thingsGet(core, request));
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(sent).toBe(200 + 50);
});
