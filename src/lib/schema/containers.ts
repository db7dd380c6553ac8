import {
  type Definition,
  type Walk,
  assign,
  definition,
  expected,
  isObject,
  member,
  schema,
} from "./base.js";
import type { Schema } from "./types.js";

// What these two answer is said with the type of the schema and not of its value, which is less work for the compiler: models are
// full of them.

/** A member that may be absent. A `null` in a response counts as absent where the schema does not admit it. */
export function optional<S extends Schema<unknown>>(of: S): S | Schema<undefined> {
  const { step, is } = definition(of);
  return schema<never>(
    (value, walk) => {
      if (value === undefined) return value;
      const { issues } = walk;
      const before = issues.length;
      const next = step(value, walk);
      if (value !== null || walk.encoding || issues.length === before) return next;
      issues.length = before;
      return undefined;
    },
    { optional: true, is },
  );
}

/** The schema's values, or `null`. */
export function nullable<S extends Schema<unknown>>(of: S): S | Schema<null> {
  const { step, is } = definition(of);
  return schema<never>((value, walk) => (value === null ? value : step(value, walk)), { is });
}

/** A list. */
export function array<T>(of: Schema<T>): Schema<T[]> {
  const { step, is } = definition(of);
  return schema((input, walk) => {
    if (!Array.isArray(input)) return expected(input, walk, "array");
    let output: unknown[] = input;
    for (let i = 0; i < input.length; i++) {
      const value: unknown = input[i];
      if (typeof value === is) continue;
      const next = member(step, value, walk, i);
      if (next === value) continue;
      if (output === input && !walk.owned) output = [...(input as unknown[])];
      output[i] = next;
    }
    return output;
  });
}

/** A list with a schema for each place, and one for the places after them. */
export function tuple<T extends readonly unknown[]>(
  items: { readonly [K in keyof T]: Schema<T[K]> },
  rest?: Schema<unknown>,
): Schema<T> {
  return schema((input, walk) => {
    if (!Array.isArray(input) || input.length < items.length) {
      return expected(input, walk, `array of ${items.length}`);
    }
    return input.map((value: unknown, i) => {
      const of = items[i] ?? rest;
      return of === undefined ? value : member(definition(of).step, value, walk, i);
    });
  });
}

/** An object whose member names are data. */
export function record<T>(of: Schema<T>): Schema<Record<string, T>> {
  const { step } = definition(of);
  return schema((input, walk) => {
    if (!isObject(input)) return expected(input, walk, "object");
    let output = input;
    for (const key of Object.keys(input)) {
      const value = input[key];
      const next = member(step, value, walk, key);
      if (next === value) continue;
      if (output === input && !walk.owned) output = { ...input };
      assign(output, key, next);
    }
    return output;
  });
}

/** A schema that is built at its first use, for models that contain themselves or stand in a cycle of modules. */
export function lazy<T>(define: () => Schema<T>): Schema<T> {
  let def: Definition | undefined;
  const built = (): Definition => (def ??= definition(define()));
  return schema((value, walk: Walk) => built().step(value, walk), { plan: () => built().plan?.() });
}
