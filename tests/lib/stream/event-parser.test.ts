/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
import fc from "fast-check";
import { expect, test } from "vitest";
import { EventParser, type ServerSentEvent } from "../../../src/lib/stream/event-parser.js";
import { LineParser } from "../../../src/lib/stream/line-parser.js";
import { runs } from "../../support/runs.js";

const parse = (...pieces: string[]): ServerSentEvent[] => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

test.for<[what: string, stream: string, events: ServerSentEvent[]]>([
  ["data", "data: a\n\n", [{ data: "a" }]],
  ["data without a space", "data:a\n\n", [{ data: "a" }]],
  ["one space only is cut off", "data:  a\n\n", [{ data: " a" }]],
  ["several lines are one value", "data: a\ndata\ndata: b\n\n", [{ data: "a\n\nb" }]],
  ["a field without a colon is empty", "data\n\n", [{ data: "" }]],
  ["an empty value is data too", "data:\n\n", [{ data: "" }]],
  ["CR ends lines", "data: a\r\rdata: b\r\r", [{ data: "a" }, { data: "b" }]],
  ["CRLF ends lines", "data: a\r\n\r\ndata: b\r\n\r\n", [{ data: "a" }, { data: "b" }]],
  [
    "line ends may be mixed",
    "data: a\r\ndata: b\n\rdata: c\r\n\n",
    [{ data: "a\nb" }, { data: "c" }],
  ],
  ["comments are ignored", ": hello\ndata: a\n:\n\n", [{ data: "a" }]],
  ["unknown fields are ignored", "datum: x\n data: y\ndata: a\n\n", [{ data: "a" }]],
  ["names are case-sensitive", "Data: x\nDATA: y\n\n", []],
  ["an event without data is none", "event: a\n\ndata: b\n\n", [{ data: "b" }]],
  ["the type of an event", "event: add\ndata: a\n\n", [{ event: "add", data: "a" }]],
  ["an empty type is none", "event:\ndata: a\n\n", [{ data: "a" }]],
  ["the last type counts", "event: a\nevent: b\ndata: c\n\n", [{ event: "b", data: "c" }]],
  [
    "an id holds for the events after it",
    "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
    [{ id: "1", data: "a" }, { id: "1", data: "b" }, { data: "c" }],
  ],
  ["an id of an event without data holds too", "id: 1\n\ndata: a\n\n", [{ id: "1", data: "a" }]],
  ["an id with NUL is ignored", "id: 1\0\ndata: a\n\n", [{ data: "a" }]],
  ["retry in digits", "retry: 10\ndata: a\n\n", [{ data: "a", retry: 10 }]],
  ["retry in anything else is ignored", "retry: 1e3\nretry: -1\ndata: a\n\n", [{ data: "a" }]],
  ["an event that the stream ends in is dropped", "data: a\n\ndata: b\n", [{ data: "a" }]],
  [
    "line separators of Unicode end no line",
    "data: a\u2028\u0085b\n\n",
    [{ data: "a\u2028\u0085b" }],
  ],
  ["a colon in a value", "data: a: b\n\n", [{ data: "a: b" }]],
])("%s", ([, stream, events]) => {
  expect(parse(stream)).toEqual(events);
  expect(parse(...stream)).toEqual(events);
});

const piece = fc.constantFrom(
  "data",
  "event",
  "id",
  "retry",
  ":",
  " ",
  "a",
  "1",
  "\n",
  "\r",
  "\r\n",
  "\0",
  "é",
);

test("a stream means the same, however it is cut", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(8)), (parts, cuts) => {
      const stream = parts.join("");
      const pieces: string[] = [];
      let rest = stream;
      for (const cut of cuts) {
        pieces.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      expect(parse(...pieces, rest)).toEqual(parse(stream));
    }),
    runs(300),
  );
});

test("an id holds from the end of its event on, and a delay from its line on", () => {
  const parser = new EventParser();
  parser.push("id: 1\ndata: a\n\nid: 2\nretry: 20\ndata: b\n");
  expect(parser).toMatchObject({ lastEventId: "1", retryMs: 20 });
  parser.push("\nretry: 30\n\n");
  expect(parser).toMatchObject({ lastEventId: "2", retryMs: 30 });
});

test("a new connection begins with a new event, and with the last id", () => {
  const parser = new EventParser();
  parser.push("id: 1\ndata: a\n\nid: 2\nevent: add\nretry: 20\ndata: b\ndata: c\r");
  parser.restart();
  expect(parser.push("\ndata: d\n\n")).toEqual([{ id: "1", data: "d" }]);
  parser.push("id: 3\nda");
  parser.restart();
  expect(parser.push("data: e\n\n")).toEqual([{ id: "1", data: "e" }]);
});

test("an event that is too long is refused, in a line and in many", () => {
  const long = "x".repeat(101);
  expect(() => new EventParser(100).push(`data: ${long}`)).toThrow("at most 100 characters");
  expect(() => new EventParser(100).push(`data: ${long}\n\n`)).toThrow("at most 100 characters");
  const parser = new EventParser(100);
  expect(() => {
    for (let i = 0; i < 60; i += 1) parser.push("data: xy\n");
  }).toThrow("at most 100 characters");
});

test.for<[separator: string, text: string, values: string[]]>([
  ["\n", '{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']],
  ["\n", '{"a":1}\r\n\n \n{"a":2}', ['{"a":1}\r', '{"a":2}']],
  ["\x1e", '\x1e{"a":1}\n\x1e{"a":2}\n', ['{"a":1}\n', '{"a":2}\n']],
  ["\n", "", []],
])("values between %j in %j", ([separator, text, values]) => {
  for (const pieces of [[text], [...text]]) {
    const parser = new LineParser(separator);
    expect([...pieces.flatMap((part) => parser.push(part)), ...parser.end()]).toEqual(values);
  }
});
