import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import {
  type Schema,
  base64,
  bigint,
  bigintNumber,
  binary,
  boolean,
  closedEnum,
  dateTime,
  decode,
  encode,
  integer,
  literal,
  nil,
  number,
  string,
  unknown,
} from "../../../src/lib/schema/index.js";

const Level = { Low: 1, High: 2 } as const;
const Color = { Red: "red", Blue: "blue" } as const;
const huge = 12345678901234567890n;

test.for<[name: string, of: Schema<unknown>, wire: unknown, value: unknown]>([
  ["string", string, "", ""],
  ["string", string, "é\u0000", "é\u0000"],
  ["number", number, -0.5, -0.5],
  ["integer", integer, 3, 3],
  ["boolean", boolean, false, false],
  ["unknown", unknown, { a: [null] }, { a: [null] }],
  ["unknown", unknown, undefined, undefined],
  ["nil", nil, null, null],
  ["literal", literal("a"), "a", "a"],
  ["literal", literal(0), 0, 0],
  ["literal", literal(null), null, null],
  ["closedEnum", closedEnum(Color), "red", "red"],
  ["closedEnum of numbers", closedEnum(Level), 2, 2],
  ["bigint", bigint, "12345678901234567890", huge],
  ["bigint", bigint, "-1", -1n],
  ["bigintNumber", bigintNumber, -7, -7n],
  ["dateTime", dateTime, "2026-01-02T03:04:05.678Z", new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678))],
  ["base64", base64, "", new Uint8Array()],
  ["base64", base64, "AP+A", new Uint8Array([0, 255, 128])],
])("%s decodes and encodes back (case %#)", ([, of, wire, value]) => {
  expect(decode(of, wire)).toEqual({ ok: true, value });
  expect(encode(of, value)).toEqual({ ok: true, value: wire });
});

test.for<[name: string, of: Schema<unknown>, wire: unknown, message: string]>([
  ["string", string, 5, "expected string, received number"],
  ["string", string, undefined, "expected string, received undefined"],
  ["number", number, "5", "expected number, received string"],
  ["number", number, NaN, "expected number, received NaN"],
  ["number", number, Infinity, "expected number, received Infinity"],
  ["integer", integer, "1", "expected integer, received string"],
  ["boolean", boolean, "true", "expected boolean, received string"],
  ["boolean", boolean, null, "expected boolean, received null"],
  ["nil", nil, undefined, "expected null, received undefined"],
  ["literal", literal("a"), "secret", 'expected "a", received string'],
  ["closedEnum", closedEnum(Color), 5, "expected red | blue, received number"],
  ["closedEnum", closedEnum(Color), null, "expected red | blue, received null"],
  ["closedEnum", closedEnum(Level), "2", "expected 1 | 2, received string"],
  ["bigint", bigint, "1.5", "expected integer, received string"],
  ["bigint", bigint, "", "expected integer, received string"],
  ["bigint", bigint, "0x10", "expected integer, received string"],
  ...[1.5, 2 ** 53, -(2 ** 53), 1e300].map((wire): [string, Schema<bigint>, number, string] => [
    "bigintNumber",
    bigintNumber,
    wire,
    "expected integer in the safe integer range, received number",
  ]),
  ["dateTime", dateTime, "secret", "expected date-time, received string"],
  ["dateTime", dateTime, "", "expected date-time, received string"],
  ["dateTime", dateTime, 5, "expected date-time, received number"],
  ["dateTime", dateTime, "2026-13-01T00:00:00Z", "expected date-time, received string"],
  ["base64", base64, "not base64!", "expected base64, received string"],
  ["base64", base64, 5, "expected base64, received number"],
])(
  "%s rejects other values in a response, without quoting them (case %#)",
  ([, of, wire, message]) => {
    expect(decode(of, wire)).toEqual({
      ok: false,
      issues: [{ code: expect.stringMatching(/^invalid_/), path: [], message }],
    });
  },
);

test.for<[name: string, of: Schema<unknown>, value: unknown, message: string]>([
  ["integer", integer, 1.5, "expected integer, received number"],
  ["integer", integer, NaN, "expected integer, received NaN"],
  ["bigint", bigint, 5, "expected bigint, received number"],
  ["bigint", bigint, "5", "expected bigint, received string"],
  [
    "bigintNumber",
    bigintNumber,
    huge,
    "expected bigint in the safe integer range, received bigint",
  ],
  ["dateTime", dateTime, "2026-01-02T03:04:05Z", "expected Date, received string"],
  ["dateTime", dateTime, new Date(NaN), "expected Date, received invalid Date"],
  ["base64", base64, "AA==", "expected Uint8Array, received string"],
  [
    "binary",
    binary,
    5,
    "expected Blob, Uint8Array, ArrayBuffer, ReadableStream or string, received number",
  ],
  [
    "binary",
    binary,
    {},
    "expected Blob, Uint8Array, ArrayBuffer, ReadableStream or string, received object",
  ],
  ["closedEnum", closedEnum(Color), "secret", "expected red | blue, received string"],
  ["closedEnum", closedEnum(Color), "Red", "expected red | blue, received string"],
])("%s rejects other values in a request (case %#)", ([, of, value, message]) => {
  expect(encode(of, value)).toEqual({
    ok: false,
    issues: [{ code: expect.stringMatching(/^invalid_/), path: [], message }],
  });
});

const instants = [
  ["microseconds", "2026-01-02T03:04:05.678901Z", "2026-01-02T03:04:05.678Z"],
  ["seven digits", "2026-01-02T03:04:05.6789012Z", "2026-01-02T03:04:05.678Z"],
  ["nine digits", "2026-01-02T03:04:05.678901234Z", "2026-01-02T03:04:05.678Z"],
  ["one digit", "2026-01-02T03:04:05.6Z", "2026-01-02T03:04:05.600Z"],
  ["an offset", "2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000Z"],
  ["an offset and digits", "2026-01-02T03:04:05.123456-05:30", "2026-01-02T08:34:05.123Z"],
  ["an offset without colon", "2026-01-02T03:04:05+0200", "2026-01-02T01:04:05.000Z"],
  ["lower case", "2026-01-02t03:04:05z", "2026-01-02T03:04:05.000Z"],
  ["a space", "2026-01-02 03:04:05Z", "2026-01-02T03:04:05.000Z"],
  ["a space and an offset", "2026-01-02 03:04:05.123456+00:00", "2026-01-02T03:04:05.123Z"],
  ["no offset", "2026-01-02T03:04:05", "2026-01-02T03:04:05.000Z"],
  ["no offset and digits", "2026-01-02T03:04:05.1234567", "2026-01-02T03:04:05.123Z"],
  ["a space and no offset", "2026-01-02 03:04:05", "2026-01-02T03:04:05.000Z"],
  ["no seconds", "2026-01-02T03:04Z", "2026-01-02T03:04:00.000Z"],
  ["a date only", "2026-01-02", "2026-01-02T00:00:00.000Z"],
  ["an HTTP date", "Fri, 02 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05.000Z"],
  ["the zero of Go", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
] as const;

test.for(instants)("an instant with %s is decoded", ([, text, instant]) => {
  expect(decode(dateTime, text)).toEqual({ ok: true, value: new Date(instant) });
});

test("an instant does not depend on the time zone of the machine", () => {
  // In another process, because threads cannot change their time zone.
  const code = `
    import { dateTime, decode } from "./src/lib/schema/index.ts";
    const texts = JSON.parse(process.argv[1]);
    console.log(JSON.stringify(texts.map((text) => decode(dateTime, text).value)));`;
  const texts = JSON.stringify(instants.map(([, text]) => text));
  const options = { env: { ...process.env, TZ: "Asia/Tokyo" }, encoding: "utf8" } as const;
  const flags = ["--import", "tsx", "--input-type=module", "-e", code, texts];
  const decoded: unknown = JSON.parse(execFileSync(process.execPath, flags, options));
  expect(decoded).toEqual(instants.map(([, , instant]) => instant));
});

test("integers in responses can have fractions", () => {
  expect(decode(integer, 1.5)).toEqual({ ok: true, value: 1.5 });
});

test("a bigint can be a JSON number", () => {
  expect(decode(bigint, 7)).toEqual({ ok: true, value: 7n });
});

test("base64 of 300 kB is decoded and encoded", () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256);
  const text = Buffer.from(bytes).toString("base64");
  expect(encode(base64, bytes)).toEqual({ ok: true, value: text });
  const decoded = decode(base64, text);
  expect(decoded.ok && Buffer.from(decoded.value).equals(bytes)).toBe(true);
});

test("base64 of a view contains only the view's bytes", () => {
  const whole = new Uint8Array([1, 2, 3, 4, 5]);
  expect(encode(base64, whole.subarray(1, 3))).toEqual({ ok: true, value: "AgM=" });
  expect(encode(base64, Buffer.from("hi"))).toEqual({ ok: true, value: "aGk=" });
});

test.for<[name: string, value: unknown]>([
  ["text", "text"],
  ["a Blob", new Blob(["a"])],
  ["a File", new File(["a"], "a.txt")],
  ["bytes", new Uint8Array(1)],
  ["a Buffer", Buffer.from("a")],
  ["an ArrayBuffer", new ArrayBuffer(1)],
  ["a DataView", new DataView(new ArrayBuffer(1))],
  ["a stream", new ReadableStream()],
])("a binary body can be %s, and is sent unchanged", ([, value]) => {
  const encoded = encode(binary, value);
  expect(encoded.ok && encoded.value).toBe(value);
});
