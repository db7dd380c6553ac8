/**
 * The form of a date-time of RFC 3339. Numbers that are too large for their field are checked
 * below.
 */
const RFC_3339 =
  /^\d{4}-[01]\d-[0-3]\d[Tt ][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+-][0-2]\d:[0-5]\d)$/;

/**
 * The years after which the calendar repeats, and their milliseconds. Instants are computed that
 * much later, because `Date.UTC` takes the years up to 99 for those of the 20th century.
 */
const CYCLE = 400;
const CYCLE_MS = 12_622_780_800_000;

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
  // By characters, because lists are full of dates: capturing groups take three times as long, and
  // so do alternatives in the pattern.
  const year = digits(value, 0) * 100 + digits(value, 2) + CYCLE;
  const month = digits(value, 5);
  const day = digits(value, 8);
  const hour = digits(value, 11);
  const second = digits(value, 17);
  const zone = value.length - 6;
  const sign = value[zone] === "+" ? 1 : value[zone] === "-" ? -1 : 0;
  const hours = sign * digits(value, zone + 1);
  const minutes = sign * digits(value, zone + 4);
  if (
    !month ||
    month > 12 ||
    !day ||
    (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) ||
    hour > 23 ||
    second > 60 ||
    hours * sign > 23
  )
    return undefined;
  let ms = 0;
  let unit = value[19] === "." && second < 60 ? 100 : 0;
  for (let at = 20; at < 23; at++, unit /= 10) {
    const digit = value.charCodeAt(at) - 48;
    if (digit >= 0 && digit < 10) ms += digit * unit;
    else unit = 0;
  }
  const minute = digits(value, 14) - minutes;
  return new Date(Date.UTC(year, month - 1, day, hour - hours, minute, second, ms) - CYCLE_MS);
}

/** The number of two digits. */
function digits(value: string, at: number): number {
  return value.charCodeAt(at) * 10 + value.charCodeAt(at + 1) - 528; // eleven times the code of 0
}
