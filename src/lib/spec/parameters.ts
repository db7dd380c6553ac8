import { addCookies, setHeader } from "./headers.js";
import { type Style, form, simple } from "./styles.js";

/** Where parameters are written to. */
export interface Target {
  query: string;
  readonly headers: Record<string, string>;
}

/** Where a member of the request goes, under which name and in which style. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  /** The member of the request, or the global of the client. */
  readonly key: string;
  readonly style: Style;
  /** Writes a value that is there. Absent for path parameters, which the path template places. */
  readonly write?: (value: unknown, into: Target) => void;
}

/** A parameter in the path: `{name}` in the template. */
export function path(name: string, key: string = name, style: Style = simple): Parameter {
  return { name, key, style };
}

/** A parameter in the query string. */
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

/** A request header. */
export function header(name: string, key: string = name, style: Style = simple): Parameter {
  return {
    name,
    key,
    style,
    write(value, into) {
      setHeader(into.headers, name, style("", value, String) ?? "");
    },
  };
}

/** A cookie (RFC 6265). */
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
