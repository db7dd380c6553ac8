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
 * A value as escaped strings. Objects become names and values in turn, or `name=value` if `pairs`.
 */
function parts(value: unknown, escape: Escape, pairs: boolean): readonly string[] {
  const part = (v: unknown): string => escape(scalarToString(v));
  if (Array.isArray(value)) return items(value).map(part);
  if (!hasMembers(value)) return [part(value)];
  return entries(value).flatMap(([k, v]) =>
    pairs ? [`${escape(k)}=${part(v)}`] : [escape(k), part(v)],
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

/** `;name=a,b` and `;name=k,v`; without `=` if the value is empty. */
export const matrix: Style = (name, value, escape) =>
  matrixPair(escape(name), parts(value, escape, false).join(","));

/** `;name=a;name=b` and `;k=v`; without `=` if a value is empty. */
export const matrixExploded: Style = (name, value, escape) => {
  const pairs = hasMembers(value)
    ? entries(value)
    : parts(value, String, false).map((part) => [name, part] as const);
  return pairs.map(([k, v]) => matrixPair(escape(k), escape(scalarToString(v)))).join("");
};

function matrixPair(name: string, value: string): string {
  return value === "" ? `;${name}` : `;${name}=${value}`;
}

/**
 * `name=a&name=b` and `k=v&k=v`: the default of queries and cookies. An empty array sends nothing.
 */
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

/** `name=a%7Cb`. The `|` is encoded, because URLs must not contain it. */
export const pipeDelimited: Style = /* @__PURE__ */ joined("%7C");

/**
 * `name[k]=v`, nested objects as `name[k][l]=v` and arrays as repeated pairs, as most servers
 * expect. The brackets are encoded, because a query must not contain them.
 */
export const deepObject: Style = /* @__PURE__ */ withOpen(
  (name, value, escape) => deep(escape(name), value, escape) || undefined,
);

function deep(name: string, value: unknown, escape: Escape): string {
  if (Array.isArray(value)) return join(items(value).map((item) => deep(name, item, escape)));
  if (!hasMembers(value)) return `${name}=${escape(scalarToString(value))}`;
  return join(entries(value).map(([k, v]) => deep(name + escape(`[${k}]`), v, escape)));
}

function join(pairs: readonly string[]): string {
  return pairs.filter((pair) => pair !== "").join("&");
}

/** `name={"k":"v"}`, for parameters that the document declares with `content: application/json`. */
export const jsonValue: Style = /* @__PURE__ */ withOpen((name, value, escape) => {
  const json = escape(JSON.stringify(value));
  return name === "" ? json : `${escape(name)}=${json}`;
});

function withOpen(style: Style): Style {
  return Object.assign(style, { open: openJSON });
}

/** The same style without encoding reserved characters (RFC 3986 section 2.2): `allowReserved`. */
export function reserved(style: Style): Style {
  return (name, value, escape) =>
    style(name, value, (unescaped) =>
      // `&`, `#` and `+` stay encoded, because they would change the meaning of the value.
      escape(unescaped).replace(
        /%(?:3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B|3D)/g,
        decodeURIComponent,
      ),
    );
}
