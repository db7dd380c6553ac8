import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDateTime } from "../../../src/lib/schema/date-time.js";

/** The grammar of RFC 3339 section 5.6, read by groups and computed by `Date`. */
const GRAMMAR =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

function expected(value: string): number | undefined {
  const groups = GRAMMAR.exec(value);
  if (!groups) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = groups
    .slice(1, 7)
    .map(Number);
  const [, , , , , , , fraction = "", sign, offsetHour = "0", offsetMinute = "0"] = groups;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const isDay = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  const isTime = hour < 24 && minute < 60 && second < 61;
  if (!isDay || !isTime || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === "-" ? -1 : 1);
  // A leap second is the first instant of the next minute.
  const ms = second === 60 ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + ms;
}

const digits = (count: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((number) => String(number).padStart(count, "0"));

const dateTime = fc
  .tuple(
    digits(4, 9_999),
    fc.constantFrom("-"),
    digits(2, 14),
    fc.constantFrom("-"),
    digits(2, 33),
    fc.constantFrom("T", "t", " "),
    digits(2, 25),
    fc.constantFrom(":"),
    digits(2, 61),
    fc.constantFrom(":"),
    digits(2, 62),
    fc.oneof(
      fc.constant(""),
      fc.integer({ min: 0 }).map((number) => `.${number}`),
    ),
    fc.oneof(
      fc.constantFrom("Z", "z"),
      fc
        .tuple(fc.constantFrom("+", "-"), digits(2, 25), digits(2, 61))
        .map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
    ),
  )
  .map((parts) => parts.join(""));

test("a date-time is the instant that Date computes from its fields, or none", () => {
  fc.assert(
    fc.property(dateTime, (value) => {
      expect(parseDateTime(value)?.getTime()).toBe(expected(value));
    }),
    { numRuns: 20_000 },
  );
});

test("a date-time with a character that is changed is read as its fields say", () => {
  fc.assert(
    fc.property(dateTime, fc.nat(40), fc.string({ maxLength: 2 }), (value, at, other) => {
      const changed = value.slice(0, at) + other + value.slice(at + 1);
      expect(parseDateTime(changed)?.getTime()).toBe(expected(changed));
    }),
    { numRuns: 5_000 },
  );
});

test("every day of 800 years is read, and no other", () => {
  for (let year = 0; year < 800; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 27; day <= 32; day++) {
        const date = [String(year).padStart(4, "0"), month, day]
          .map((part) => String(part).padStart(2, "0"))
          .join("-");
        const value = `${date}T00:00:00Z`;
        if (parseDateTime(value)?.getTime() !== expected(value)) expect.fail(value);
      }
});

test("dates that JavaScript writes are read back", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z") }),
      (date) => {
        fc.pre(!Number.isNaN(date.getTime()));
        expect(parseDateTime(date.toISOString())).toEqual(date);
      },
    ),
  );
});
