import assert from "node:assert/strict";
import { JSON_TEXT, JSON_TYPE, KEY, good, theConnection } from "../good.js";
import type { Ending, Group, Kind } from "../kind.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { type Serve, complete, cut, endless, first, saying } from "./serving.js";

const PROBLEM = { "content-type": "application/problem+json" } as const;
const FORMS = {
  "a problem document": wireOf(PROBLEM, '{"title":"T","detail":"what the server explains"}'),
  JSON: wireOf(
    { "content-type": "application/json" },
    '{"error":{"message":"what the server explains"}}',
  ),
  HTML: wireOf({ "content-type": "text/html" }, "<!doctype html><h1>Sorry</h1>"),
  "no body": wireOf({}, ""),
} as const;
/** The statuses that are retried. */
const LATER = new Set([408, 429, 502, 503, 504]);

function wireOf(headers: Readonly<Record<string, string>>, body: string) {
  return (status: number): Buffer => wire(status, headers, body);
}

/** Each status in each form. */
const each: readonly Kind[] = [400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504].flatMap(
  (status) =>
    Object.entries(FORMS).map(([form, bytes]): Kind => ({
      name: `${status} with ${form}`,
      server: { serve: complete(bytes(status)) },
      expect: { ...failure(status, form), attempts: LATER.has(status) ? [1, 3] : [1, 1] },
    })),
);

function failure(status: number, form: string): Ending {
  const explanation = {
    "a problem document": ": what the server explains$",
    JSON: ": what the server explains$",
    HTML: ": not JSON \\(see error\\.body\\)$",
    "no body": "$",
  }[form];
  const undeclared = form === "a problem document" ? "APIProblem" : "APIError";
  return {
    // 404 is declared, with any JSON type.
    error: status === 404 && form !== "HTML" ? "GetConnectionInputValidationProblem" : undeclared,
    message: new RegExp(`^${status} [A-Z][A-Za-z ]+${explanation}`),
    check: (error: Error) =>
      assert.equal((error as Error & { statusCode: number }).statusCode, status),
  };
}

/** A response whose body never ends. */
function endlessly(status: number, headers: string): Serve {
  return endless(
    `${statusLine(status)}${headers}transfer-encoding: chunked\r\n\r\n`,
    Buffer.from(`4000\r\n${"x".repeat(16_384)}\r\n`),
  );
}

const to = (location: string, status = 302): Buffer => wire(status, { location });

const redirect = (name: string, bytes: Buffer, message: RegExp, times = 1): Kind => ({
  name,
  server: { serve: complete(bytes) },
  expect: {
    error: message.source.startsWith("^Too many") ? "ConnectionError" : "APIError",
    message,
    attempts: [1, 1],
    requests: [times, times],
  },
});

/** Error responses and redirects. */
export const statuses: Group = {
  name: "Statuses",
  about:
    "The server returns an error, in each form that servers and proxies use. 404 is the status that the operation declares.",
  kinds: [
    ...each,
    {
      name: "429, for a POST: the work was not begun",
      verb: "generate",
      server: { serve: complete(wire(429)) },
      expect: { error: "APIError", message: /^429 Too Many Requests$/, attempts: [1, 3] },
    },
    {
      name: "503, for a POST: the work may have been done",
      verb: "generate",
      server: { serve: complete(wire(503)) },
      expect: { error: "APIError", message: /^503 Service Unavailable$/, attempts: [1, 1] },
    },
    {
      name: "503 twice, then a good response",
      server: {
        serve: (exchange) => (exchange.count < 3 ? complete(wire(503)) : good())(exchange),
      },
      expect: {
        error: "APIError",
        message: /^503 Service Unavailable$/,
        attempts: [1, 3],
        retried: theConnection(),
      },
    },
    {
      name: "an unassigned status",
      server: { serve: complete(wire(599, {}, "odd")) },
      expect: { error: "APIError", message: /^599 Odd: odd$/, attempts: [1, 1] },
    },
    {
      name: "a declared error with truncated JSON",
      server: { serve: complete(wire(404, PROBLEM, '{"detail":"wh')) },
      expect: {
        error: "GetConnectionInputValidationProblem",
        message: /^404 Not Found: \{"detail":"wh$/,
        attempts: [1, 1],
      },
    },
    {
      name: "a declared error with members of the wrong type",
      server: { serve: complete(wire(404, PROBLEM, '{"detail":"why","causes":7,"status":"x"}')) },
      expect: {
        error: "GetConnectionInputValidationProblem",
        message: /^404 Not Found: why$/,
        attempts: [1, 1],
      },
    },
    {
      name: "a problem document that tries to pollute prototypes",
      server: {
        serve: complete(
          wire(
            409,
            PROBLEM,
            '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
          ),
        ),
      },
      expect: {
        error: "APIProblem",
        message: /^409 /,
        check: (error: Error) =>
          assert.deepEqual(
            [({} as { polluted?: unknown }).polluted, (error as { polluted?: unknown }).polluted],
            [undefined, undefined],
          ),
        attempts: [1, 1],
      },
    },
    {
      name: "an explanation of 500,000 characters",
      server: { serve: complete(wire(409, PROBLEM, `{"detail":"${"x".repeat(500_000)}"}`)) },
      expect: {
        error: "APIProblem",
        message: /^409 [^:]+: x{500}\.\.\.$/,
        check: (error: Error) =>
          assert.equal((error as Error & { body: string }).body.length, 65_536),
        attempts: [1, 1],
      },
    },
    {
      name: "an endless error body",
      server: {
        serve: endlessly(500, "content-type: text/plain\r\n"),
      },
      expect: {
        error: "APIError",
        message: /^500 Internal Server Error: x{500}\.\.\.$/,
        check: (error: Error) =>
          assert.equal((error as Error & { body: string }).body.length, 65_536),
        attempts: [1, 1],
      },
    },
    {
      name: "a truncated error body",
      server: { serve: cut(`${statusLine(500)}content-length: 99\r\n\r\n{"detail":`) },
      expect: {
        error: "ConnectionError",
        message: /^Connection closed while reading the response body: /,
        attempts: [1, 3],
      },
    },
    {
      name: "an error body that stops halfway",
      server: { serve: saying(`${statusLine(500)}content-length: 99\r\n\r\n{"detail":`) },
      client: () => ({ timeoutMs: 120 }),
      expect: {
        error: "RequestTimeoutError",
        message: /^Request timed out after 120 ms/,
        attempts: [1, 3],
      },
    },
    {
      name: "204, although a body is declared",
      server: { serve: complete(`${statusLine(204)}\r\n`) },
      expect: {
        error: "ResponseValidationError",
        message: /^Response validation failed \(204\): expected JSON, received an empty body$/,
        attempts: [1, 1],
      },
    },
    {
      name: "204 with a body, which is not allowed",
      verb: "delete",
      server: { serve: complete(wire(204, {}, "surprise")) },
      expect: { value: "nothing", attempts: [1, 1] },
    },
    {
      name: "205 with a body, which is not allowed",
      verb: "delete",
      server: { serve: complete(wire(205, {}, "surprise")) },
      expect: { value: "nothing", attempts: [1, 1] },
    },
    {
      name: "200 with a body, although none is declared",
      verb: "delete",
      server: { serve: complete(wire(200, { "content-type": "text/html" }, "<p>Bye")) },
      expect: { value: "nothing", attempts: [1, 1] },
    },
    {
      name: "200 with an endless body, although none is declared",
      verb: "delete",
      server: { serve: endlessly(200, "") },
      expect: { value: "nothing", attempts: [1, 1] },
    },
    {
      name: "201, although 200 is declared",
      server: { serve: (exchange) => exchange.respond(201, JSON_TYPE, JSON_TEXT) },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    {
      name: "206 to a request for the whole",
      server: { serve: complete(wire(206, JSON_TYPE, JSON_TEXT)) },
      expect: {
        error: "ResponseValidationError",
        message: /^Response validation failed \(206\): unrequested partial content$/,
        attempts: [1, 1],
      },
    },
    {
      name: "206 to a request for a range",
      server: { serve: complete(wire(206, JSON_TYPE, JSON_TEXT)) },
      options: () => ({ headers: { range: "bytes=0-" } }),
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    {
      name: "304 to an unconditional request",
      server: { serve: complete(`HTTP/1.1 304 Not Modified\r\n\r\n`) },
      expect: { error: "APIError", message: /^304 Not Modified$/, attempts: [1, 1] },
    },
    {
      name: "300 with choices",
      server: { serve: complete(wire(300, {}, "a, b")) },
      expect: { error: "APIError", message: /^300 Multiple Choices: a, b$/, attempts: [1, 1] },
    },
    redirect("a redirect to itself", to("/v1/self"), /^Too many redirects \(5\)/, 6),
    redirect("a redirect without a location", wire(302), /^302 Found$/),
    redirect("a redirect to an invalid URL", to("http://["), /^302 Found$/),
    redirect("a redirect to another scheme", to("ftp://example.com/"), /^302 Found$/),
    {
      name: "an endless chain of redirects",
      server: {
        serve: (exchange) => exchange.respond(307, { location: `/${exchange.count}` }),
      },
      expect: {
        error: "ConnectionError",
        message: /^Too many redirects \(5\): set serverURL to the final URL$/,
        attempts: [1, 1],
        requests: [6, 6],
      },
    },
    {
      name: "a redirect with an endless body",
      server: { serve: first(endlessly(302, "location: /there\r\n"), good()) },
      expect: { ...theConnection(), attempts: [1, 1], requests: [2, 2] },
    },
    {
      name: "a redirect with fetchOptions.redirect: error",
      server: { serve: endlessly(302, "location: /there\r\n") },
      options: () => ({ fetchOptions: { redirect: "error" } }),
      expect: {
        error: "ConnectionError",
        message: /^Redirect not followed: set serverURL to the final URL$/,
        attempts: [1, 1],
      },
    },
    {
      name: "a redirect to another origin",
      elsewhere: true,
      server: {
        serve: (exchange, { other }) => exchange.respond(307, { location: `${other.url}/there` }),
      },
      expect: {
        ...theConnection(),
        attempts: [1, 1],
        after({ server, other }) {
          assert.equal(server.seen[0]?.headers["x-api-key"], KEY);
          assert.deepEqual(
            other.seen.map(({ url, headers }) => [url, headers["x-api-key"]]),
            [["/there", undefined]],
          );
        },
      },
    },
    {
      name: "a redirect to a port where nothing listens",
      server: { serve: complete(to("http://127.0.0.1:1023/")) },
      expect: {
        error: "ConnectionError",
        message: /^Connection to 127\.0\.0\.1:\d+ failed: ECONNREFUSED$/,
        attempts: [1, 3],
      },
    },
  ],
};
