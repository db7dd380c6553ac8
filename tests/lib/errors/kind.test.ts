import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { APIError } from "../../../src/lib/index.js";
import { kindOfStatus } from "../../../src/lib/errors/kind.js";
import { rateLimitIn } from "../../../src/lib/errors/rate-limit.js";

test.for([
  ["unauthorized", [401]],
  ["forbidden", [402, 403]],
  ["notFound", [404, 410]],
  ["conflict", [409, 412, 423]],
  ["rateLimited", [429]],
  ["unavailable", [408, 424, 425, 502, 503, 504]],
  ["server", [500, 501, 505, 511, 599]],
  ["invalidRequest", [400, 405, 415, 418, 422, 451]],
  ["unexpected", [300, 304, 307, 399, 0, 40]],
] as const)("the kind %s stands for %j", ([kind, statuses]) => {
  for (const status of statuses) expect(kindOfStatus(status)).toBe(kind);
});

const redact = (text: string): string => text;
const read = (headers: Record<string, string>): unknown => rateLimitIn(new Headers(headers));

test("an error has its kind, and the rate limit if the server tells it", () => {
  const headers = { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "0" };
  const limited = new APIError({
    response: new Response("", { status: 429, headers }),
    body: "",
    redact,
  });
  expect(limited).toMatchObject({ kind: "rateLimited", rateLimit: { limit: 100, remaining: 0 } });
  const other = new APIError({ response: new Response("", { status: 404 }), body: "", redact });
  expect(other.kind).toBe("notFound");
  expect("rateLimit" in other).toBe(false);
});

describe("the headers of a rate limit", () => {
  test("a reset is seconds to wait, or an instant", () => {
    const wait = read({ "ratelimit-reset": "30" }) as { reset: Date };
    expect(Math.abs(wait.reset.getTime() - Date.now() - 30_000)).toBeLessThan(2000);
    expect(read({ "x-ratelimit-reset": "1767225600" })).toEqual({
      reset: new Date("2026-01-01T00:00:00Z"),
    });
  });
  test.for([{}, { "ratelimit-limit": "many" }, { "x-ratelimit-remaining": "-1" }])(
    "%j say nothing",
    (headers) => {
      expect(read(headers)).toBeUndefined();
    },
  );
  test("the standard header wins, and a quota policy after the number is left out", () => {
    expect(read({ "ratelimit-limit": "10, 10;w=1", "x-ratelimit-limit": "7" })).toEqual({
      limit: 10,
    });
  });
  test("no value makes it throw", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const get = (name: string): string | null => (name === "ratelimit-reset" ? value : null);
        const limit = rateLimitIn({ get, forEach: () => {} });
        if (limit?.reset) expect(limit.reset.getTime()).not.toBeNaN();
      }),
    );
  });
});
