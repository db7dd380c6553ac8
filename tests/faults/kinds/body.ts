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
  name: "Bodies of answers",
  about:
    "The answer begins well, and its body is cut, late, badly framed or not what it should be.",
  kinds: [
    broken("a reset inside the body", cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    broken(
      "a content-length that is longer than the body",
      ending(`${HEAD}content-length: ${LENGTH + 10}\r\n\r\n${JSON_TEXT}`),
    ),
    broken("a reset inside a chunk", cut(`${CHUNKED}ff\r\n{"id":`)),
    broken("a chunked body without its end", ending(CHUNKED + chunk(JSON_TEXT))),
    broken("a chunk whose size is no number", saying(`${CHUNKED}lots\r\n${JSON_TEXT}`)),
    broken(
      "a chunk that is longer than it says",
      saying(`${CHUNKED}2\r\n${JSON_TEXT}\r\n0\r\n\r\n`),
    ),
    {
      name: "a body that is cut, and then a good answer",
      server: { serve: first(cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`), good()) },
      expect: {
        error: "ConnectionError",
        message: /^The connection broke inside the body/,
        attempts: [1, 2],
        retried: theConnection(),
      },
    },
    {
      name: "a body that is cut, for a POST: it was done",
      verb: "generate",
      server: { serve: cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`) },
      expect: {
        error: "ConnectionError",
        message: /^The connection broke inside the body/,
        attempts: [1, 1],
      },
    },
    {
      name: "a body that is longer than its content-length",
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
      name: "a body in drops of five octets",
      server: { serve: dripping(wire(200, JSON_TYPE, JSON_TEXT), 5, complete("")) },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late(
      "a body in drops that take longer than the time limit",
      dripping(Buffer.from(`${CHUNKED}fffff\r\n${" ".repeat(5000)}`), 1, saying("")),
    ),
    late("a body that stops half-way", saying(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    late("a chunked body that never ends", saying(CHUNKED + chunk(JSON_TEXT))),
    tooLarge(
      "a body without end, and maxResponseBytes",
      endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384)))),
    ),
    tooLarge(
      "a small body that is a large one when it is unpacked, and maxResponseBytes",
      complete(wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, BOMB)),
    ),
    {
      name: "a body within maxResponseBytes",
      options: () => ({ maxResponseBytes: LENGTH }),
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late("a body without end", endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384))))),
    misfit("an empty body", "", /expected JSON, received an empty body$/),
    misfit("JSON that is cut", JSON_TEXT.slice(0, -5), UNREADABLE),
    misfit("JSON with something after it", `${JSON_TEXT} true`, UNREADABLE),
    misfit("HTML that says it is JSON", "<!doctype html><title>Login</title>", UNREADABLE),
    misfit("JSON in UTF-16", Buffer.from(JSON_TEXT, "utf16le"), UNREADABLE),
    misfit("null", "null", NOT_AN_OBJECT),
    misfit("a list where an object is declared", `[${JSON_TEXT}]`, NOT_AN_OBJECT),
    misfit("a text where an object is declared", '"c-1"', NOT_AN_OBJECT),
    misfit("JSON nested 30,000 deep", deep(30_000), NOT_AN_OBJECT),
    misfit("an object without its members", "{}", /id: expected string, received undefined/),
    misfit("a member of another type", and('"group":7'), /group: expected object, received number/),
    misfit("a date that is none", and('"createTime":"soon"'), /createTime: /),
    {
      name: "an object where a list is declared",
      verb: "list",
      server: json(JSON_TEXT),
      expect: {
        error: "ResponseValidationError",
        message: /expected array, received object/,
        attempts: [1, 1],
      },
    },
    {
      name: "one list item that does not fit",
      verb: "list",
      server: json(`[${JSON_TEXT},{"id":5}]`),
      expect: {
        error: "ResponseValidationError",
        message: /\[1\]\.id: expected string/,
        attempts: [1, 1],
      },
    },
    fits("a byte order mark", `\uFEFF${JSON_TEXT}`),
    fits("octets that are not UTF-8", invalidUtf8(), theConnection({ note: "\uFFFD" })),
    fits("half a surrogate pair", and('"note":"\\ud800"'), theConnection({ note: "\uD800" })),
    fits(
      "numbers beyond what JavaScript counts",
      and('"n":[1e999,9007199254740993]'),
      theConnection({ n: [Infinity, 9007199254740992] }),
    ),
    fits("a member that comes twice", and('"id":"c-0","id":"c-1"')),
    fits(
      "members that the SDK does not know",
      and('"note":{"a":[1]}'),
      theConnection({ note: { a: [1] } }),
    ),
    fits(
      "enum values that the SDK does not know",
      and('"authScheme":"quantum"'),
      theConnection({ authScheme: "quantum" }),
    ),
    fits(
      "a __proto__ member",
      and('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      unpolluted(),
    ),
    fits("a member nested 20,000 deep", and(`"note":${deep(20_000)}`)),
    fits("a body of two megabytes", and(`"note":"${"x".repeat(2_000_000)}"`)),
    fits("10,000 members", and(Array.from({ length: 10_000 }, (_, i) => `"m${i}":${i}`).join(","))),
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
