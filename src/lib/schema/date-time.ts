/**
 * The form of a date-time of RFC 3339. Numbers that are too large for their field are checked
 * below.
 */
const RFC_3339 =
  /^\d{4}-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+-][0-2]\d:[0-5]\d)$/;

const DAY_MS = 86_400_000;

/**
 * Parses a date-time of RFC 3339 section 5.6: the same instant on every machine, or `undefined` if
 * the string is not one. `Date` itself also accepts `"1"`, `"May 1"` and the 30th of February, and
 * reads times without an offset as local.
 *
 * `T` and `Z` may be in lower case, and a space may take the place of `T`. Fractions of a second
 * are truncated to milliseconds. A leap second is the first instant of the next minute, because
 * `Date` has none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function parseDateTime(value: string): Date | undefined {
  if (!RFC_3339.test(value)) return undefined;
  // By characters and in integers, because lists are full of dates: capturing groups and `Date.UTC`
  // take twice as long.
  const year = digits(value, 0) * 100 + digits(value, 2);
  const month = digits(value, 5);
  const day = digits(value, 8);
  const hour = digits(value, 11);
  const second = digits(value, 17);
  const days = daysSince1970(year, month, day);
  if (
    !month ||
    month > 12 ||
    !day ||
    (day > 28 && day !== new Date(days * DAY_MS).getUTCDate()) ||
    hour > 23 ||
    second > 60
  )
    return undefined;
  let minute = hour * 60 + digits(value, 14);
  const zone = value.length - 6;
  const sign = value[zone] === "+" ? 1 : value[zone] === "-" ? -1 : 0;
  if (sign) {
    const hours = digits(value, zone + 1);
    if (hours > 23) return undefined;
    minute -= sign * (hours * 60 + digits(value, zone + 4));
  }
  let ms = 0;
  let unit = value[19] === "." && second < 60 ? 100 : 0;
  for (let at = 20; unit >= 1; at++, unit /= 10) {
    const digit = value.charCodeAt(at) - 48;
    if (digit >= 0 && digit < 10) ms += digit * unit;
    else unit = 0;
  }
  return new Date(days * DAY_MS + (minute * 60 + second) * 1_000 + ms);
}

/**
 * The days from 1970-01-01 to a day of the Gregorian calendar. Years begin in March here, so that
 * the day that may be missing is their last.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function daysSince1970(year: number, month: number, day: number): number {
  const months = (month + 9) % 12;
  // Later by 400 years, after which the calendar repeats, so that no number is negative.
  const years = year + (months > 9 ? 399 : 400);
  return (
    ((years * 365.25) | 0) -
    ((years / 100) | 0) +
    ((years / 400) | 0) +
    ((months * 30.6 + 0.5) | 0) +
    day -
    865_566
  );
}

/** The number of two digits. */
function digits(value: string, at: number): number {
  return value.charCodeAt(at) * 10 + value.charCodeAt(at + 1) - 528; // eleven times the code of 0
}
