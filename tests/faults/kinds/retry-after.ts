import { good, theConnection } from "../good.js";
import type { Group, Kind } from "../kind.js";
import { type Serve, first } from "./serving.js";

type Headers = Readonly<Record<string, string>>;

/** A 503 with some headers, then a good response. */
function later(headers: () => Headers, body = ""): Serve {
  return first(({ respond }) => respond(503, headers(), body), good());
}

/** A delay that is waited for, at least `waits` milliseconds. */
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

/** A delay that is longer than `maxElapsedTime`, so that the call ends at once. */
const refused = (name: string, value: () => string): Kind => ({
  name,
  server: { serve: later(() => ({ "retry-after": value() })) },
  expect: { error: "APIError", message: /^503 Service Unavailable$/, attempts: [1, 1] },
});

const after =
  (value: string): (() => Headers) =>
  () => ({ "retry-after": value });
const PROBLEM = { "content-type": "application/problem+json" };

/** A date at least `ms` milliseconds from now. HTTP dates have whole seconds. */
const date = (ms: number): Date => new Date(Math.ceil((Date.now() + ms) / 1000) * 1000);

/** All forms of `Retry-After`. */
export const retryAfter: Group = {
  name: "Retry-After",
  about:
    "The first response is a 503 that says when to retry, and the second one is good. Without retries the 503 is the error.",
  kinds: [
    waited("0 seconds", after("0")),
    waited("1 second", after("1"), 995),
    waited("a fraction of a second, which is no time", after("0.05")),
    waited("seconds surrounded by spaces", after("  1\t"), 995),
    waited("milliseconds in retry-after-ms", () => ({ "retry-after-ms": "50" }), 45),
    waited("retry-after-ms before Retry-After", () => ({
      "retry-after-ms": "0",
      "retry-after": "9",
    })),
    waited(
      "an invalid retry-after-ms before Retry-After",
      () => ({ "retry-after-ms": "soon", "retry-after": "1" }),
      995,
    ),
    waited("a date within a second", () => ({ "retry-after": date(0).toUTCString() })),
    waited("a date within a second, in RFC 850 format", () => ({ "retry-after": rfc850(date(0)) })),
    waited("a date within a second, in asctime format", () => ({
      "retry-after": asctime(date(0)),
    })),
    waited("a date within a second, in ISO 8601 format", () => ({
      "retry-after": date(0).toISOString(),
    })),
    waited("a date in the past", after("Fri, 31 Dec 1999 23:59:59 GMT")),
    waited("the Unix epoch", after("Thu, 01 Jan 1970 00:00:00 GMT")),
    waited("a word", after("soon")),
    waited("an empty value", after("")),
    waited("a negative number", after("-5")),
    waited("a hexadecimal number", after("0x10")),
    waited("two values", after("0, 0")),
    waited("a month that does not exist", after("Fri, 31 Foo 2099 23:59:59 GMT")),
    waited("bytes that are not ASCII", after("\u00ff\u00fe")),
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
    refused("a huge number", () => "9".repeat(400)),
    refused("a date tomorrow", () => date(86_400_000).toUTCString()),
    refused("a date in 5,000 years", () => "Fri, 31 Dec 7023 23:59:59 GMT"),
    {
      name: "0 seconds, for a POST: the work was not begun",
      verb: "generate",
      server: {
        serve: first(({ respond }) => respond(503, { "retry-after": "0" }), good("generate")),
      },
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 2],
        retried: theConnection(),
      },
    },
    {
      name: "0 seconds, with a problem document that says retryable: false",
      server: {
        serve: ({ respond }) =>
          respond(503, { ...PROBLEM, "retry-after": "0" }, '{"retryable":false}'),
      },
      expect: { error: "APIProblem", message: /^503 Service Unavailable/, attempts: [1, 1] },
    },
    {
      name: "400, with a problem document that says retryable: true",
      server: { serve: ({ respond }) => respond(400, PROBLEM, '{"retryable":true}') },
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
