import { InvalidRequestError } from "../errors/client.js";

/**
 * Headers as callers give them. `null` takes a header away that the SDK would send, `undefined` leaves it. A name that comes
 * twice, in a list of pairs or in other capitals, has both values, joined as `Headers` join theirs.
 */
export type HeadersLike =
  | Readonly<Record<string, string | number | boolean | null | undefined>>
  | Iterable<readonly [string, string]>
  | Headers;

/** A token, but for the one name that no plain object can hold. */
const NAME = /^(?!__proto__$)[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Sets a header after checking that it can be sent (RFC 9110 section 5.5), so that what is wrong is said here, by name and
 * without the value, and not by a transport that would quote a key in its message.
 *
 * @param name - A token: known to be one, as it comes from a description.
 */
export function setHeader(headers: Record<string, string>, name: string, value: unknown): void {
  const text = `${value}`.trim();
  if (!VALUE.test(text)) throw unsendable(name);
  headers[name.toLowerCase()] = text;
}

function unsendable(name: string): InvalidRequestError {
  return new InvalidRequestError(
    `The header "${name.slice(0, 40)}" cannot be sent: names are tokens, values Latin-1 without line breaks`,
  );
}

/** Adds pairs to the cookie header (RFC 6265 section 5.4). */
export function addCookies(headers: Record<string, string>, pairs: string): void {
  const { cookie } = headers;
  setHeader(headers, "cookie", cookie === undefined ? pairs : `${cookie}; ${pairs}`);
}

/** Sets many, whatever they are given as. One that is given twice has both values (RFC 9110 section 5.3). */
export function setHeaders(
  headers: Record<string, string>,
  given: HeadersLike | RequestInit["headers"] | null,
): void {
  if (given === undefined || given === null) return;
  const pairs: Iterable<readonly [string, unknown]> =
    Symbol.iterator in given
      ? (given as Iterable<readonly [string, string]>)
      : Object.entries(given);
  const own: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    if (value === null) delete headers[key];
    else if (value !== undefined) {
      if (!NAME.test(name)) throw unsendable(name);
      setHeader(own, key, Object.hasOwn(own, key) ? `${own[key]}, ${value}` : value);
    }
  }
  Object.assign(headers, own);
}
