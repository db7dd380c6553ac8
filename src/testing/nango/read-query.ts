import { isRecord } from "../messages.js";

/**
 * Reads a query like the server does: `tags[plan]=pro` is an object, and a name that is given twice
 * is a list.
 */
export function readQuery(query: URLSearchParams): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of query) {
    // `tags[plan]`: what is between brackets is a key of its own.
    const keys = name.endsWith("]") ? name.slice(0, -1).split(/\]?\[/) : [name];
    put(result, keys, value);
  }
  return result;
}

function put(target: Record<string, unknown>, keys: readonly string[], value: string): void {
  const [key = "", next, ...rest] = keys;
  const before = Object.hasOwn(target, key) ? target[key] : undefined;
  if (next === undefined) {
    define(target, key, before === undefined ? value : [before, value].flat());
  } else if (/^\d*$/.test(next)) {
    // A number or nothing between the brackets makes a list.
    define(target, key, before === undefined ? [value] : [before, value].flat());
  } else {
    const inner = isRecord(before) ? before : {};
    put(inner, [next, ...rest], value);
    define(target, key, inner);
  }
}

/** Sets a member, whatever it is called. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
