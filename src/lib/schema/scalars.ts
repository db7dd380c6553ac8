import { fromBase64, fromBase64URL, toBase64, toBase64URL } from "../web/base64.js";
import { type NativeFile, isNativeFile } from "../web/native-file.js";
import { type Upload, isBytes, isUpload } from "../web/upload.js";
import { type Definition, type Walk, expected, isLossy, isObject, schema } from "./base.js";
import { parseDateTime } from "./date-time.js";
import type { Schema, Unchecked } from "./types.js";

function scalar(
  description: string,
  isValid: (value: unknown, walk: Walk) => boolean,
  is?: Definition["is"],
): Unchecked {
  return schema(
    (value, walk) => (isValid(value, walk) ? value : expected(value, walk, description)),
    { is },
  );
}

/** Any string. */
export const string: Schema<string> = /* @__PURE__ */ scalar(
  "string",
  (v) => typeof v === "string",
  "string",
);

/** Any finite number. JSON has no other numbers. */
export const number: Schema<number> = /* @__PURE__ */ scalar(
  "number",
  (v) => typeof v === "number" && Number.isFinite(v),
);

/** An integer in requests. Any number in responses, because servers are not that precise. */
export const integer: Schema<number> = /* @__PURE__ */ scalar("integer", (v, walk) =>
  walk.encoding ? Number.isInteger(v) : typeof v === "number",
);

/** `true` or `false`. */
export const boolean: Schema<boolean> = /* @__PURE__ */ scalar(
  "boolean",
  (v) => typeof v === "boolean",
  "boolean",
);

/**
 * Any value: kept as it is in responses. In requests what JSON cannot carry is an issue: anywhere
 * within the value if it is sent as JSON, and as a whole otherwise.
 */
export const unknown: Schema<unknown> = /* @__PURE__ */ schema((value, walk) => {
  if (!walk.encoding) return value;
  if (walk.open) return walk.open(value, walk);
  const isLost =
    isObject(value) && !(value instanceof Date) && isLossy(value, Object.keys(value).length === 0);
  return isLost ? expected(value, walk, "value that can be serialized") : value;
});

/** Only `null`. */
export const nil: Schema<null> = /* @__PURE__ */ scalar("null", (v) => v === null);

/**
 * An instant: an RFC 3339 string on the wire, a `Date` in the SDK. Vendors send offsets and up to
 * nine fractional digits; a `Date` keeps milliseconds. What is not RFC 3339, such as a time without
 * an offset, does not fit: it would be another instant on another machine. Set `dateTime: string`
 * in `gen.yaml` to keep the string.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339
 */
export const dateTime: Schema<Date> = /* @__PURE__ */ schema((value, walk) => {
  if (!walk.encoding)
    return (
      (typeof value === "string" ? parseDateTime(value) : undefined) ??
      expected(value, walk, "date-time")
    );
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    return expected(value, walk, "Date");
  const text = value.toISOString();
  // RFC 3339 has four digits for the year, `toISOString` has six and a sign for all others.
  return text.length > 24 ? expected(value, walk, "Date in the years 0 to 9999") : text;
});

/** The range of `Number.isSafeInteger`, which JSON numbers represent exactly. */
const SAFE = " in the safe integer range";

function bigintOn(wire: "string" | "number"): Schema<bigint> {
  return schema((value, walk) => {
    if (walk.encoding) {
      if (typeof value !== "bigint") return expected(value, walk, "bigint");
      if (wire === "string") return value.toString();
      return Number.isSafeInteger(Number(value))
        ? Number(value)
        : expected(value, walk, `bigint${SAFE}`);
    }
    const isValid = typeof value === "string" ? /^-?\d+$/.test(value) : Number.isSafeInteger(value);
    if (isValid) return BigInt(value as string | number); // checked on the line before
    return expected(value, walk, typeof value === "number" ? `integer${SAFE}` : "integer");
  });
}

/** An integer of any size: decimal digits in a JSON string, a `bigint` in the SDK. */
export const bigint: Schema<bigint> = /* @__PURE__ */ bigintOn("string");

/**
 * An integer that is a JSON number on the wire and a `bigint` in the SDK. Integers beyond 2^53 are
 * rejected, because `JSON.parse` has already rounded them: an API with such numbers must send
 * strings.
 */
export const bigintNumber: Schema<bigint> = /* @__PURE__ */ bigintOn("number");

/**
 * Bytes inside JSON or a parameter: a base64 string on the wire (RFC 4648 section 4), a
 * `Uint8Array` in the SDK.
 */
export const base64: Schema<Uint8Array> = /* @__PURE__ */ bytesAs("base64", toBase64, fromBase64);

/**
 * {@link base64} in the alphabet that is safe in URLs and file names, without padding (RFC 4648
 * section 5). Responses may have padding, and either alphabet.
 */
export const base64url: Schema<Uint8Array> = /* @__PURE__ */ bytesAs(
  "base64url",
  toBase64URL,
  fromBase64URL,
);

function bytesAs(
  name: string,
  write: (bytes: Uint8Array) => string,
  parse: (text: string) => Uint8Array | undefined,
): Schema<Uint8Array> {
  return schema((value, walk) => {
    if (walk.encoding)
      return value instanceof Uint8Array ? write(value) : expected(value, walk, "Uint8Array");
    const bytes = typeof value === "string" ? parse(value) : undefined;
    return bytes ?? expected(value, walk, name);
  });
}

/** The types that you can pass as a binary body or file. */
export type Binary =
  | Blob
  | ArrayBufferView
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | string
  /** Node's `Readable`, an async generator, ... */
  | AsyncIterable<Uint8Array | string>
  | Upload
  /** In React Native only. */
  | NativeFile;

/** Raw bytes, sent as they are. */
export const binary: Schema<Binary> = /* @__PURE__ */ schema((value, walk) => {
  if (typeof value === "string" || (typeof value === "object" && value !== null && isBinary(value)))
    return value;
  const { content } = Object(value) as Partial<Upload>;
  // In a member of any type this would be JSON.
  if (walk.encoding && typeof content === "string")
    return { ...(value as Upload), content: new Blob([content]) };
  return expected(value, walk, "Blob, Uint8Array, ArrayBuffer, ReadableStream or string");
});

/** Whether an object can be sent as bytes. */
export function isBinary(value: object): boolean {
  return isBytes(value) || isUpload(value) || isNativeFile(value);
}

/** Only this value. */
export function literal(value: string | number | boolean | null): Unchecked {
  return scalar(JSON.stringify(value), (v) => v === value);
}

/**
 * An enum that accepts only its values in requests (`x-speakeasy-unknown-values: disallow`).
 * Responses may hold other ones, because servers are newer than this SDK.
 */
export function closedEnum(values: Readonly<Record<string, string | number>>): Unchecked {
  const allowed = new Set<unknown>(Object.values(values));
  const types = new Set(Object.values(values).map((value) => typeof value));
  return schema((value, { encoding, issues }) => {
    if (!allowed.has(value)) {
      const isKept = !encoding && types.has(typeof value as "string" | "number");
      issues.push({ code: "invalid_value", values: [...allowed], input: value, isKept });
    }
    return value;
  });
}
