import { expect, test } from "vitest";
import { retryAfterDelay, backoffDelay } from "../../../src/lib/pipeline/retry-timing.js";

const now = Date.parse("2026-01-02T03:04:05Z");

function delayOf(headers: Record<string, string>, problem = {}): number | undefined {
  return retryAfterDelay(new Headers(headers), problem, now);
}

test.for<[value: string, wait: number | undefined]>([
  ["0", 0],
  ["7", 7000],
  [" 7 ", 7000],
  ["1.5", undefined],
  ["+5", undefined],
  ["5, 5", undefined],
  ["12/31", undefined],
  ["never 1", undefined],
  ["1 Jan 2026", undefined],
  ["2026", 2_026_000],
  ["2026-01-02", undefined],
  ["2026-01-02T03:04:35", undefined],
  ["2026-01-02T04:04:35.5+01:00", 30_500],
  ["Fri, 02 Jan 2026 03:04:35 CET", undefined],
  ["Fri, 32 Jan 2026 03:04:35 GMT", undefined],
  ["007", 7000],
  ["Fri, 02 Jan 2026 03:04:35 GMT", 30_000],
  ["Friday, 02-Jan-26 03:04:35 GMT", 30_000],
  ["Fri Jan  2 03:04:35 2026", 30_000],
  ["2026-01-02T03:04:35Z", 30_000],
  ["Fri, 02 Jan 2026 03:04:04 GMT", 0],
  ["Thu, 29 Feb 2024 00:00:00 GMT", 0],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 0],
  ["Sun Nov  6 08:49:37 1994", 0],
  ["Wed Nov 16 08:49:37 1994", 0],
  ["never, 06 Nov 1994 08:49:37 GMT", undefined],
  ["never, 06-Nov-94 08:49:37 GMT", undefined],
  ["Sun, 06-Nov-94 08:49:37 GMT", undefined],
  ["Foo Nov  6 08:49:37 1994", undefined],
  ["Sun Nov 16 08:49:37 1994", 0],
  ["Mon, 02 Jan 2026 03:04:35 GMT", 30_000],
  ["Monday, 02-Jan-26 03:04:35 GMT", 30_000],
  ["Invalid Date", undefined],
  ["Sun Foo  6 08:49:37 1994", undefined],
  ["Sun, 06 Foo 1994 08:49:37 GMT", undefined],
  ["Sun, 06 Nov 94 08:49:37 GMT", undefined],
  ["Sun, 06 Nov 1994 12345678 GMT", undefined],
  ["Sun, 06 Nov 1994 24:00:00 GMT", undefined],
  ["Wed, 31 Feb 2021 08:49:37 GMT", undefined],
  ["Wednesday, 31-Feb-21 08:49:37 GMT", undefined],
  ["Wed Feb 31 08:49:37 2021", undefined],
  ["Mon, 00 Feb 2021 08:49:37 GMT", undefined],
  ["2021-02-30T00:00:00Z", undefined],
  ["2021-01-01T24:00:00Z", undefined],
  ["2021-01-01T00:00:00+24:00", undefined],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["-5", undefined],
  ["", undefined],
  ["soon", undefined],
  ["1e3", undefined],
  ["Infinity", undefined],
])("Retry-After: %j is a delay of %j ms", ([value, wait]) => {
  expect(delayOf({ "retry-after": value })).toBe(wait);
});

test.for<[headers: Record<string, string>, problem: object, wait: number | undefined]>([
  [{ "retry-after-ms": "250" }, {}, 250],
  [{ "retry-after-ms": "250.5", "retry-after": "9" }, { retryAfter: 5 }, 250.5],
  [{ "retry-after-ms": "soon", "retry-after": "9" }, {}, 9000],
  [{ "retry-after": "9" }, { retryAfter: 5 }, 9000],
  [{ "retry-after": "soon" }, { retryAfter: 5 }, 5000],
  [{}, { retryAfter: 5 }, 5000],
  [{}, { retryAfter: "5" }, 5000],
  [{}, { retryAfter: "2026-01-02T03:04:35Z" }, 30_000],
  [{}, { retryAfter: 0.5 }, 500],
  [{}, { retryAfter: -5 }, undefined],
  [{}, { retryAfter: "-5" }, undefined],
  [{}, { retryAfter: "soon 1" }, undefined],
  [{}, { retryAfter: Number.NaN }, undefined],
  [{ "retry-after-ms": "-5" }, {}, undefined],
  [{ "retry-after-ms": "1e3" }, {}, undefined],
  [{ "retry-after-ms": "2026-01-02T03:04:35Z" }, {}, undefined],
  [{}, { retryAfter: null }, undefined],
  [{}, { retryAfter: { seconds: 5 } }, undefined],
  [{}, {}, undefined],
])("the most precise of several delays is used (case %#)", ([headers, problem, wait]) => {
  expect(delayOf(headers, problem)).toBe(wait);
});

test.for<[strategy: Parameters<typeof backoffDelay>[0], longest: readonly number[]]>([
  [{}, [500, 1000, 2000, 4000, 8000, 8000]],
  [{ initialInterval: 100, exponent: 3, maxInterval: 1000 }, [100, 300, 900, 1000]],
  [{ exponent: 1 }, [500, 500, 500]],
  [{ initialInterval: 0 }, [0, 0]],
])(
  "delays are random between zero and a maximum that grows up to a limit (case %#)",
  ([strategy, longest]) => {
    const draw = (random: number) =>
      longest.map((_, i) => backoffDelay(strategy, i + 1, () => random));
    expect(draw(1)).toEqual(longest);
    expect(draw(0.5)).toEqual(longest.map((ms) => ms / 2));
    expect(draw(0)).toEqual(longest.map(() => 0));
  },
);
