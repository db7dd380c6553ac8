import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeHeaders } from "../../../src/lib/spec/response-headers.js";
import {
  type Schema,
  array,
  as,
  bigint,
  boolean,
  dateTime,
  integer,
  number,
  object,
  optional,
  record,
  string,
  union,
} from "../../../src/lib/typed.js";
import { runs } from "../../support/runs.js";

function decoded(schema: Schema<unknown>, value: string): unknown {
  const whole = object<{ value?: unknown }>(() => ({ value: as("X-Value", optional(schema)) }));
  return decodeHeaders(whole, new Headers({ "x-value": value }));
}

/** Words that no list, object or JSON value is written with. */
const word = fc
  .stringMatching(/^[a-z][a-z0-9 ]{0,8}[a-z]$/)
  .filter((text) => !/^(true|false|null)$/.test(text));
const count = fc.integer();

test.each<readonly [string, Schema<unknown>, fc.Arbitrary<unknown>, (value: never) => string]>([
  ["strings", string, word, String],
  ["integers", integer, count, String],
  [
    "numbers",
    number,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    (value) => JSON.stringify(value),
  ],
  ["booleans", boolean, fc.boolean(), String],
  ["big integers", bigint, fc.bigInt(), String],
  [
    "instants",
    dateTime,
    fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true }),
    (value: Date) => value.toISOString(),
  ],
  [
    "dates of HTTP",
    dateTime,
    fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000)),
    (value: Date) => value.toUTCString(),
  ],
  [
    "lists of strings",
    array(string),
    fc.array(word, { minLength: 1 }),
    (value: string[]) => value.join(", "),
  ],
  [
    "lists of integers",
    array(integer),
    fc.array(count, { minLength: 1 }),
    (value: number[]) => value.join(),
  ],
  [
    "exploded objects",
    record(integer),
    fc.dictionary(word, count, { minKeys: 1 }),
    (value: object) =>
      Object.entries(value)
        .map((pair) => pair.join("="))
        .join(),
  ],
  [
    "objects",
    record(string),
    fc.dictionary(word, word, { minKeys: 1 }),
    (value: object) => Object.entries(value).flat().join(),
  ],
])("%s are decoded as they were written", (_, schema, arbitrary, write) => {
  fc.assert(
    fc.property(arbitrary, (value) => {
      const expected = Object.is(value, -0) ? 0 : value;
      expect(decoded(schema, write(value as never))).toEqual({ value: expected });
    }),
    runs(),
  );
});

test("any value is decoded to something, and one that does not fit is kept", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const value = text.trim();
      expect(
        decoded(
          union<unknown>(() => [integer, string]),
          value,
        ),
      ).toEqual({ value });
      const { value: found } = decoded(integer, value) as { value: unknown };
      if (typeof found !== "number") expect(found).toBe(value);
    }),
    runs(),
  );
});
