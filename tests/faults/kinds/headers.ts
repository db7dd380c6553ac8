import { gzipSync } from "node:zlib";
import { JSON_TEXT, JSON_TYPE, theConnection } from "../good.js";
import type { Group, Kind } from "../kind.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { type Serve, complete, cut, dripping, ending, endless, saying } from "./serving.js";

const HEAD = `${statusLine(200)}content-type: application/json\r\n`;
const LENGTH = `content-length: ${Buffer.byteLength(JSON_TEXT)}\r\n`;
const whole = wire(200, JSON_TYPE, JSON_TEXT);

const NO_ANSWER = {
  error: "ConnectionError",
  message: /^No answer from 127\.0\.0\.1:\d+: .{5}/,
};

const LATE = {
  error: "RequestTimeoutError",
  message: /^No complete answer within 120 ms/,
};

/** The answer's head is not what HTTP allows, so that there is no answer. */
const unreadable = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  expect: { ...NO_ANSWER, attempts: [1, 3] },
});

/** The answer is unusual, and as good as any. */
const fine = (name: string, octets: string | Buffer, kept = true): Kind => ({
  name,
  server: { serve: (kept ? complete : ending)(octets) },
  expect: { ...theConnection(), attempts: [1, 1] },
});

const typed = (type: string | undefined): Buffer =>
  wire(200, type === undefined ? {} : { "content-type": type }, JSON_TEXT);

const wrongType = (name: string, type: string): Kind => ({
  name,
  server: { serve: complete(typed(type)) },
  expect: {
    error: "APIError",
    message: /^200 OK: not of a declared content type but ".+"$/,
    attempts: [1, 1],
  },
});

/** What comes before the body. */
export const headers: Group = {
  name: "Response headers",
  about:
    "The status line or the headers are truncated, late, not HTTP, or describe the body wrongly.",
  kinds: [
    unreadable("connection reset in the headers", cut(`${HEAD}x-part`)),
    unreadable("connection closed in the headers", ending(`${HEAD}x-part`)),
    unreadable("response that is not HTTP", ending("SSH-2.0-OpenSSH_9.6\r\n")),
    {
      name: "greeting of another protocol before the request",
      server: {
        connect: (socket) => void socket.once("data", () => socket.end("220 mail ESMTP\r\n")),
      },
      expect: { ...NO_ANSWER, attempts: [1, 3], requests: [0, 0] },
    },
    unreadable("unknown HTTP version", saying(`HTTP/7.3 200 OK\r\n${LENGTH}\r\n${JSON_TEXT}`)),
    unreadable("status that is not a number", saying(`HTTP/1.1 OK\r\n${LENGTH}\r\n${JSON_TEXT}`)),
    unreadable("header without a colon", saying(`${HEAD}what is this\r\n\r\n`)),
    unreadable("header with a NUL character", saying(`${HEAD}x-a: a\0b\r\n\r\n`)),
    unreadable(
      "header of 100,000 characters",
      saying(`${HEAD}x-a: ${"y".repeat(100_000)}\r\n\r\n`),
    ),
    unreadable("endless headers", endless(HEAD, Buffer.from(`x-a: ${"y".repeat(7000)}\r\n`))),
    unreadable(
      "content-length that is not a number",
      saying(`${HEAD}content-length: many\r\n\r\n${JSON_TEXT}`),
    ),
    unreadable("negative content-length", saying(`${HEAD}content-length: -1\r\n\r\n${JSON_TEXT}`)),
    unreadable(
      "two different content-lengths",
      saying(`${HEAD}${LENGTH}content-length: 3\r\n\r\n${JSON_TEXT}`),
    ),
    unreadable(
      "101 Switching Protocols without an upgrade request, then closed",
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
      name: "headers sent slowly, longer than the timeout",
      server: {
        serve: dripping(Buffer.from(`${HEAD}x-a: ${"y".repeat(900)}`), 1, saying("")),
      },
      client: () => ({ timeoutMs: 120 }),
      expect: { ...LATE, attempts: [1, 3] },
    },
    fine("103 Early Hints before the response", Buffer.concat([hint(103), hint(103), whole])),
    fine("102 Processing before the response", Buffer.concat([hint(102), whole])),
    fine("HTTP/1.0 without a length, ends when the connection closes", oldAnswer(), false),
    fine("no headers except content-length", `${statusLine(200)}${LENGTH}\r\n${JSON_TEXT}`),
    fine("no content type", typed(undefined)),
    fine("empty content type", typed("")),
    fine("content type with parameters only", typed("; charset=utf-8")),
    fine("content type in upper case, with parameters", typed("Application/JSON; Charset=UTF-8")),
    fine("another JSON content type", typed("application/vnd.api+json")),
    wrongType("HTML, but JSON is declared", "text/html"),
    wrongType("plain text, but JSON is declared", "text/plain"),
    wrongType("two content types", "application/json, text/html"),
    {
      name: "content type of a problem document on a 2xx response",
      server: { serve: complete(wire(200, { "content-type": "application/problem+json" }, "{}")) },
      expect: {
        error: "ResponseValidationError",
        message: /^The answer \(status 200\) does not fit: id: expected string/,
        attempts: [1, 1],
      },
    },
    fine(
      "compressed body",
      wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, gzipSync(JSON_TEXT)),
    ),
    {
      name: "body declared as compressed that is not",
      server: {
        serve: complete(wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, JSON_TEXT)),
      },
      expect: {
        error: "ConnectionError",
        message: /^The connection broke inside the body: .+/,
        attempts: [1, 3],
      },
    },
    {
      name: "truncated compressed body",
      server: {
        serve: complete(
          wire(
            200,
            { ...JSON_TYPE, "content-encoding": "gzip" },
            gzipSync(JSON_TEXT).subarray(0, 40),
          ),
        ),
      },
      // As fetch reads it: what arrived is the body.
      expect: {
        error: "ResponseValidationError",
        message: /^The answer \(status 200\) does not fit: expected JSON/,
        attempts: [1, 1],
      },
    },
    fine(
      "duplicate, Latin-1 and empty headers",
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

function oldAnswer(): string {
  return `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${JSON_TEXT}`;
}
