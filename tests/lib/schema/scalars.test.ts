import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../support/runs.js";
import {
  type Schema,
  base64,
  base64url,
  bigint,
  bigintNumber,
  binary,
  boolean,
  closedEnum,
  dateTime,
  decode,
  decodeLeniently,
  encode,
  integer,
  literal,
  nil,
  number,
  string,
  unknown,
} from "../../../src/lib/typed.js";
import { limits } from "../../support/limits.js";

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
  ["base64url", base64url, "", new Uint8Array()],
  ["base64url", base64url, "AP-_", new Uint8Array([0, 255, 191])],
  ["base64url", base64url, "dGVzdA", new TextEncoder().encode("test")],
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
  ["base64url", base64url, "AP*A", "expected base64url, received string"],
  ["base64url", base64url, "A", "expected base64url, received string"],
  ["base64url", base64url, 5, "expected base64url, received number"],
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
  ["base64url", base64url, "AA", "expected Uint8Array, received string"],
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
  ["no fraction", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"],
  ["microseconds", "2026-01-02T03:04:05.678901Z", "2026-01-02T03:04:05.678Z"],
  ["seven digits", "2026-01-02T03:04:05.6789012Z", "2026-01-02T03:04:05.678Z"],
  ["nine digits", "2026-01-02T03:04:05.678901234Z", "2026-01-02T03:04:05.678Z"],
  ["digits that are cut and not rounded", "2026-01-02T03:04:05.9999Z", "2026-01-02T03:04:05.999Z"],
  ["a hundred digits", `2026-01-02T03:04:05.1${"9".repeat(99)}Z`, "2026-01-02T03:04:05.199Z"],
  ["one digit", "2026-01-02T03:04:05.6Z", "2026-01-02T03:04:05.600Z"],
  ["two digits", "2026-01-02T03:04:05.07+00:00", "2026-01-02T03:04:05.070Z"],
  ["an offset", "2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000Z"],
  ["an offset and digits", "2026-01-02T03:04:05.123456-05:30", "2026-01-02T08:34:05.123Z"],
  ["an unknown offset", "2026-01-02T03:04:05-00:00", "2026-01-02T03:04:05.000Z"],
  ["the largest offset", "2026-01-02T03:04:05-23:59", "2026-01-03T03:03:05.000Z"],
  ["lower case", "2026-01-02t03:04:05z", "2026-01-02T03:04:05.000Z"],
  ["lower and upper case", "2026-01-02t03:04:05.5Z", "2026-01-02T03:04:05.500Z"],
  ["a space", "2026-01-02 03:04:05Z", "2026-01-02T03:04:05.000Z"],
  ["a space and an offset", "2026-01-02 03:04:05.123456+00:00", "2026-01-02T03:04:05.123Z"],
  ["a leap day", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ["a leap day of a century", "2000-02-29T23:59:59Z", "2000-02-29T23:59:59.000Z"],
  ["a leap second", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
  ["a fraction of a leap second", "2016-12-31T23:59:60.789Z", "2017-01-01T00:00:00.000Z"],
  ["a leap second elsewhere", "2017-01-01T08:59:60+09:00", "2017-01-01T00:00:00.000Z"],
  ["the zero of Go", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["the first year", "0000-01-01T00:00:00+01:00", "-000001-12-31T23:00:00.000Z"],
  ["the last instant", "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z"],
] as const;

test.for(instants)("an instant with %s is decoded", ([, text, instant]) => {
  expect(decode(dateTime, text)).toEqual({ ok: true, value: new Date(instant) });
});

const notDateTimes = [
  "0",
  "1",
  "2026",
  "2026-01",
  "2026-01-02",
  "May 1",
  "May 1, 2026",
  "1 May 2026 10:00 UTC",
  "Fri, 02 Jan 2026 03:04:05 GMT",
  "Friday, 02-Jan-26 03:04:05 GMT",
  "Fri Jan  2 03:04:05 2026",
  "03:04:05Z",
  "2026-01-02T03:04Z",
  "2026-01-02T03:04:05",
  "2026-01-02T03:04:05.1234567",
  "2026-01-02 03:04:05",
  "2026-01-02T03:04:05+0200",
  "2026-01-02T03:04:05+02",
  "2026-01-02T03:04:05 +02:00",
  "2026-01-02T03:04:05+24:00",
  "2026-01-02T03:04:05+01:60",
  "2026-01-02T03:04:05.Z",
  "2026-01-02T03:04:05,5Z",
  "2026-01-02T3:04:05Z",
  "2026-1-2T03:04:05Z",
  "2026-01-02_03:04:05Z",
  "20260102T030405Z",
  "2026-W01-5T03:04:05Z",
  "2026-002T03:04:05Z",
  "2024-02-30T00:00:00Z",
  "2023-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2026-04-31T00:00:00Z",
  "2026-01-32T00:00:00Z",
  "2026-01-00T00:00:00Z",
  "2026-00-01T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-01-02T24:00:00Z",
  "2026-01-02T03:60:00Z",
  "2026-01-02T03:04:61Z",
  "+002026-01-02T03:04:05Z",
  "-000001-01-02T03:04:05Z",
  "12026-01-02T03:04:05Z",
  " 2026-01-02T03:04:05Z",
  "2026-01-02T03:04:05Z\n",
  "2026-01-02T03:04:05Z[Europe/Paris]",
  "٢٠٢٦-٠١-٠٢T٠٣:٠٤:٠٥Z",
  "now",
];

test.for(notDateTimes)("%j is no date-time: kept as a string, with an issue", (text) => {
  const issue = { path: [], message: "expected date-time, received string" };
  expect(decode(dateTime, text)).toMatchObject({ ok: false, issues: [issue] });
  expect(decodeLeniently(dateTime, text)).toMatchObject({ value: text, issues: [issue] });
});

test.for(["Asia/Tokyo", "America/St_Johns"])(
  "dates do not depend on a time zone such as %s",
  { timeout: limits.processes },
  (TZ) => {
    // In another process, because threads cannot change their time zone.
    const code = `
    import { dateTime, decode } from "./src/lib/schema/index.ts";
    const texts = JSON.parse(process.argv[1]);
    console.log(JSON.stringify(texts.map((text) => decode(dateTime, text).value ?? text)));`;
    const texts = [...instants.map(([, text]) => text), ...notDateTimes];
    const options = { env: { ...process.env, TZ }, encoding: "utf8" } as const;
    const flags = ["--import", "tsx", "--input-type=module", "-e", code, JSON.stringify(texts)];
    const decoded: unknown = JSON.parse(execFileSync(process.execPath, flags, options));
    expect(decoded).toEqual([...instants.map(([, , instant]) => instant), ...notDateTimes]);
  },
);

function two(n: number): string {
  return String(n).padStart(2, "0");
}

test("any instant that is sent is read back, from every offset and with any number of digits", () => {
  const offsets = fc.tuple(fc.constantFrom(1, -1), fc.nat(23), fc.nat(59));
  const years = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9998-12-31T00:00:00Z") };
  const dates = fc.date({ ...years, noInvalidDate: true });
  fc.assert(
    fc.property(
      dates,
      offsets,
      fc.stringMatching(/^\d{0,9}$/),
      (date, [sign, hour, minute], digits) => {
        expect(encode(dateTime, date)).toEqual({ ok: true, value: date.toISOString() });
        const shifted = new Date(date.getTime() + sign * (hour * 60 + minute) * 60_000);
        const offset = `${sign < 0 ? "-" : "+"}${two(hour)}:${two(minute)}`;
        const text = shifted.toISOString().replace("Z", `${digits}${offset}`);
        expect(decode(dateTime, text)).toEqual({ ok: true, value: date });
      },
    ),
    runs(300),
  );
});

test("any string is a date-time or not, as its fields say", () => {
  const near = fc.stringMatching(
    /^[0-2]\d{3}-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,4})?([Zz]|[+-][0-2]\d:[0-6]\d)$/,
  );
  fc.assert(
    fc.property(near, (text) => {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
        .split(/\D/)
        .map(Number);
      const [, offsetHour = 0, offsetMinute = 0] =
        /[+-](\d\d):(\d\d)$/.exec(text)?.map(Number) ?? [];
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      const isValid =
        day >= 1 &&
        day <= (days[month - 1] ?? 0) &&
        hour < 24 &&
        minute < 60 &&
        second <= 60 &&
        offsetHour < 24 &&
        offsetMinute < 60;
      expect(decode(dateTime, text).ok).toBe(isValid);
    }),
    runs(500),
  );
});

test.for([
  ["before the year 0", new Date("-000001-12-31T23:59:59.999Z")],
  ["after the year 9999", new Date("+010000-01-01T00:00:00.000Z")],
] as const)("a Date %s has no RFC 3339 form, and is refused in requests", ([, date]) => {
  expect(encode(dateTime, date)).toMatchObject({
    issues: [{ message: "expected Date in the years 0 to 9999, received Date" }],
  });
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

test.for(["dGVzdA==", "dGVzdA=", "dGVzdA"])("base64url accepts any padding: %s", (wire) => {
  expect(decode(base64url, wire)).toEqual({ ok: true, value: new TextEncoder().encode("test") });
});

test("base64url accepts the other alphabet", () => {
  expect(decode(base64url, "AP+/")).toEqual(decode(base64url, "AP-_"));
});

test("every sequence of bytes is base64 and base64url, as Node writes them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (value) => {
      for (const [of, name] of [
        [base64, "base64"],
        [base64url, "base64url"],
      ] as const) {
        const wire = Buffer.from(value).toString(name);
        expect(encode(of, value)).toEqual({ ok: true, value: wire });
        expect(decode(of, wire)).toEqual({ ok: true, value });
      }
    }),
    runs(200),
  );
});
