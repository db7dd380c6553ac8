/**
 * How parameter values become text: the styles of OpenAPI, one small function each, so that a bundle holds only those that
 * its operations name.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 * @see https://www.rfc-editor.org/rfc/rfc6570
 */
import { isObject } from "../schema/base.js";

/**
 * Writes a parameter: `name=value` pairs joined by `&` in a query or form, the bare value elsewhere. `undefined` where there
 * is nothing to write. `escape` percent-encodes what the place does not take.
 */
export type Style = (name: string, value: unknown, escape: Escape) => string | undefined;

/** Makes a text safe for the place it goes to. */
export type Escape = (text: string) => string;

/** A scalar as text. Dates and bigints were encoded by the schema already, unless no schema saw them. */
export function scalarToString(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** Whether a value is written member by member. */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof Date);
}

/** The values of a list that are there. */
function items(value: readonly unknown[]): readonly unknown[] {
  return value.filter((item) => item !== undefined && item !== null);
}

/** The members of an object that are there. */
function entries(value: Record<string, unknown>): readonly [string, unknown][] {
  return Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
}

/** A value as a list of texts: objects as `key,value` pairs, or `key=value` when `pairs` says so. */
function parts(value: unknown, escape: Escape, pairs: boolean): readonly string[] {
  const text = (v: unknown): string => escape(scalarToString(v));
  if (Array.isArray(value)) return items(value).map(text);
  if (!hasMembers(value)) return [text(value)];
  return entries(value).flatMap(([k, v]) =>
    pairs ? [`${escape(k)}=${text(v)}`] : [escape(k), text(v)],
  );
}

/** `a,b` and `k,v`: paths and headers, `explode: false`. */
export const simple: Style = (_, value, escape) => parts(value, escape, false).join(",");

/** `a,b` and `k=v`: paths and headers, `explode: true`. */
export const simpleExploded: Style = (_, value, escape) => parts(value, escape, true).join(",");

/** `.a,b` and `.k,v`. */
export const label: Style = (_, value, escape) => `.${parts(value, escape, false).join(",")}`;

/** `.a.b` and `.k=v`. */
export const labelExploded: Style = (_, value, escape) =>
  `.${parts(value, escape, true).join(".")}`;

/** `;name=a,b` and `;name=k,v`; without `=` where the value is empty. */
export const matrix: Style = (name, value, escape) =>
  matrixPair(escape(name), parts(value, escape, false).join(","));

/** `;name=a;name=b` and `;k=v`; without `=` where a value is empty. */
export const matrixExploded: Style = (name, value, escape) => {
  const pairs = hasMembers(value)
    ? entries(value)
    : parts(value, String, false).map((part) => [name, part] as const);
  return pairs.map(([k, v]) => matrixPair(escape(k), escape(scalarToString(v)))).join("");
};

function matrixPair(name: string, text: string): string {
  return text === "" ? `;${name}` : `;${name}=${text}`;
}

/** `name=a&name=b` and `k=v&k=v`: queries and cookies by default. An empty list writes nothing. */
export const form: Style = (name, value, escape) =>
  (hasMembers(value)
    ? parts(value, escape, true)
    : parts(value, escape, false).map((part) => `${escape(name)}=${part}`)
  ).join("&") || undefined;

function joined(separator: string): Style {
  return (name, value, escape) => {
    const list = parts(value, escape, false);
    return list.length === 0 ? undefined : `${escape(name)}=${list.join(separator)}`;
  };
}

/** `name=a,b` and `name=k,v`. */
export const formJoined: Style = /* @__PURE__ */ joined(",");

/** `name=a%20b`. */
export const spaceDelimited: Style = /* @__PURE__ */ joined("%20");

/** `name=a%7Cb`; the bar is encoded, since URLs do not take it bare. */
export const pipeDelimited: Style = /* @__PURE__ */ joined("%7C");

/**
 * `name[k]=v`, nested objects as `name[k][l]=v` and lists as repeated pairs, which is what servers commonly read. The brackets
 * are encoded, since URLs do not take them bare.
 */
export const deepObject: Style = (name, value, escape) =>
  deep(escape(name), value, escape) || undefined;

function deep(name: string, value: unknown, escape: Escape): string {
  if (Array.isArray(value)) return join(items(value).map((item) => deep(name, item, escape)));
  if (!hasMembers(value)) return `${name}=${escape(scalarToString(value))}`;
  return join(entries(value).map(([k, v]) => deep(name + escape(`[${k}]`), v, escape)));
}

function join(pairs: readonly string[]): string {
  return pairs.filter((pair) => pair !== "").join("&");
}

/** `name={"k":"v"}`, for parameters whose description has `content: application/json`. */
export const jsonValue: Style = (name, value, escape) => {
  const text = escape(JSON.stringify(value));
  return name === "" ? text : `${escape(name)}=${text}`;
};

/** The same style with reserved characters (RFC 3986 section 2.2) left as they are: `allowReserved`. */
export function reserved(style: Style): Style {
  return (name, value, escape) =>
    style(name, value, (text) =>
      // What would end the value early (`&`, `#`, `+`) stays encoded.
      escape(text).replace(
        /%(?:3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B|3D)/g,
        decodeURIComponent,
      ),
    );
}
