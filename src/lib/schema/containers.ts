import { type Payload, each, expected, isObject, member, schema, walker } from "./base.js";
import type { Schema } from "./types.js";

// What these two answer is said with the type of the schema and not of its value, which is less work for the compiler: models are
// full of them.

/** A member that may be absent. A `null` in a response counts as absent where the schema does not admit it. */
export function optional<S extends Schema<unknown>>(of: S): S | Schema<undefined> {
  const inner = walker(of);
  return schema<never>(
    (payload, context) => {
      if (payload.value === undefined) return payload;
      const before = payload.issues.length;
      const wasNull = payload.value === null && !context.direction;
      inner._zod.run(payload, context);
      if (wasNull && payload.issues.length > before) {
        payload.issues.length = before;
        payload.value = undefined;
      }
      return payload;
    },
    { optional: true },
  );
}

/** The schema's values, or `null`. */
export function nullable<S extends Schema<unknown>>(of: S): S | Schema<null> {
  const inner = walker(of);
  return schema<never>((payload, context) =>
    payload.value === null ? payload : inner._zod.run(payload, context),
  );
}

/** A list. */
export function array<T>(of: Schema<T>): Schema<T[]> {
  const walk = walker(of);
  return schema((payload, context) => {
    const input = payload.value;
    if (!Array.isArray(input)) return expected(payload, "array");
    return each(payload, context, input.keys(), () => walk);
  });
}

/** A list with a schema for each place, and one for the places after them. */
export function tuple<T extends readonly unknown[]>(
  items: { readonly [K in keyof T]: Schema<T[K]> },
  rest?: Schema<unknown>,
): Schema<T> {
  return schema((payload, context) => {
    const input = payload.value;
    if (!Array.isArray(input) || input.length < items.length) {
      return expected(payload, `array of ${items.length}`);
    }
    const output = input.map((value: unknown, i) => {
      const of = items[i] ?? rest;
      if (of === undefined) return value;
      payload.value = value;
      member(walker(of), payload, context, i);
      return payload.value;
    });
    payload.value = output;
    return payload;
  });
}

/** An object whose member names are data. */
export function record<T>(of: Schema<T>): Schema<Record<string, T>> {
  const walk = walker(of);
  return schema((payload, context) => {
    const input = payload.value;
    if (!isObject(input)) return expected(payload, "object");
    return each(payload, context, Object.keys(input), () => walk);
  });
}

/** A schema that is built at its first use, for models that contain themselves or stand in a cycle of modules. */
export function lazy<T>(define: () => Schema<T>): Schema<T> {
  let walk: ReturnType<typeof walker> | undefined;
  return schema(
    (payload: Payload, context) => (walk ??= walker(define()))._zod.run(payload, context),
    { plan: () => (walk ??= walker(define()))._zod.def.plan?.() },
  );
}
