import { fromBase64, fromBase64URL, toBase64, toBase64URL } from "../web/base64.js";
import type { Binary } from "../schema/scalars.js";
import { isBinary } from "../schema/scalars.js";
import { parseDateTime } from "../schema/date-time.js";
import type { UploadContent, Upload } from "../web/upload.js";

/** Where a codec of zod reports that a value has no other form. */
interface Payload {
  readonly issues: object[];
}

/** The parameters of `z.codec`: a value of one form becomes a value of the other. */
export interface Conversion<Wire, Value> {
  readonly decode: (wire: Wire, payload: Payload) => Value;
  readonly encode: (value: Value, payload: Payload) => Wire;
}

function reject<T>(payload: Payload, input: T, expected: string): T {
  payload.issues.push({ code: "custom", input, message: `expected ${expected}` });
  return input;
}

/** Whether a string is a date-time of RFC 3339 section 5.6, in upper or lower case. */
export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}

/** An instant: an RFC 3339 string on the wire, a `Date` in the SDK. */
export const instant: Conversion<string, Date> = {
  decode: (text) => parseDateTime(text) ?? new Date(Number.NaN), // checked by `isDateTime`
  encode(date, payload) {
    const text = date.toISOString();
    // RFC 3339 has four digits for the year, `toISOString` has six and a sign for all others.
    if (text.length > 24) reject(payload, date, "Date in the years 0 to 9999");
    return text;
  },
};

/** A `bigint` that is decimal digits in a string. Responses may have numbers. */
export const digits: Conversion<string | number, bigint> = {
  decode: (value) => BigInt(value),
  encode: String,
};

/** A `bigint` that is a number on the wire. Responses may have digits in a string. */
export const wholeNumber: Conversion<string | number, bigint> = {
  decode: (value) => BigInt(value),
  encode(value, payload) {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) reject(payload, value, "bigint in the safe integer range");
    return number;
  },
};

/** Whether a string is base64 (RFC 4648 section 4). */
export function isBase64(text: string): boolean {
  return fromBase64(text) !== undefined;
}

/** Bytes in base64. */
export const inBase64: Conversion<string, Uint8Array> = {
  decode: (text) => fromBase64(text) ?? new Uint8Array(), // checked by `isBase64`
  encode: toBase64,
};

/** Whether a string is base64 in either alphabet, with or without padding. */
export function isBase64URL(text: string): boolean {
  return fromBase64URL(text) !== undefined;
}

/** Bytes in base64 with the alphabet of URLs (RFC 4648 section 5). */
export const inBase64URL: Conversion<string, Uint8Array> = {
  decode: (text) => fromBase64URL(text) ?? new Uint8Array(), // checked by `isBase64URL`
  encode: toBase64URL,
};

/** Whether a value is bytes. */
export function isByteArray(value: unknown): boolean {
  return value instanceof Uint8Array;
}

/** Whether a value can be a binary body or a file. */
export function isFile(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  return isBinary(value) || typeof (value as Partial<Upload>).content === "string";
}

/** A file is sent as it is. A string with a file name becomes a Blob, which keeps the name. */
export const file: Conversion<Binary, Binary> = {
  decode: (value) => value,
  encode(value) {
    const { content } = Object(value) as { readonly content?: UploadContent };
    return typeof content === "string"
      ? { ...(value as Upload), content: new Blob([content]) }
      : value;
  },
};
