import { addCookies, setHeader } from "./headers.js";
import { type Style, formContent, scalar, scalarPair } from "./styles.js";

/** The parts of a request that parameters are written to. */
export interface Target {
  query: string;
  readonly headers: Record<string, string>;
}

/** Where and how a member of the request is sent. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  /** The name of the request member, or of the client option with the same name. */
  readonly key: string;
  /** How to serialize the value. Defaults to a style for scalars: the others are imported. */
  readonly style: Style;
  /** Writes a value. Absent for path parameters, which are inserted into the path template. */
  readonly write?: (value: unknown, into: Target) => void;
}

/** A path parameter: `{name}` in the template. */
export function path(name: string, key: string = name, style: Style = scalar): Parameter {
  return { name, key, style };
}

/** A query parameter. */
export function query(name: string, key: string = name, style: Style = scalarPair): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      const pair = style(name, value, encodeURIComponent);
      if (pair !== undefined) into.query += `${into.query === "" ? "?" : "&"}${pair}`;
    },
  };
}

/**
 * The whole query string: a form, unless the style says otherwise. Nothing else adds a `name=` in
 * front of it.
 */
export function querystring(
  name: string,
  key: string = name,
  style: Style = formContent,
): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      const text = style(name, value, encodeURIComponent);
      if (text) into.query += `${into.query === "" ? "?" : "&"}${text}`;
    },
  };
}

/** A header parameter. */
export function header(name: string, key: string = name, style: Style = scalar): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      const text = style("", value, String) ?? "";
      if (text === "" && Array.isArray(value) && value.includes(""))
        throw new TypeError('expected no array that only holds ""');
      setHeader(into.headers, name, text);
    },
  };
}

/** A cookie parameter (RFC 6265). */
export function cookie(name: string, key: string = name, style: Style = scalarPair): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      // A semicolon ends a cookie, even with `allowReserved`.
      const pairs = style(name, value, encodeURIComponent)
        ?.replaceAll(";", "%3B")
        .replaceAll("&", "; ");
      if (pairs !== undefined) addCookies(into.headers, pairs);
    },
  };
}

/**
 * A cookie parameter whose value is sent as it is, without percent-encoding: `style: cookie`.
 *
 * @param style - `form` for arrays and objects, or `formJoined` for those in one cookie. Defaults
 *   to a style for scalars.
 */
export function plainCookie(
  name: string,
  key: string = name,
  style: Style = scalarPair,
): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      const pairs = style(name, value, encodeCookie);
      if (pairs !== undefined)
        addCookies(into.headers, pairs.replaceAll("&", "; ").replaceAll(AMPERSAND, "&"));
    },
  };
}

/** Stands for an ampersand in a value while ampersands separate cookies. No header can hold it. */
const AMPERSAND = "\0";

function encodeCookie(value: string): string {
  // Only what would end the cookie is refused: the rest is up to whoever gives it.
  if (/[;\0]/.test(value)) throw new TypeError('expected names and values without ";"');
  return value.replaceAll("&", AMPERSAND);
}
