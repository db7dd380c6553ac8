/** The effects of retries, against a server that counts the work it has done. */
import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { HTTPClient, type Result, type RetryConfig } from "../../../src/lib/index.js";
import {
  coreOf,
  thingsCreate,
  thingsDelete,
  thingsGet,
  thingsReplace,
  thingsUpdate,
} from "../../support/sdk.js";
import { type Behaviour, effectServer, failures, fine } from "./effects-server.js";
import { runs } from "../../support/runs.js";
import { limits } from "../../support/limits.js";

/**
 * The timeouts of calls. Each has its own length, so that the server decides which call times out.
 */
const deadlines = new Map<number, () => void>();
const { setTimeout } = globalThis;
const timers = vi.spyOn(globalThis, "setTimeout").mockImplementation(((
  task: () => void,
  ms = 0,
  ...more: unknown[]
) => {
  deadlines.set(ms, task);
  return setTimeout(task, ms, ...more);
}) as typeof setTimeout);
const deadlineOf = (call: string): number => 1_000_000 + Number(call);

const server = await effectServer((call) => deadlines.get(deadlineOf(call))?.());
afterAll(() => {
  timers.mockRestore();
  return server[Symbol.asyncDispose]();
});

const httpClient = new HTTPClient({
  fetcher: (request, init) => {
    const call = request.headers.get("x-call") ?? "";
    if (server.next(call).respond !== undefined) return fetch(request, init);
    const { method, headers } = request;
    return fetch(server.nowhere, { method, headers, ...init });
  },
});

const thing = { id: "t" };
const methods = {
  GET: (...rest: Rest) => thingsGet(rest[0], { thingId: "t" }, rest[1]),
  PUT: (...rest: Rest) => thingsReplace(rest[0], { thingId: "t", thing }, rest[1]),
  DELETE: (...rest: Rest) => thingsDelete(rest[0], { thingId: "t" }, rest[1]),
  POST: (...rest: Rest) => thingsCreate(rest[0], thing, rest[1]),
  PATCH: (...rest: Rest) => thingsUpdate(rest[0], { thingId: "t", thing }, rest[1]),
};
type Rest = [core: Parameters<typeof thingsGet>[0], options: Parameters<typeof thingsGet>[2]];

interface Case {
  readonly method: keyof typeof methods;
  readonly key: boolean;
  readonly script: readonly Behaviour[];
  readonly maxAttempts: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  method: fc.constantFrom(...(Object.keys(methods) as (keyof typeof methods)[])),
  key: fc.boolean(),
  script: fc.array(fc.constantFrom(...failures), { maxLength: 4 }),
  maxAttempts: fc.integer({ min: 1, max: 4 }),
});

/** How a call must end, and how many requests it may send: redirects are requests too. */
function expected({ method, key, script, maxAttempts }: Case): { requests: number; ok: boolean } {
  const safe = key || (method !== "POST" && method !== "PATCH");
  let attempts = 1;
  let wasRedirected = false;
  for (let requests = 1; ; requests++) {
    const { repeats, redirects } = script[requests - 1] ?? fine;
    if (script[requests - 1] === undefined) return { requests, ok: true };
    wasRedirected ||= redirects === true;
    if (redirects) continue;
    const may = safe ? repeats !== "never" : repeats === "always" && !wasRedirected;
    if (!may || attempts++ === maxAttempts) return { requests, ok: false };
  }
}

let count = 0;

async function run(each: Case): Promise<{ call: string; result: Result<unknown, unknown> }> {
  const call = String(count++);
  server.plan(call, each.script);
  const retryConfig: RetryConfig = {
    strategy: "backoff",
    backoff: { initialInterval: 1, maxInterval: 2 },
    maxAttempts: each.maxAttempts,
  };
  const core = coreOf(server.url, { httpClient, retryConfig, timeoutMs: deadlineOf(call) });
  const idempotencyKey = each.key ? `key of ${call}` : undefined;
  const result = await methods[each.method](core, { headers: { "x-call": call }, idempotencyKey });
  return { call, result };
}

test(
  "a POST or PATCH without an idempotency key does its work at most once, and no call has attempts that are not allowed",
  { timeout: limits.computing },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 1, maxLength: 16 }), async (together) => {
        const done = await Promise.all(together.map(run));
        done.forEach(({ call, result }, i) => {
          const each = together[i] as Case; // one result per case
          const { requests, ok } = expected(each);
          const about = `${each.method}${each.key ? " with a key" : ""}: ${each.script.map(({ name }) => name).join(", ")}`;
          expect(server.attempts(call), about).toBe(requests);
          expect(result.ok, about).toBe(ok);
          if (each.key || each.method === "POST" || each.method === "PATCH")
            expect(server.effects(call), about).toBeLessThanOrEqual(1);
        });
      }),
      runs(12),
    );
  },
);

test(
  "a call without a success is an error, and a successful call has had its effect",
  { timeout: limits.computing },
  async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (each) => {
        const { call, result } = await run(each);
        if (result.ok) expect(server.effects(call)).toBeGreaterThanOrEqual(1);
        else expect(result.error).toBeInstanceOf(Error);
      }),
      runs(12),
    );
  },
);
