import { membersOf } from "./read.js";

/** What a verb returns, as far as it has connections. */
type Shown = { readonly connections?: unknown; readonly connection?: unknown };

/**
 * Makes the `raw` of each connection in the value of a verb an accessor that is not enumerable: it
 * can hold a customer's tokens, which `JSON.stringify`, `console.log`, `structuredClone` and a copy
 * must not take along. Bun prints members that are not enumerable, but not what accessors return.
 */
export function hideRaw(value: unknown): void {
  // The value may be of any type.
  const { connections, connection = value } = membersOf(value as Shown);
  for (const each of Array.isArray(connections) ? connections : [connection])
    if (Object.hasOwn(membersOf(each), "raw")) {
      const { raw } = each as { readonly raw: unknown }; // it has one
      // Unlike `Object.defineProperty`, it does not throw if a platform returns a frozen object.
      Reflect.defineProperty(each as object, "raw", { get: () => raw, enumerable: false });
    }
}
