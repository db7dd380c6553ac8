import { type Step, type Walk, assign, expected, isLossy, member, missing, tagOf } from "./base.js";

/**
 * Converts a value of any type to JSON, for members that the document does not describe. The result
 * is a copy: each member is read once, and what was read is what is sent.
 *
 * What JSON cannot carry is an issue with its path: a Map, a promise, a function, NaN, an invalid
 * date, a cycle. `JSON.stringify` writes `{}` or `null` for most of them, and leaves others out.
 */
export const openJSON: Step = (value, walk) => {
  try {
    return toJSON(value, walk, "", []);
  } catch {
    // A getter or a `toJSON` has thrown, or the value is nested too deeply.
    return expected(value, walk, "value that can be serialized");
  }
};

const JSON_VALUE = "JSON value";

function toJSON(
  input: unknown,
  walk: Walk,
  key: string | number,
  parents: readonly unknown[],
): unknown {
  const value = ownForm(input, key);
  if (value === null || value === undefined || typeof value === "string" || value === !!value)
    return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object") return expected(value, walk, JSON_VALUE);
  if (parents.includes(input)) return expected(value, walk, "JSON value without cycles");
  const inside = [...parents, input];
  const convert = (item: unknown, at: string | number): unknown =>
    member((each) => toJSON(each, walk, at, inside), item, walk, at);
  if (Array.isArray(value))
    return Array.from(value as unknown[], (item, i) =>
      item === undefined ? member(missing, item, walk, i) : convert(item, i),
    );
  const keys = Object.keys(value);
  if (isLossy(value, keys.length === 0)) return expected(value, walk, JSON_VALUE);
  const output: Record<string, unknown> = {};
  for (const at of keys) {
    const next = convert((value as Record<string, unknown>)[at], at);
    if (next !== undefined) assign(output, at, next);
  }
  return output;
}

/**
 * What JSON has for a value: what its `toJSON` returns, or the value in a box such as `Object(1)`.
 */
function ownForm(value: unknown, key: string | number): unknown {
  if (value === null || (typeof value !== "object" && typeof value !== "bigint")) return value;
  if (/^(Number|String|Boolean)$/.test(tagOf(value))) return value.valueOf();
  const { toJSON, getTime } = value as { toJSON?: unknown; getTime?: unknown };
  // The `toJSON` of an invalid date returns null. By shape, for dates of other realms.
  const isInvalid = typeof getTime === "function" && Number.isNaN(getTime.call(value));
  return typeof toJSON === "function" && !isInvalid ? toJSON.call(value, `${key}`) : value;
}
