import {
  type Definition,
  type Walk,
  assign,
  definition,
  expected,
  isLossy,
  isObject,
  member,
  missing,
  schema,
} from "./base.js";
import type { Schema, Unchecked } from "./types.js";

/**
 * A member that may be absent. `null` in a response is read as absent unless the schema accepts it.
 */
export function optional(of: Schema<unknown>): Unchecked {
  const { step, is } = definition(of);
  return schema(
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

/** A member that requests may leave out: then `value`, in wire form, is sent. */
export function defaulted(of: Schema<unknown>, value: unknown): Unchecked {
  const { step, is } = definition(of);
  return schema(
    (given, walk) => (given === undefined && walk.encoding ? value : step(given, walk)),
    { is },
  );
}

/** A value of the schema, or `null`. */
export function nullable(of: Schema<unknown>): Unchecked {
  const { step, is } = definition(of);
  return schema((value, walk) => (value === null ? value : step(value, walk)), { is });
}

/** An array. */
export function array(of: Schema<unknown>): Unchecked {
  const { step, is } = definition(of);
  return schema((input, walk) => {
    if (!Array.isArray(input)) return expected(input, walk, "array");
    let output: unknown[] = input;
    for (let i = 0; i < input.length; i++) {
      const value: unknown = input[i];
      if (typeof value === is) continue;
      const next = member(value === undefined ? missing : step, value, walk, i);
      if (next === value) continue;
      if (output === input && !walk.owned) output = [...(input as unknown[])];
      output[i] = next;
    }
    return output;
  });
}

/**
 * An array with a schema for each of its first items, and optionally one for the rest. Items of
 * `optional` schemas may be absent at its end.
 */
export function tuple(items: readonly Schema<unknown>[], rest?: Schema<unknown>): Unchecked {
  return schema((input, walk) => {
    if (!Array.isArray(input)) return expected(input, walk, "array");
    const output: unknown[] = [...(input as unknown[])];
    while (walk.encoding && output.length > 0 && output.at(-1) === undefined) output.pop();
    const { length } = output;
    // Items that are missing are reported as missing members of an object are.
    for (let i = 0; i < Math.max(length, items.length); i++) {
      const of: Schema<unknown> | undefined = items[i] ?? rest;
      const isHole = i < length && output[i] === undefined;
      const step = isHole ? missing : of && definition(of).step;
      const next = step && member(step, output[i], walk, i);
      // `null` keeps its place, whatever it is read as.
      if (next !== undefined) output[i] = next;
    }
    return output;
  });
}

/** An object with arbitrary member names, all of the same schema. */
export function record(of: Schema<unknown>): Unchecked {
  const { step } = definition(of);
  return schema((input, walk) => {
    const { encoding, owned } = walk;
    const keys = Object.keys(Object(input) as object);
    if (!isObject(input) || (encoding && isLossy(input, keys.length === 0)))
      return expected(input, walk, "object");
    let output = encoding ? {} : input;
    for (const key of keys) {
      const value = input[key];
      const next = member(step, value, walk, key);
      if (next === value && !encoding) continue;
      if (output === input && !owned) output = { ...input };
      assign(output, key, next);
    }
    return output;
  });
}

/** A schema that is built on first use, for recursive models and import cycles. */
export function lazy(define: () => Schema<unknown>): Unchecked {
  let def: Definition | undefined;
  const resolve = (): Definition => (def ??= definition(define()));
  return schema((value, walk: Walk) => resolve().step(value, walk), {
    plan: () => resolve().plan?.(),
  });
}
