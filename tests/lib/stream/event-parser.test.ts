/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
import fc from "fast-check";
import { expect, test } from "vitest";
import { EventParser, type ServerSentEvent } from "../../../src/lib/stream/event-parser.js";
import { LineParser } from "../../../src/lib/stream/line-parser.js";
import { runs } from "../../support/runs.js";

/** The items that a parser has for a piece. */
function drain<T>(
  parser: { push(piece: string): void; next(): T | undefined },
  piece: string,
): T[] {
  const items: T[] = [];
  parser.push(piece);
  for (let item; (item = parser.next()) !== undefined;) items.push(item);
  return items;
}

const parse = (...pieces: string[]): ServerSentEvent[] => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => drain(parser, piece));
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

/**
 * The standard's algorithm, step by step: 9.2.6, "Interpreting an event stream". Dispatches what an
 * `EventSource` would, and remembers the reconnection time of each event.
 */
function interpret(stream: string): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  let [data, type, lastId, retry] = ["", "", "", undefined as number | undefined];
  const processField = (field: string, value: string): void => {
    if (field === "event") type = value;
    else if (field === "data") data += `${value}\n`;
    else if (field === "id" && !value.includes("\0")) lastId = value;
    else if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number.parseInt(value, 10);
  };
  const lines = stream.split(/\r\n|\n|\r/);
  // What follows the last line end is discarded.
  for (const each of lines.slice(0, -1)) {
    const colon = each.indexOf(":");
    if (each !== "" && colon === 0) continue;
    if (each !== "" && colon > 0)
      processField(each.slice(0, colon), each.slice(colon + 1).replace(/^ /, ""));
    else if (each !== "") processField(each, "");
    else {
      if (data !== "")
        events.push({
          data: data.slice(0, -1),
          ...(type !== "" && { event: type }),
          ...(lastId !== "" && { id: lastId }),
          ...(retry !== undefined && { retry }),
        });
      [data, type, retry] = ["", "", undefined];
    }
  }
  return events;
}

test("events are what the algorithm of the standard makes of them, however they are cut", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(8)), (parts, cuts) => {
      const stream = parts.join("");
      const pieces: string[] = [];
      let rest = stream;
      for (const cut of cuts) {
        pieces.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      const events = interpret(stream);
      expect(parse(stream)).toEqual(events);
      expect(parse(...pieces, rest)).toEqual(events);
    }),
    runs(300),
  );
});

test("pieces may be added before the events of the last ones are read", () => {
  const parser = new EventParser();
  for (const part of ["data: a\n\nda", "ta", ": b\n\ndata: ", "c\n\ndata: d"]) parser.push(part);
  expect(drain(parser, "")).toEqual([{ data: "a" }, { data: "b" }, { data: "c" }]);
  expect(drain(parser, "\n\n")).toEqual([{ data: "d" }]);
});

test("an id holds from the end of its event on, and a delay from its line on", () => {
  const parser = new EventParser();
  drain(parser, "id: 1\ndata: a\n\nid: 2\nretry: 20\ndata: b\n");
  expect(parser).toMatchObject({ lastEventId: "1", retryMs: 20 });
  drain(parser, "\nretry: 30\n\n");
  expect(parser).toMatchObject({ lastEventId: "2", retryMs: 30 });
});

test("a new connection begins with a new event, and with the last id", () => {
  const parser = new EventParser();
  drain(parser, "id: 1\ndata: a\n\nid: 2\nevent: add\nretry: 20\ndata: b\ndata: c\r");
  parser.restart();
  expect(drain(parser, "\ndata: d\n\n")).toEqual([{ id: "1", data: "d" }]);
  drain(parser, "id: 3\nda");
  parser.restart();
  expect(drain(parser, "data: e\n\n")).toEqual([{ id: "1", data: "e" }]);
});

test("an event that is too long is refused, in a line and in many", () => {
  const long = "x".repeat(101);
  const error = "at most 100 characters";
  for (const end of ["", "\n", "\n\n"])
    expect(() => drain(new EventParser(100), `data: ${long}${end}`)).toThrow(error);
  const parser = new EventParser(100);
  expect(() => {
    for (let i = 0; i < 60; i += 1) drain(parser, "data: xy\n");
  }).toThrow(error);
});

test("what comes before an item that is too long is not lost", () => {
  const events = new EventParser(100);
  events.push(`data: a\n\ndata: b\n\ndata: ${"x".repeat(101)}\n\n`);
  expect([events.next(), events.next()]).toEqual([{ data: "a" }, { data: "b" }]);
  expect(() => events.next()).toThrow("at most 100 characters");
  for (const end of ["", "\n"]) {
    const lines = new LineParser("\n", 100);
    lines.push(`1\n2\n${"3".repeat(101)}${end}`);
    expect([lines.next(), lines.next()]).toEqual(["1", "2"]);
    expect(() => lines.next()).toThrow("at most 100 characters");
  }
});

test("a line of many pieces takes linear time", () => {
  const parser = new EventParser();
  parser.push("data: ");
  const found = Array.from({ length: 200_000 }, () => drain(parser, "0123456789").length);
  expect(found.some((count) => count > 0)).toBe(false);
  expect(drain(parser, "\n\n")[0]?.data).toHaveLength(2_000_000);
});

test.for<[separator: string, text: string, values: string[]]>([
  ["\n", '{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']],
  ["\n", '{"a":1}\r\n\n \n{"a":2}', ['{"a":1}\r', '{"a":2}']],
  ["\x1e", '\x1e{"a":1}\n\x1e{"a":2}\n', ['{"a":1}\n', '{"a":2}\n']],
  ["\n", "", []],
])("values between %j in %j", ([separator, text, values]) => {
  for (const pieces of [[text], [...text]]) {
    const parser = new LineParser(separator);
    const found = pieces.flatMap((part) => drain(parser, part));
    parser.end();
    expect([...found, ...drain(parser, "")]).toEqual(values);
  }
});
