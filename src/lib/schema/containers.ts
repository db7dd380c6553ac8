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

// The return types of the first two are written with the type of the schema, not of its value. That
// is less work for the compiler, and models are full of them.

/**
 * A member that may be absent. `null` in a response is read as absent unless the schema accepts it.
 */
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

/** A value of the schema, or `null`. */
export function nullable<S extends Schema<unknown>>(of: S): S | Schema<null> {
  const { step, is } = definition(of);
  return schema<never>((value, walk) => (value === null ? value : step(value, walk)), { is });
}

/** An array. */
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

/** An array with a schema for each of its first items, and optionally one for the rest. */
export function tuple<T extends readonly unknown[]>(
  items: { readonly [K in keyof T]: Schema<T[K]> },
  rest?: Schema<unknown>,
): Schema<T> {
  return schema((input, walk) => {
    if (!Array.isArray(input)) return expected(input, walk, "array");
    const output = input.map((value: unknown, i) => {
      const of = items[i] ?? rest;
      return of === undefined ? value : member(definition(of).step, value, walk, i);
    });
    // Items that are missing are reported as missing members of an object are.
    for (let i = input.length; i < items.length; i++)
      member(definition(items[i]!).step, undefined, walk, i);
    return output;
  });
}

/** An object with arbitrary member names, all of the same schema. */
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

/** A schema that is built on first use, for recursive models and import cycles. */
export function lazy<T>(define: () => Schema<T>): Schema<T> {
  let def: Definition | undefined;
  const resolve = (): Definition => (def ??= definition(define()));
  return schema((value, walk: Walk) => resolve().step(value, walk), {
    plan: () => resolve().plan?.(),
  });
}
