/**
 * How parameter values become strings: the styles of OpenAPI, each a small function, so that a
 * bundle contains only those that its operations use.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 * @see https://www.rfc-editor.org/rfc/rfc6570
 */
import { type Step, isObject } from "../schema/base.js";
import { openJSON } from "../schema/open.js";

/**
 * Serializes a parameter: to `name=value` pairs joined by `&` in a query or form, to the bare value
 * elsewhere. Returns `undefined` if there is nothing to send. `escape` encodes names and values.
 */
export interface Style {
  (name: string, value: unknown, escape: Escape): string | undefined;
  /** Converts values of any type. Set by the styles that write more than one level of members. */
  readonly open?: Step;
}

/** Escapes the characters of a string that its location in the request does not allow. */
export type Escape = (value: string) => string;

/**
 * Converts a value to a string. Schemas have already encoded dates and bigints, where there is one.
 */
export function scalarToString(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** Whether a value is serialized member by member. */
export function hasMembers(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof Date);
}

/** The items of an array, without `undefined` and `null`. */
function items(value: readonly unknown[]): readonly unknown[] {
  return value.filter((item) => item !== undefined && item !== null);
}

/** The members of an object, without `undefined` and `null`. */
function entries(value: Record<string, unknown>): readonly [string, unknown][] {
  return Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
}

/**
 * Returns a string that does not contain the separator of its style. Throws otherwise: no server
 * could read it back.
 */
function without(separator: string, part: string): string {
  if (part.includes(separator))
    throw new TypeError(`expected names and values without "${decodeURIComponent(separator)}"`);
  return part;
}

/**
 * A value as escaped strings, to be joined by the separator. Objects become names and values in
 * turn, or `name=value` if `pairs`. Nested objects and arrays are JSON, because OpenAPI defines
 * nothing for them.
 */
function parts(
  value: unknown,
  escape: Escape,
  separator: string,
  pairs?: boolean,
): readonly string[] {
  const part = (v: unknown): string => escape(scalarToString(v));
  const list = Array.isArray(value)
    ? items(value).map(part)
    : hasMembers(value) &&
      entries(value).flatMap(([k, v]) =>
        pairs ? [`${without("=", escape(k))}=${part(v)}`] : [escape(k), part(v)],
      );
  return list ? list.map((item) => without(separator, item)) : [part(value)];
}

/** The bare value: a string, a number or a boolean in a path or a header. */
export const scalar: Style = (_, value, escape) => escape(scalarToString(value));

/** `name=value`: a string, a number or a boolean in a query or a cookie. */
export const scalarPair: Style = (name, value, escape) =>
  `${escape(name)}=${escape(scalarToString(value))}`;

/** `a,b` and `k,v`: paths and headers, `explode: false`. */
export const simple: Style = (_, value, escape) => parts(value, escape, ",").join(",");

/** `a,b` and `k=v`: paths and headers, `explode: true`. */
export const simpleExploded: Style = (_, value, escape) =>
  parts(value, escape, ",", true).join(",");

/** `.a,b` and `.k,v`. */
export const label: Style = (_, value, escape) => `.${parts(value, escape, ",").join(",")}`;

/** `.a.b` and `.k=v`. */
export const labelExploded: Style = (_, value, escape) =>
  `.${parts(value, escape, ".", true).join(".")}`;

/** `;name=a,b` and `;name=k,v`; without `=` if the value is empty. Nothing for an empty array. */
export const matrix: Style = (name, value, escape) => {
  const list = parts(value, escape, ",");
  return list.length === 0 ? "" : matrixPair(escape(name), list.join(","));
};

/** `;name=a;name=b` and `;k=v`; without `=` if a value is empty. */
export const matrixExploded: Style = (name, value, escape) => {
  const pairs = hasMembers(value)
    ? entries(value)
    : (Array.isArray(value) ? items(value) : [value]).map((item) => [name, item] as const);
  return pairs.map(([k, v]) => matrixPair(escape(k), escape(scalarToString(v)))).join("");
};

function matrixPair(name: string, value: string): string {
  return value === "" ? `;${name}` : `;${name}=${value}`;
}

/**
 * `name=a&name=b` and `k=v&k=v`: the default of queries and cookies. An empty array sends nothing.
 */
export const form: Style = (name, value, escape) =>
  parts(value, escape, "&", true)
    .map((part) => (hasMembers(value) ? part : `${escape(name)}=${part}`))
    .join("&") || undefined;

/** `k=v&l=1&l=2`: a form with the members of an object. Nested values are JSON. */
export const formContent: Style = /* @__PURE__ */ withOpen(
  (_, value, escape) =>
    entries(Object(value))
      .map(([name, member]) =>
        hasMembers(member) ? jsonValue(name, member, escape) : form(name, member, escape),
      )
      .filter(Boolean)
      .join("&") || undefined,
);

function joined(separator: string): Style {
  return (name, value, escape) => {
    const list = parts(value, escape, separator);
    return list.length === 0 ? undefined : `${escape(name)}=${list.join(separator)}`;
  };
}

/** `name=a,b` and `name=k,v`. */
export const formJoined: Style = /* @__PURE__ */ joined(",");

/** `name=a%20b`. */
export const spaceDelimited: Style = /* @__PURE__ */ joined("%20");

/** `name=a%7Cb`. The `|` is encoded, because URLs must not contain it. */
export const pipeDelimited: Style = /* @__PURE__ */ joined("%7C");

/** `name=a%09b`: `collectionFormat: tsv` of Swagger 2.0. */
export const tabDelimited: Style = /* @__PURE__ */ joined("%09");

/**
 * `name[k]=v`, nested objects as `name[k][l]=v`, arrays of scalars as repeated pairs and other
 * arrays as `name[0][k]=v`, as most servers expect. The brackets are encoded, because a query must
 * not contain them.
 */
export const deepObject: Style = /* @__PURE__ */ withOpen(
  (name, value, escape) => deep(escape(name), value, escape) || undefined,
);

function deep(name: string, value: unknown, escape: Escape): string {
  const inner = (key: string | number, v: unknown): string =>
    deep(name + escape(`[${without("[", without("]", `${key}`))}]`), v, escape);
  if (Array.isArray(value)) {
    const all = items(value);
    // Repeated names would not say which members belong to which item.
    if (!all.some((item) => Array.isArray(item) || hasMembers(item)))
      return all.map((item) => deep(name, item, escape)).join("&");
    const pairs = all.map((item, index) => inner(index, item));
    if (pairs.includes("")) throw new TypeError("expected no empty items in an array");
    return pairs.join("&");
  }
  if (!hasMembers(value)) return `${without("=", name)}=${escape(scalarToString(value))}`;
  return entries(value)
    .map(([k, v]) => inner(k, v))
    .filter(Boolean)
    .join("&");
}

/** `{"k":"v"}`, for paths and headers that are declared with `content: application/json`. */
export const simpleJSON: Style = /* @__PURE__ */ withOpen((_, value, escape) =>
  escape(JSON.stringify(value)),
);

/** `name={"k":"v"}`, for queries and cookies that the document declares with the same. */
export const jsonValue: Style = /* @__PURE__ */ withOpen(
  (name, value, escape) => `${escape(name)}=${escape(JSON.stringify(value))}`,
);

function withOpen(style: Style): Style {
  return Object.assign(style, { open: openJSON });
}

/** The same style without encoding reserved characters (RFC 3986 section 2.2): `allowReserved`. */
export function reserved(style: Style): Style {
  const write: Style = (name, value, escape) =>
    style(name, value, (unescaped) =>
      // `&`, `#` and `+` stay encoded, because they would change the meaning of the value.
      escape(unescaped).replace(
        /%(?:3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B|3D)/g,
        decodeURIComponent,
      ),
    );
  return Object.assign(write, style);
}
