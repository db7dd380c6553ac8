import { good, theConnection } from "../good.js";
import type { Group, Kind } from "../kind.js";
import { type Serve, first } from "./serving.js";

type Headers = Readonly<Record<string, string>>;

/** A 503 with these headers first, and then a good answer. */
function later(headers: () => Headers, body = ""): Serve {
  return first(({ answer }) => answer(503, headers(), body), good());
}

/** Waited for: at least so long, in milliseconds. */
const waited = (name: string, headers: () => Headers, waits = 0, body = ""): Kind => ({
  name,
  server: { serve: later(headers, body) },
  expect: {
    error: body === "" ? "APIError" : "APIProblem",
    message: /^503 Service Unavailable/,
    attempts: [1, 2],
    retried: theConnection(),
    waits,
  },
});

/** Longer than the call may take, so that it ends at once. */
const refused = (name: string, value: () => string): Kind => ({
  name,
  server: { serve: later(() => ({ "retry-after": value() })) },
  expect: { error: "APIError", message: /^503 Service Unavailable$/, attempts: [1, 1] },
});

const after =
  (value: string): (() => Headers) =>
  () => ({ "retry-after": value });
const PROBLEM = { "content-type": "application/problem+json" };

/** A date so many milliseconds from now, and at least so many: dates have whole seconds. */
const date = (ms: number): Date => new Date(Math.ceil((Date.now() + ms) / 1000) * 1000);

/** `Retry-After` in every form. */
export const retryAfter: Group = {
  name: "Retry-After",
  about:
    "The first response is a 503 that says how long to wait, and the second one is valid. Without retries, the call ends with the 503.",
  kinds: [
    waited("0 seconds", after("0")),
    waited("1 second", after("1"), 995),
    waited("a fraction of a second", after("0.05"), 45),
    waited("seconds with spaces around them", after("  0.05\t"), 45),
    waited("milliseconds in retry-after-ms", () => ({ "retry-after-ms": "50" }), 45),
    waited("retry-after-ms takes precedence over Retry-After", () => ({
      "retry-after-ms": "0",
      "retry-after": "9",
    })),
    waited(
      "invalid retry-after-ms, valid Retry-After",
      () => ({ "retry-after-ms": "soon", "retry-after": "0.05" }),
      45,
    ),
    waited("date, right now", () => ({ "retry-after": date(0).toUTCString() })),
    waited("date within a second, in RFC 850 format", () => ({ "retry-after": rfc850(date(0)) })),
    waited("date within a second, in asctime format", () => ({ "retry-after": asctime(date(0)) })),
    waited("date within a second, in ISO 8601 format", () => ({
      "retry-after": date(0).toISOString(),
    })),
    waited("date in the past", after("Fri, 31 Dec 1999 23:59:59 GMT")),
    waited("date at the Unix epoch", after("Thu, 01 Jan 1970 00:00:00 GMT")),
    waited("invalid value", after("soon")),
    waited("empty value", after("")),
    waited("negative number", after("-5")),
    waited("hexadecimal number", after("0x10")),
    waited("two values", after("0, 0")),
    waited("invalid month", after("Fri, 31 Foo 2099 23:59:59 GMT")),
    waited("bytes that are not valid text", after("\u00ff\u00fe")),
    waited(
      "retryAfter of a problem document, in the past",
      () => PROBLEM,
      0,
      '{"retryAfter":"2020-01-01T00:00:00Z"}',
    ),
    waited(
      "retryAfter of a problem document, in seconds",
      () => PROBLEM,
      45,
      '{"retryAfter":0.05}',
    ),
    waited(
      "retryAfter of a problem document, as an object",
      () => PROBLEM,
      0,
      '{"retryAfter":{"in":1}}',
    ),
    refused("more seconds than maxElapsedTime", () => "61"),
    refused("huge number", () => "9".repeat(400)),
    refused("date tomorrow", () => date(86_400_000).toUTCString()),
    refused("date in 5,000 years", () => "Fri, 31 Dec 7023 23:59:59 GMT"),
    {
      name: "0 seconds, POST: the server has not processed it",
      verb: "generate",
      server: {
        serve: first(({ answer }) => answer(503, { "retry-after": "0" }), good("generate")),
      },
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 2],
        retried: theConnection(),
      },
    },
    {
      name: "0 seconds, with `retryable: false` in the problem document",
      server: {
        serve: ({ answer }) =>
          answer(503, { ...PROBLEM, "retry-after": "0" }, '{"retryable":false}'),
      },
      expect: { error: "APIProblem", message: /^503 Service Unavailable/, attempts: [1, 1] },
    },
    {
      name: "400, with `retryable: true` in the problem document",
      server: { serve: ({ answer }) => answer(400, PROBLEM, '{"retryable":true}') },
      expect: { error: "APIProblem", message: /^400 Bad Request/, attempts: [1, 3] },
    },
  ],
};

function rfc850(date: Date): string {
  const [, day, month, year = "", time] = date.toUTCString().split(" ");
  const weekday = date.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
  return `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

function asctime(date: Date): string {
  const [weekday, day = "", month, year, time] = date.toUTCString().replace(",", "").split(" ");
  return `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`;
}
