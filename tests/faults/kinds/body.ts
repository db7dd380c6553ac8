import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { Connection, ConnectionsPage } from "connections-sdk";
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
    message: /^Connection closed while reading the response body: .+/,
    attempts: [1, 3],
  },
});

const late = (name: string, serve: Serve): Kind => ({
  name,
  server: { serve },
  client: () => ({ timeoutMs: 120 }),
  expect: {
    error: "RequestTimeoutError",
    message: /^Request timed out after 120 ms/,
    attempts: [1, 3],
  },
});

/** A complete response with a JSON content type. */
const json = (body: string | Buffer): Required<Kind>["server"] => ({
  serve: complete(wire(200, JSON_TYPE, body)),
});

const invalid = (name: string, body: string | Buffer, message: RegExp): Kind => ({
  name,
  server: json(body),
  expect: { error: "ResponseValidationError", message, attempts: [1, 1] },
});

const valid = (name: string, body: string | Buffer, value: Ending = theConnection()): Kind => ({
  name,
  server: json(body),
  expect: { ...value, attempts: [1, 1] },
});

/** A value that does not fit its schema: kept, and in strict mode an error. */
const mismatch = (
  name: string,
  body: string,
  message: RegExp,
  { verb, check }: Pick<Kind, "verb"> & Pick<Ending, "check"> = {},
): readonly Kind[] => [
  {
    name,
    ...(verb && { verb }),
    server: json(body),
    expect: {
      value: "what fits, and the rest as it came",
      ...(check && { check }),
      attempts: [1, 1],
    },
  },
  {
    name: `${name}, in strict mode`,
    ...(verb && { verb }),
    server: json(body),
    options: () => ({ responseValidation: "strict" }),
    expect: { error: "ResponseValidationError", message, attempts: [1, 1] },
  },
];

/** The connection with one more member. */
const and = (member: string): string => `${JSON_TEXT.slice(0, -1)},${member}}`;
const NOT_JSON = /^Response validation failed \(200\): expected valid JSON$/;
const NOT_AN_OBJECT = /^Response validation failed \(200\): expected object, received /;
const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** Faults of response bodies. */
export const body: Group = {
  name: "Response bodies",
  about: "The response begins well, but its body is truncated, slow, badly framed or not valid.",
  kinds: [
    broken("a reset inside the body", cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    broken(
      "a Content-Length that is longer than the body",
      ending(`${HEAD}content-length: ${LENGTH + 10}\r\n\r\n${JSON_TEXT}`),
    ),
    broken("a reset inside a chunk", cut(`${CHUNKED}ff\r\n{"id":`)),
    broken("a chunked body without a last chunk", ending(CHUNKED + chunk(JSON_TEXT))),
    broken("a chunk size that is not a number", saying(`${CHUNKED}lots\r\n${JSON_TEXT}`)),
    broken(
      "a chunk that is longer than its size",
      saying(`${CHUNKED}2\r\n${JSON_TEXT}\r\n0\r\n\r\n`),
    ),
    {
      name: "a truncated body, then a good response",
      server: { serve: first(cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`), good()) },
      expect: {
        error: "ConnectionError",
        message: /^Connection closed while reading the response body/,
        attempts: [1, 2],
        retried: theConnection(),
      },
    },
    {
      name: "a truncated body, for a POST: the work was done",
      verb: "generate",
      server: { serve: cut(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`) },
      expect: {
        error: "ConnectionError",
        message: /^Connection closed while reading the response body/,
        attempts: [1, 1],
      },
    },
    {
      name: "a body that is longer than its Content-Length",
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
      name: "a body sent five bytes at a time",
      server: { serve: dripping(wire(200, JSON_TYPE, JSON_TEXT), 5, complete("")) },
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late(
      "a body sent more slowly than the timeout allows",
      dripping(Buffer.from(`${CHUNKED}fffff\r\n${" ".repeat(5000)}`), 1, saying("")),
    ),
    late("a body that stops halfway", saying(`${HEAD}content-length: ${LENGTH}\r\n\r\n{"id":`)),
    late("a chunked body that never ends", saying(CHUNKED + chunk(JSON_TEXT))),
    tooLarge(
      "an endless body, with maxResponseBytes",
      endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384)))),
    ),
    tooLarge(
      "a small body that decompresses to a large one, with maxResponseBytes",
      complete(wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, BOMB)),
    ),
    {
      name: "a body within maxResponseBytes",
      options: () => ({ maxResponseBytes: LENGTH }),
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    late("an endless body", endless(CHUNKED, Buffer.from(chunk(" ".repeat(16_384))))),
    invalid("an empty body", "", /expected JSON, received an empty body$/),
    invalid("truncated JSON", JSON_TEXT.slice(0, -5), NOT_JSON),
    invalid("JSON followed by other characters", `${JSON_TEXT} true`, NOT_JSON),
    invalid("HTML with a JSON content type", "<!doctype html><title>Login</title>", NOT_JSON),
    invalid("JSON in UTF-16", Buffer.from(JSON_TEXT, "utf16le"), NOT_JSON),
    invalid("null", "null", NOT_AN_OBJECT),
    invalid("an array instead of an object", `[${JSON_TEXT}]`, NOT_AN_OBJECT),
    invalid("a string instead of an object", '"c-1"', NOT_AN_OBJECT),
    invalid("JSON nested 30,000 levels deep", deep(30_000), NOT_AN_OBJECT),
    ...mismatch(
      "an object without its required members",
      "{}",
      /id: expected string, received undefined/,
      {
        check: ({ id, status, raw }: Connection) =>
          assert.deepEqual([id, status, raw], ["", "unknown", {}]),
      },
    ),
    ...mismatch(
      "a member of the wrong type",
      and('"group":7'),
      /group: expected object, received number/,
      {
        check: ({ id, group, raw }: Connection<{ group: unknown }>) =>
          assert.deepEqual([id, group, raw.group], ["c-1", undefined, 7]),
      },
    ),
    ...mismatch("an invalid date", and('"createTime":"soon"'), /createTime: /, {
      check: ({ createTime, raw }: Connection<{ createTime: unknown }>) =>
        assert.deepEqual([createTime, raw.createTime], [undefined, "soon"]),
    }),
    {
      name: "an object instead of an array",
      verb: "list",
      server: json(JSON_TEXT),
      expect: {
        error: "ResponseValidationError",
        message: /expected array, received object/,
        attempts: [1, 1],
      },
    },
    ...mismatch(
      "an array with an invalid item and a null",
      `[${JSON_TEXT},{"id":5},null]`,
      /\[1\]\.id: expected string/,
      {
        verb: "list",
        check: ({ connections }: ConnectionsPage) =>
          assert.deepEqual(
            connections.map(({ id }) => id),
            ["c-1", "5", ""],
          ),
      },
    ),
    {
      name: "an invalid member in the response to a POST",
      verb: "generate",
      server: json(and('"group":null')),
      expect: { ...theConnection(), attempts: [1, 1] },
    },
    valid("a byte order mark", `\uFEFF${JSON_TEXT}`),
    valid("bytes that are not UTF-8", invalidUtf8(), theConnection({ note: "\uFFFD" })),
    valid("a lone surrogate", and('"note":"\\ud800"'), theConnection({ note: "\uD800" })),
    valid(
      "numbers that JavaScript cannot represent exactly",
      and('"n":[1e999,9007199254740993]'),
      theConnection({ n: [Infinity, 9007199254740992] }),
    ),
    valid("a duplicate member", and('"id":"c-0","id":"c-1"')),
    valid("unknown members", and('"note":{"a":[1]}'), theConnection({ note: { a: [1] } })),
    valid(
      "unknown enum values",
      and('"authScheme":"quantum"'),
      theConnection({ authScheme: "quantum" }),
    ),
    valid(
      "a __proto__ member",
      and('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      unpolluted(),
    ),
    valid("a member nested 20,000 levels deep", and(`"note":${deep(20_000)}`)),
    valid("a body of two megabytes", and(`"note":"${"x".repeat(2_000_000)}"`)),
    valid(
      "10,000 members",
      and(Array.from({ length: 10_000 }, (_, i) => `"m${i}":${i}`).join(",")),
    ),
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
  const { value: description } = theConnection() as { value: string };
  return {
    value: description,
    check(value: unknown) {
      assert.equal((value as { id: string }).id, connection.id);
      assert.deepEqual(
        [polluted({}), polluted(value), polluted((value as { raw: object }).raw)],
        [undefined, undefined, undefined],
      );
    },
  };
}
