import { addCookies, setHeader } from "./headers.js";
import { type Style, form, simple } from "./styles.js";

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
  /** How to serialize the value. */
  readonly style: Style;
  /** Writes a value. Absent for path parameters, which are inserted into the path template. */
  readonly write?: (value: unknown, into: Target) => void;
}

/** A path parameter: `{name}` in the template. */
export function path(name: string, key: string = name, style: Style = simple): Parameter {
  return { name, key, style };
}

/** A query parameter. */
export function query(name: string, key: string = name, style: Style = form): Parameter {
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

/** A header parameter. */
export function header(name: string, key: string = name, style: Style = simple): Parameter {
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
export function cookie(name: string, key: string = name, style: Style = form): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      const pairs = style(name, value, encodeURIComponent)?.replaceAll("&", "; ");
      if (pairs !== undefined) addCookies(into.headers, pairs);
    },
  };
}
