import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { JSON_TEXT, JSON_TYPE, connection, good, theConnection } from "../good.js";
import type { Ending, Group, Kind } from "../kind.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { type Serve, complete, cut, dripping, ending, endless, first, saying } from "./serving.js";

const HEAD = `${statusLine(200)}content-type: application/json\r\n`;
const CHUNKED = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
const LENGTH = Buffer.byteLength(JSON_TEXT);
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** Ten megabytes in ten kilobytes. */
const BOMB = gzipSync(Buffer.alloc(10_000_000, " "));

const tooLarge = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  options: () => ({ maxResponseBytes: 50_000 }),
  expect: {
    error: "ResponseValidationError",
    message: /expected at most 50000 bytes \(maxResponseBytes\)$/,
    attempts: [1, 1],
  },
});

const broken = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  expect: {
    error: "ConnectionError",
    message: /^The connection broke inside the body: .+/,
    attempts: [1, 3],
  },
});

const late = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  client: () => ({ timeoutMs: 120 }),
  expect: {
    error: "RequestTimeoutError",
    message: /^No complete answer within 120 ms/,
    attempts: [1, 3],
  },
});

/** Arrives complete with its JSON type. */
const json = (body: string | Buffer): Required<Kind>["server"] => ({
  serve: complete(wire(200, JSON_TYPE, body)),
});

const misfit = (name: string, body: string | Buffer, says: RegExp): Kind => ({
  name,
  server: json(body),
  expect: { error: "ResponseValidationError", message: says, attempts: [1, 1] },
});

const fits = (name: string, body: string | Buffer, value: Ending = theConnection()): Kind => ({
  name,
  server: json(body),
  expect: { ...value, attempts: [1, 1] },
});

/** The connection with a member in plain text. */
const and = (member: string): string => `${JSON_TEXT.slice(0, -1)},${member}}`;
const UNREADABLE = /^The answer \(status 200\) does not fit: expected JSON that can be read$/;
const NOT_AN_OBJECT = /^The answer \(status 200\) does not fit: expected object, received /;
const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** What is in the body, and how it comes. */
export const body: Group = {
  name: "Response bodies",
  about: "The response starts correctly, but its body is truncated, late, badly framed or invalid.",
  kinds: [
    broken("connection reset in the body", cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    broken(
      "content-length longer than the body",
      ending(`${HEAD}content-length: ${LENGTH + 10}\r\n\r\n${JSON_TEXT}`),
    ),
    broken("connection reset in a chunk", cut(`${CHUNKED}ff\r\n{"id":`)),
    broken("chunked body without its last chunk", ending(CHUNKED + chunk(JSON_TEXT))),
    broken("chunk size that is not a number", saying(`${CHUNKED}lots\r\n${JSON_TEXT}`)),
    broken("chunk longer than its size", saying(`${CHUNKED}2\r\n${JSON_TEXT}\r\n0\r\n\r\n`)),
    {
      name: "truncated body, then a valid response",
      server: { serve: first(cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`), good()) },
      expect: {
        error: "ConnectionError",
        message: /^The connection broke inside the body/,
        attempts: [1, 2],
        retried: theConnection(),
      },
    },
    {
      name: "truncated body, POST: the server has processed it",
      verb: "generate",
      server: { serve: cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`) },
      expect: {
        error: "ConnectionError",
        message: /^The connection broke inside the body/,
        attempts: [1, 1],
      },
    },
    {
      name: "body longer than its content-length",
      server: {
        serve: saying(`${HEAD}content-length: ${LENGTH}\r\n\r\n${JSON_TEXT}{"id":"smuggled"}`),
      },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    {
      name: "chunks with extensions and a trailer",
      server: {
        serve: complete(
          `${CHUNKED}${LENGTH.toString(16)};a=b\r\n${JSON_TEXT}\r\n0\r\nx-trailer: t\r\n\r\n`,
        ),
      },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    {
      name: "body sent five bytes at a time",
      server: { serve: dripping(wire(200, JSON_TYPE, JSON_TEXT), 5, complete("")) },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late(
      "body sent slowly, longer than the timeout",
      dripping(Buffer.from(`${CHUNKED}fffff\r\n${" ".repeat(5000)}`), 1, saying("")),
    ),
    late("body that stops halfway", saying(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    late("chunked body that never ends", saying(CHUNKED + chunk(JSON_TEXT))),
    tooLarge(
      "endless body with maxResponseBytes",
      endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384)))),
    ),
    tooLarge(
      "small compressed body that decompresses to a large one, with maxResponseBytes",
      complete(wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, BOMB)),
    ),
    {
      name: "body within maxResponseBytes",
      options: () => ({ maxResponseBytes: LENGTH }),
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late("endless body", endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384))))),
    misfit("empty body", "", /expected JSON, received an empty body$/),
    misfit("truncated JSON", JSON_TEXT.slice(0, -5), UNREADABLE),
    misfit("JSON with trailing content", `${JSON_TEXT} true`, UNREADABLE),
    misfit("HTML declared as JSON", "<!doctype html><title>Login</title>", UNREADABLE),
    misfit("JSON in UTF-16", Buffer.from(JSON_TEXT, "utf16le"), UNREADABLE),
    misfit("null", "null", NOT_AN_OBJECT),
    misfit("array, but an object is declared", `[${JSON_TEXT}]`, NOT_AN_OBJECT),
    misfit("string, but an object is declared", '"c-1"', NOT_AN_OBJECT),
    misfit("JSON nested 30,000 levels deep", deep(30_000), NOT_AN_OBJECT),
    misfit("object without its required fields", "{}", /id: expected string, received undefined/),
    misfit("field of another type", and('"group":7'), /group: expected object, received number/),
    misfit("invalid date", and('"createTime":"soon"'), /createTime: /),
    {
      name: "object, but an array is declared",
      verb: "list",
      server: json(JSON_TEXT),
      expect: {
        error: "ResponseValidationError",
        message: /expected array, received object/,
        attempts: [1, 1],
      },
    },
    {
      name: "one invalid item in an array",
      verb: "list",
      server: json(`[${JSON_TEXT},{"id":5}]`),
      expect: {
        error: "ResponseValidationError",
        message: /\[1\]\.id: expected string/,
        attempts: [1, 1],
      },
    },
    fits("byte order mark", `\uFEFF${JSON_TEXT}`),
    fits("bytes that are not UTF-8", invalidUtf8(), theConnection({ note: "\uFFFD" })),
    fits("lone surrogate", and('"note":"\\ud800"'), theConnection({ note: "\uD800" })),
    fits(
      "numbers too large for JavaScript",
      and('"n":[1e999,9007199254740993]'),
      theConnection({ n: [Infinity, 9007199254740992] }),
    ),
    fits("duplicate field", and('"id":"c-0","id":"c-1"')),
    fits("unknown fields", and('"note":{"a":[1]}'), theConnection({ note: { a: [1] } })),
    fits(
      "unknown enum values",
      and('"authScheme":"quantum"'),
      theConnection({ authScheme: "quantum" }),
    ),
    fits(
      "a `__proto__` field",
      and('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      unpolluted(),
    ),
    fits("field nested 20,000 levels deep", and(`"note":${deep(20_000)}`)),
    fits("body of two megabytes", and(`"note":"${"x".repeat(2_000_000)}"`)),
    fits("10,000 fields", and(Array.from({ length: 10_000 }, (_, i) => `"m${i}":${i}`).join(","))),
  ],
};

function invalidUtf8(): Buffer {
  const [before, after] = and('"note":"@"').split("@") as [string, string]; // there is one
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
}

function polluted(of: unknown): unknown {
  return (of as { polluted?: unknown }).polluted;
}

function unpolluted(): Ending {
  const { value } = theConnection() as { value: string };
  return {
    value,
    check(given: unknown) {
      assert.equal((given as { id: string }).id, connection.id);
      assert.deepEqual(
        [polluted({}), polluted(given), polluted((given as { raw: object }).raw)],
        [undefined, undefined, undefined],
      );
    },
  };
}
