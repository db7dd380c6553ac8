import { gzipSync } from "node:zlib";
import { JSON_TEXT, JSON_TYPE, theConnection } from "../good.js";
import type { Group, Kind } from "../kind.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { type Serve, complete, cut, dripping, ending, endless, saying } from "./serving.js";

const HEAD = `${statusLine(200)}content-type: application/json\r\n`;
const LENGTH = `content-length: ${Buffer.byteLength(JSON_TEXT)}\r\n`;
const whole = wire(200, JSON_TYPE, JSON_TEXT);

const FAILED = {
  error: "ConnectionError",
  message: /^Connection to 127\.0\.0\.1:\d+ failed: .{5}/,
};

const LATE = {
  error: "RequestTimeoutError",
  message: /^Request timed out after 120 ms/,
};

/** The headers are not valid HTTP, so there is no response. */
const invalid = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  expect: { ...FAILED, attempts: [1, 3] },
});

/** The response is unusual, but valid. */
const valid = (name: string, bytes: string | Buffer, keepAlive = true): Kind => ({
  name,
  server: { serve: (keepAlive ? complete : ending)(bytes) },
  expect: { ...theConnection(), attempts: [1, 1] },
});

const typed = (type: string | undefined): Buffer =>
  wire(200, type === undefined ? {} : { "content-type": type }, JSON_TEXT);

const wrongType = (name: string, type: string): Kind => ({
  name,
  server: { serve: complete(typed(type)) },
  expect: {
    error: "ResponseValidationError",
    message: /^Response validation failed \(200\): undeclared content type ".+"$/,
    attempts: [1, 1],
  },
});

/** Faults of status lines and headers. */
export const headers: Group = {
  name: "Response headers",
  about: "The part before the body is truncated, slow, not HTTP, or contradicts the body.",
  kinds: [
    invalid("a reset inside the headers", cut(`${HEAD}x-part`)),
    invalid("a connection closed inside the headers", ending(`${HEAD}x-part`)),
    invalid("a response that is not HTTP", ending("SSH-2.0-OpenSSH_9.6\r\n")),
    {
      name: "a greeting of another protocol before the request",
      server: {
        connect: (socket) => void socket.once("data", () => socket.end("220 mail ESMTP\r\n")),
      },
      expect: { ...FAILED, attempts: [1, 3], requests: [0, 0] },
    },
    invalid(
      "an HTTP version that does not exist",
      saying(`HTTP/7.3 200 OK\r\n${LENGTH}\r\n${JSON_TEXT}`),
    ),
    invalid("a status that is not a number", saying(`HTTP/1.1 OK\r\n${LENGTH}\r\n${JSON_TEXT}`)),
    invalid("a header without a colon", saying(`${HEAD}what is this\r\n\r\n`)),
    invalid("a header with a NUL character", saying(`${HEAD}x-a: a\0b\r\n\r\n`)),
    invalid("a header of 100,000 characters", saying(`${HEAD}x-a: ${"y".repeat(100_000)}\r\n\r\n`)),
    invalid("endless headers", endless(HEAD, Buffer.from(`x-a: ${"y".repeat(7000)}\r\n`))),
    invalid(
      "a Content-Length that is not a number",
      saying(`${HEAD}content-length: many\r\n\r\n${JSON_TEXT}`),
    ),
    invalid("a negative Content-Length", saying(`${HEAD}content-length: -1\r\n\r\n${JSON_TEXT}`)),
    invalid(
      "two different Content-Lengths",
      saying(`${HEAD}${LENGTH}content-length: 3\r\n\r\n${JSON_TEXT}`),
    ),
    invalid(
      "101 Switching Protocols without a request to switch",
      ending("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n"),
    ),
    {
      name: "headers sent three bytes at a time",
      server: {
        serve: dripping(whole.subarray(0, whole.indexOf("\r\n\r\n") + 4), 3, complete(JSON_TEXT)),
      },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    {
      name: "headers sent more slowly than the timeout allows",
      server: {
        serve: dripping(Buffer.from(`${HEAD}x-a: ${"y".repeat(900)}`), 1, saying("")),
      },
      client: () => ({ timeoutMs: 120 }),
      expect: { ...LATE, attempts: [1, 3] },
    },
    valid("103 Early Hints before the response", Buffer.concat([hint(103), hint(103), whole])),
    valid("102 Processing before the response", Buffer.concat([hint(102), whole])),
    valid("HTTP/1.0 without a length, ended by closing the connection", http10Response(), false),
    valid("no headers but Content-Length", `${statusLine(200)}${LENGTH}\r\n${JSON_TEXT}`),
    valid("no Content-Type", typed(undefined)),
    valid("an empty Content-Type", typed("")),
    valid("a Content-Type of parameters only", typed("; charset=utf-8")),
    valid("a Content-Type in capitals, with parameters", typed("Application/JSON; Charset=UTF-8")),
    valid("another JSON type", typed("application/vnd.api+json")),
    wrongType("HTML instead of JSON", "text/html"),
    wrongType("plain text instead of JSON", "text/plain"),
    wrongType("two Content-Types", "application/json, text/html"),
    {
      name: "the Content-Type of a problem document on a success",
      server: { serve: complete(wire(200, { "content-type": "application/problem+json" }, "{}")) },
      expect: {
        error: "ResponseValidationError",
        message: /undeclared content type "application\/problem\+json"$/,
        attempts: [1, 1],
      },
    },
    valid(
      "a compressed body",
      wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, gzipSync(JSON_TEXT)),
    ),
    {
      name: "an uncompressed body with Content-Encoding: gzip",
      server: {
        serve: complete(wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, JSON_TEXT)),
      },
      expect: {
        error: "ResponseValidationError",
        message: /^Response validation failed \(200\): expected a body in its coding$/,
        attempts: [1, 1],
      },
    },
    {
      name: "a truncated compressed body",
      server: {
        serve: complete(
          wire(
            200,
            { ...JSON_TYPE, "content-encoding": "gzip" },
            gzipSync(JSON_TEXT).subarray(0, 40),
          ),
        ),
      },
      // `fetch` hides that the body is truncated, and gives what there is.
      expect: {
        error: "ResponseValidationError",
        message: /^Response validation failed \(200\): expected (valid )?JSON/,
        onNode: {
          error: "ConnectionError",
          message: /^Connection closed while reading the response body: Z_BUF_ERROR$/,
          attempts: [1, 3],
        },
        attempts: [1, 1],
      },
    },
    valid(
      "repeated, Latin-1 and empty headers",
      Buffer.from(
        `${HEAD}set-cookie: a=1\r\nset-cookie: b=2\r\nx-a: caf\u00e9\r\nx-b:\r\n${LENGTH}\r\n${JSON_TEXT}`,
        "latin1",
      ),
    ),
  ],
};

function hint(status: number): Buffer {
  return Buffer.from(`HTTP/1.1 ${status} Hint\r\nlink: </a.css>; rel=preload\r\n\r\n`);
}

function http10Response(): string {
  return `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${JSON_TEXT}`;
}
