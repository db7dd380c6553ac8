import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import {
  type Binary,
  type ByteStream,
  type Client,
  type Operation,
  type Result,
  type ResultStream,
  byteStream,
  bytesBody,
  empty,
  eventStream,
  jsonLines,
  ok,
  operation,
} from "../../../src/lib/typed.js";
import { binary, object, string } from "../../../src/lib/typed.js";
import { statusLine, wire } from "../../support/raw-server.js";
import { coreOf } from "../../support/sdk.js";
import type { Call, Group, Kind } from "../kind.js";
import { type Serve, complete, cut, dripping, ending, endless, saying } from "./serving.js";

const item = object(() => ({ text: string }));

const follow: Operation<void, ResultStream<unknown>> = operation(() => ({
  id: "follow",
  method: "GET",
  path: "/events",
  responses: [eventStream(200, item, { flat: true })],
}));

const list: Operation<void, ResultStream<unknown>> = operation(() => ({
  id: "list",
  method: "GET",
  path: "/lines",
  responses: [jsonLines(200, item, "application/jsonl")],
}));

const download: Operation<void, ByteStream> = operation(() => ({
  id: "download",
  method: "GET",
  path: "/file",
  responses: [byteStream(200)],
}));

const upload: Operation<Binary, void> = operation(() => ({
  id: "upload",
  method: "PUT",
  path: "/file",
  request: binary,
  body: bytesBody(),
  responses: [empty(204)],
}));

function clientOf({ serverURL = "", ...options }: Parameters<Call>[0]): Client {
  return coreOf(serverURL, options);
}

/** Reads a stream to its end. The value is the number of items. */
const reading =
  (from: typeof follow): Call =>
  async (given, options) => {
    const result = await from(clientOf(given), undefined, options);
    if (!result.ok) return result;
    let count = 0;
    for await (const each of result.value) {
      if (!each.ok) return each;
      count += 1;
    }
    return ok(count);
  };

/** Reads a file to its end. The value is the number of bytes. */
const downloading: Call = async (given, options) => {
  const result = await download(clientOf(given), undefined, options);
  if (!result.ok) return result;
  try {
    let count = 0;
    for await (const chunk of result.value) count += chunk.length;
    return ok(count);
  } catch (error) {
    return { ok: false, error } as Result<never, unknown>;
  }
};

/** Sends a body of 8 MB, more than fits into the buffers of the system. */
const uploading: Call = (given, options) => upload(clientOf(given), chunks(), options);

async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < 128; sent += 1) yield new Uint8Array(65_536);
}

const head = (type: string, ...others: string[]): string =>
  [`${statusLine(200)}content-type: ${type}`, ...others, "\r\n"].join("\r\n");
const EVENTS = head("text/event-stream");
const LINES = head("application/jsonl");
const FILE = head("application/pdf", "content-length: 10");
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const ONE_EVENT = 'data: {"text":"a"}\n\n';
const ONE_LINE = '{"text":"a"}\n';

interface Sequence {
  readonly call: Call;
  readonly head: string;
  readonly type: string;
  readonly one: string;
  /** The beginning of an item. */
  readonly half: string;
}
const events: Sequence = {
  call: reading(follow),
  head: EVENTS,
  type: "text/event-stream",
  one: ONE_EVENT,
  half: 'data: {"tex',
};
const values: Sequence = {
  call: reading(list),
  head: LINES,
  type: "application/jsonl",
  one: ONE_LINE,
  half: '{"tex',
};

/** A call that returns a number of items, without any error. */
const passes = (name: string, call: Call, serve: Serve, count: number, value: string): Kind => ({
  name,
  call,
  server: { serve },
  client: () => ({ timeoutMs: 1500 }),
  expect: {
    value,
    check: (found: unknown) => assert.equal(found, count),
    attempts: [1, 1],
  },
});

/** A call whose response began, so that it is not retried. */
const fails = (
  name: string,
  call: Call,
  serve: Serve,
  error: string,
  message: RegExp,
  more: Partial<Kind> = {},
): Kind => ({
  name,
  call,
  server: { serve },
  ...more,
  expect: { error, message, attempts: [1, 1], ...more.expect },
});

const CUT = /^Connection closed while reading the stream: .+/;
const SILENT = /^No byte came for 120 ms \(timeoutMs\)$/;
const TOO_LONG = /expected (events|values) of at most 50000 characters/;
const soon = { client: () => ({ timeoutMs: 120 }) };
const small = { options: () => ({ maxResponseBytes: 50_000 }) };

/** What can go wrong with a sequence of items, whatever their format. */
const ofSequence = ({ call, head: start, type, one, half }: Sequence): readonly Kind[] => {
  const begun = `${start}${one}`;
  const gzip = head(type, "content-encoding: gzip", "content-length: 1000");
  return [
    fails(
      "a reset inside an item",
      call,
      cut(`${head(type, "transfer-encoding: chunked")}${chunk(one)}${chunk(half)}`),
      "ConnectionError",
      CUT,
    ),
    fails("silence after an item", call, saying(begun), "RequestTimeoutError", SILENT, soon),
    passes(
      "a byte at a time",
      call,
      dripping(Buffer.from(`${begun}${one}`), 1, ending("")),
      2,
      "every item",
    ),
    passes("a byte order mark", call, ending(`${start}\uFEFF${one}`), 1, "every item"),
    fails(
      "an endless line, with maxResponseBytes",
      call,
      endless(`${begun}${half}`, Buffer.from("x".repeat(16_384))),
      "ResponseValidationError",
      TOO_LONG,
      small,
    ),
    fails(
      "HTML with status 200",
      call,
      complete(wire(200, { "content-type": "text/html" }, "<!doctype html>")),
      "ResponseValidationError",
      /undeclared content type "text\/html"$/,
    ),
    fails(
      "a compressed stream that is cut",
      call,
      cut(Buffer.concat([Buffer.from(gzip), gzipSync(one.repeat(9)).subarray(0, 20)])),
      "ConnectionError",
      CUT,
    ),
    fails(
      "an item that is not what its schema says",
      call,
      ending(`${begun}${one.replace('{"text":"a"}', "[]")}`),
      "ResponseValidationError",
      /expected object, received array/,
    ),
  ];
};

/** Faults of event streams. */
export const eventStreams: Group = {
  name: "Event streams",
  about:
    "The response of an operation that returns server-sent events. It is read to its end; nothing is retried once it has begun.",
  kinds: [
    ...ofSequence(events),
    passes(
      "an end inside an event",
      events.call,
      ending(`${EVENTS}${ONE_EVENT}data: {"text":"b"}\n`),
      1,
      "the whole events",
    ),
    fails(
      "an endless event of many lines, with maxResponseBytes",
      events.call,
      endless(EVENTS, Buffer.from("data: xxxxxxxx\n".repeat(1000))),
      "ResponseValidationError",
      TOO_LONG,
      small,
    ),
    passes(
      "bytes that are no events",
      events.call,
      ending(Buffer.concat([Buffer.from(EVENTS), Buffer.from("ff00fe0a0a0d0a3a0a", "hex")])),
      0,
      "no event",
    ),
    fails(
      "an event of the type error",
      events.call,
      saying(`${EVENTS}${ONE_EVENT}event: error\ndata: {"message":"overloaded"}\n\n`),
      "APIError",
      /overloaded/,
    ),
    passes("comments instead of events", events.call, comments(), 0, "no event, and no timeout"),
  ],
};

/** A comment now and then, for longer than a short timeout. */
function comments(): Serve {
  return dripping(Buffer.from(`${EVENTS}${":\n".repeat(50)}`), 10, ending(""));
}

/** Faults of JSON Lines. */
export const jsonSequences: Group = {
  name: "JSON Lines",
  about: "The response of an operation that returns a JSON value on each line.",
  kinds: [
    ...ofSequence(values),
    passes(
      "a last line without an end",
      values.call,
      ending(`${LINES}${ONE_LINE}${ONE_LINE.trim()}`),
      2,
      "every value",
    ),
    fails(
      "a line that is not JSON",
      values.call,
      ending(`${LINES}${ONE_LINE}oops\n`),
      "ResponseValidationError",
      /expected valid JSON/,
    ),
  ],
};

/** Faults of files that are read while they come. */
export const downloads: Group = {
  name: "Downloads",
  about: "A binary response that is read as a stream. Nothing is retried once it has begun.",
  kinds: [
    passes("a whole file", downloading, complete(`${FILE}0123456789`), 10, "the bytes"),
    fails("a reset inside the file", downloading, cut(`${FILE}0123`), "ConnectionError", CUT),
    fails(
      "an end before Content-Length",
      downloading,
      ending(`${FILE}0123`),
      "ConnectionError",
      CUT,
    ),
    fails(
      "a chunked file without a last chunk",
      downloading,
      ending(`${head("application/pdf", "transfer-encoding: chunked")}4\r\n0123\r\n`),
      "ConnectionError",
      CUT,
    ),
    passes(
      "more bytes than Content-Length",
      downloading,
      ending(`${FILE}0123456789abc`),
      10,
      "as many bytes as the length says",
    ),
    fails(
      "silence inside the file",
      downloading,
      saying(`${FILE}0123`),
      "RequestTimeoutError",
      SILENT,
      soon,
    ),
    fails(
      "a compressed file that is cut",
      downloading,
      ending(
        Buffer.concat([
          Buffer.from(head("application/pdf", "content-encoding: gzip", "content-length: 1000")),
          gzipSync("0123456789").subarray(0, 15),
        ]),
      ),
      "ConnectionError",
      CUT,
    ),
    fails(
      "a content coding that does not exist",
      downloading,
      complete(wire(200, { "content-encoding": "br2" }, "0123")),
      "ResponseValidationError",
      /expected a known content coding, received br2$/,
    ),
    fails(
      "a part that was not requested",
      downloading,
      complete(wire(206, { "content-range": "bytes 0-3/10" }, "0123")),
      "ResponseValidationError",
      /unrequested partial content$/,
    ),
    fails(
      "an abort while the file comes",
      downloading,
      saying(`${FILE}0123`),
      "RequestAbortedError",
      /aborted/,
      {
        options: ({ controller }) => ({
          signal: controller.signal,
          onProgress: () => controller.abort(),
        }),
      },
    ),
  ],
};

/** Sends bytes as soon as a request begins, and goes on as told. */
const early = (bytes: string, then: "close" | "stop"): Required<Kind>["server"] => ({
  connect(socket) {
    socket.once("data", () => {
      socket.pause();
      // Much later than the client ends the call: a socket that does not read sees no end.
      setTimeout(() => socket.resume(), 400);
      if (then === "close") socket.end(bytes, () => setTimeout(() => socket.destroy(), 20));
      else socket.write(bytes);
    });
  },
});

/** Faults of bodies that are sent from a stream. */
export const uploads: Group = {
  name: "Uploads",
  about: "A body of 8 MB from an async iterable, which can be sent only once: nothing is retried.",
  kinds: [
    {
      name: "a server that stops reading",
      call: uploading,
      server: early("", "stop"),
      ...soon,
      expect: {
        error: "RequestTimeoutError",
        message: /after 120 ms/,
        attempts: [1, 1],
        requests: [0, 0],
      },
    },
    {
      name: "a connection that closes",
      call: uploading,
      server: early("", "close"),
      expect: {
        error: "ConnectionError",
        message: /^Connection to .+ failed/,
        attempts: [1, 1],
        requests: [0, 0],
      },
    },
    {
      name: "a redirect that would need the body again",
      call: uploading,
      server: { serve: complete(wire(307, { location: "/other" }, "")) },
      expect: {
        error: "ConnectionError",
        message: /redirect/i,
        attempts: [1, 1],
      },
    },
    {
      name: "a refusal before the body is read",
      call: uploading,
      server: early(`${statusLine(413)}content-length: 9\r\n\r\ntoo large`, "stop"),
      expect: { error: "APIError", message: /413/, attempts: [1, 1], requests: [0, 0] },
    },
    {
      name: "a refusal after the body",
      call: uploading,
      server: { serve: complete(wire(413, {}, "too large")) },
      expect: { error: "APIError", message: /413/, attempts: [1, 1] },
    },
  ],
};
