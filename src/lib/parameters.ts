import { type Style, form, simple } from "./styles.js";

/** Where a member of the request goes, under which name and in which style. */
export interface Parameter {
  readonly in: "path" | "query" | "header" | "cookie";
  /** The name on the wire. */
  readonly name: string;
  /** The member of the request, or the global of the client. */
  readonly key: string;
  readonly style: Style;
}

/** A parameter in the path: `{name}` in the template. */
export function path(name: string, key: string = name, style: Style = simple): Parameter {
  return { in: "path", name, key, style };
}

/** A parameter in the query string. */
export function query(name: string, key: string = name, style: Style = form): Parameter {
  return { in: "query", name, key, style };
}

/** A request header. */
export function header(name: string, key: string = name, style: Style = simple): Parameter {
  return { in: "header", name, key, style };
}

/** A cookie. */
export function cookie(name: string, key: string = name, style: Style = form): Parameter {
  return { in: "cookie", name, key, style };
}
