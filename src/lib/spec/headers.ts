import { InvalidRequestError } from "../errors/client.js";

/**
 * Headers of a call. `null` removes a header that the SDK would send, `undefined` keeps it. A name
 * that occurs twice, in a list of pairs or with different capitalization, gets both values, joined
 * by `, `.
 */
export type HeadersLike =
  | Readonly<Record<string, string | number | boolean | null | undefined>>
  | Iterable<readonly [string, string]>
  | Headers;

/** A token (RFC 9110 section 5.6.2), except the one name that cannot be set on a plain object. */
const NAME = /^(?!__proto__$)[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** A name that consists of words. Anything else that is passed for a name may be a key. */
const WORDS = /^[a-z-]{1,40}$/i;

/**
 * Validates a value (RFC 9110 section 5.5) and sets the header. Validation is done here, because
 * the message of a transport might quote the value, which can be a key.
 *
 * @param name - A valid name, as it comes from the document.
 */
export function setHeader(headers: Record<string, string>, name: string, value: unknown): void {
  const encoded = encodeValue(value);
  if (encoded === undefined) throw invalidHeader(` "${name}"`);
  headers[name.toLowerCase()] = encoded;
}

/** Returns the value as it is sent, or `undefined` if it cannot be. */
function encodeValue(value: unknown): string | undefined {
  // A promise or a function would be sent as the string that it becomes.
  if (typeof value !== "string" && (Object(value) === value || typeof value === "symbol"))
    return undefined;
  const encoded = `${value}`.trim();
  return VALUE.test(encoded) ? encoded : undefined;
}

function invalidHeader(quoted: string): InvalidRequestError {
  return new InvalidRequestError(
    `Invalid header${quoted}: names must be tokens, values strings in Latin-1 without line breaks`,
  );
}

/** Adds `name=value` pairs to the `Cookie` header (RFC 6265 section 5.4). */
export function addCookies(headers: Record<string, string>, pairs: string): void {
  const { cookie } = headers;
  setHeader(headers, "cookie", cookie === undefined ? pairs : `${cookie}; ${pairs}`);
}

/** The names and values of headers from any source. Reads an iterator to its end. */
export function readHeaders(
  source: HeadersLike | RequestInit["headers"] | null,
): readonly (readonly [string, unknown])[] {
  if (source === undefined || source === null) return [];
  // Without the value, which may be a header with a key in it.
  if (typeof source !== "object" || "then" in source)
    throw new InvalidRequestError(
      `headers: expected an object, pairs or Headers, received ${typeof source === "object" ? "a promise" : typeof source}`,
    );
  if (!(Symbol.iterator in source)) return Object.entries(source);
  const pairs: readonly unknown[] = [...source];
  if (!pairs.every((pair) => Array.isArray(pair) && typeof pair[0] === "string"))
    throw new InvalidRequestError("headers: expected pairs of a name and a value");
  return pairs as [string, unknown][]; // checked on the line before
}

/** Sets headers from any source. Joins the values of repeated names (RFC 9110 section 5.3). */
export function setHeaders(
  headers: Record<string, string>,
  source: HeadersLike | RequestInit["headers"] | null,
): void {
  if (source === undefined) return;
  const joined: Record<string, string> = {};
  for (const [name, value] of readHeaders(source)) {
    const key = name.toLowerCase();
    if (value === null) delete headers[key];
    else if (value !== undefined) {
      const encoded = encodeValue(value);
      if (encoded === undefined || !NAME.test(name))
        throw invalidHeader(WORDS.test(name) ? ` "${name}"` : "");
      joined[key] = Object.hasOwn(joined, key) ? `${joined[key]}, ${encoded}` : encoded;
    }
  }
  Object.assign(headers, joined);
}
