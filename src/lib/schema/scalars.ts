import { fromBase64, toBase64 } from "../web/base64.js";
import { type Definition, type Walk, expected, schema } from "./base.js";
import type { Schema } from "./types.js";

function scalar<T>(
  what: string,
  fits: (value: unknown, walk: Walk) => boolean,
  is?: Definition["is"],
): Schema<T> {
  return schema<T>((value, walk) => (fits(value, walk) ? value : expected(value, walk, what)), {
    is,
  });
}

/** Any text. */
export const string: Schema<string> = /* @__PURE__ */ scalar(
  "string",
  (v) => typeof v === "string",
  "string",
);

/** Any finite number: JSON has no others. */
export const number: Schema<number> = /* @__PURE__ */ scalar(
  "number",
  (v) => typeof v === "number" && Number.isFinite(v),
);

/** A whole number in requests. Responses may hold any number, as servers write `1.0` and worse. */
export const integer: Schema<number> = /* @__PURE__ */ scalar("integer", (v, walk) =>
  walk.encoding ? Number.isInteger(v) : typeof v === "number",
);

/** True or false. */
export const boolean: Schema<boolean> = /* @__PURE__ */ scalar(
  "boolean",
  (v) => typeof v === "boolean",
  "boolean",
);

/** Anything, kept as it is. */
export const unknown: Schema<unknown> = /* @__PURE__ */ scalar("anything", () => true);

/** `null` and nothing else. */
export const nil: Schema<null> = /* @__PURE__ */ scalar("null", (v) => v === null);

/**
 * An instant: RFC 3339 text on the wire, a `Date` in the SDK. Read leniently, because vendors write offsets, spaces and
 * up to nine fraction digits; a `Date` keeps milliseconds. Without an offset it is UTC. Set `dateTime: string` in `gen.yaml` to keep the text.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339
 */
export const dateTime: Schema<Date> = /* @__PURE__ */ schema((value, walk) => {
  if (walk.encoding) {
    return value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString()
      : expected(value, walk, "Date");
  }
  const date = new Date(typeof value === "string" ? zoned(value) : Number.NaN);
  return Number.isNaN(date.getTime()) ? expected(value, walk, "date-time") : date;
});

/** Vendors leave the offset out and mean UTC; `Date` would take the machine's own time zone. */
function zoned(text: string): string {
  return text.endsWith("Z") ? text : text.replace(/^([\d-]+)[T ]([\d:.]+)$/, "$1T$2Z");
}

function bigintOn(wire: "string" | "number"): Schema<bigint> {
  return schema((value, walk) => {
    if (walk.encoding) {
      if (typeof value !== "bigint") return expected(value, walk, "bigint");
      if (wire === "string") return value.toString();
      return Number.isSafeInteger(Number(value))
        ? Number(value)
        : expected(value, walk, "bigint within the range that JSON numbers keep exactly");
    }
    const fits = typeof value === "string" ? /^-?\d+$/.test(value) : Number.isSafeInteger(value);
    if (fits) return BigInt(value as string | number); // checked just before
    const exact =
      typeof value === "number" ? " within the range that JSON numbers keep exactly" : "";
    return expected(value, walk, `integer${exact}`);
  });
}

/** A whole number of any size: decimal digits in a JSON string, a `bigint` in the SDK. */
export const bigint: Schema<bigint> = /* @__PURE__ */ bigintOn("string");

/**
 * A whole number that is a JSON number on the wire and a `bigint` in the SDK. `JSON.parse` has rounded what is beyond 2^53 before
 * we see it, so that is refused: an API with such numbers has to write them as strings.
 */
export const bigintNumber: Schema<bigint> = /* @__PURE__ */ bigintOn("number");

/** Octets inside JSON: base64 text on the wire (RFC 4648 section 4), a `Uint8Array` in the SDK. */
export const base64: Schema<Uint8Array> = /* @__PURE__ */ schema((value, walk) => {
  if (walk.encoding) {
    return value instanceof Uint8Array ? toBase64(value) : expected(value, walk, "Uint8Array");
  }
  const octets = typeof value === "string" ? fromBase64(value) : undefined;
  return octets ?? expected(value, walk, "base64");
});

/** What a binary body or file may be given as. */
export type Binary = Blob | Uint8Array | ArrayBuffer | ReadableStream<Uint8Array> | string;

/** A body of raw octets, sent as it is given. */
export const binary: Schema<Binary> = /* @__PURE__ */ scalar(
  "Blob, Uint8Array, ArrayBuffer, ReadableStream or string",
  (v) => typeof v === "string" || (typeof v === "object" && v !== null && isOctets(v)),
);

function isOctets(value: object): boolean {
  // By shape and not by class: Blob and ReadableStream polyfills and other realms' classes serve as well.
  return (
    ArrayBuffer.isView(value) ||
    value instanceof ArrayBuffer ||
    "arrayBuffer" in value ||
    "getReader" in value
  );
}

/** Exactly this value. */
export function literal<const T extends string | number | boolean | null>(value: T): Schema<T> {
  return scalar<T>(JSON.stringify(value), (v) => v === value);
}

/** An enum that admits its values only (`x-speakeasy-unknown-values: disallow`). */
export function closedEnum<const T extends string | number>(
  values: Readonly<Record<string, T>>,
): Schema<T> {
  const allowed = new Set<unknown>(Object.values(values));
  return schema((value, walk) => {
    if (!allowed.has(value)) {
      walk.issues.push({ code: "invalid_value", values: [...allowed], input: value });
    }
    return value;
  });
}
