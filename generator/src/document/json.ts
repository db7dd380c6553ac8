/** A parsed JSON or YAML value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of {@link Json}. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Narrows to an object that is neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Narrows to a list; unlike `Array.isArray` it keeps the element type. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** An own member, never one inherited from `Object.prototype`. */
export function member(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * The object with every member changed, or the object itself if nothing changes. Safe for a member
 * named `__proto__`.
 */
export function mapMembers(
  value: JsonObject,
  change: (value: Json, key: string) => Json,
): JsonObject {
  // Most objects do not change, so nothing is copied before something does.
  let entries: [string, Json][] | undefined;
  Object.keys(value).forEach((key, index) => {
    const before = value[key] as Json; // an own key
    const after = change(before, key);
    if (after !== before) (entries ??= Object.entries(value))[index] = [key, after];
  });
  return entries ? Object.fromEntries(entries) : value;
}

/** A copy without some members. */
export function without(value: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/**
 * A string as it is, anything else as JSON. `String` throws for an object with a member named
 * `toString`.
 */
export function show(value: Json | undefined): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Deeply freezes and returns the value. */
export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}
