import {
  type Context,
  type Payload,
  type RawIssue,
  type Walker,
  assign,
  expected,
  isObject,
  schema,
  walker,
} from "./base.js";
import { namesOf } from "./object.js";
import type { Schema } from "./types.js";

/**
 * A value of a union that this SDK does not know, kept whole under `raw`. Where the union has a discriminating member, that is
 * `"UNKNOWN"` here, so a `switch` on it still narrows.
 */
export type UnknownVariant<Tag extends string = "type"> = {
  readonly [K in Tag]: "UNKNOWN";
} & {
  readonly isUnknown: true;
  /** The value as the server sent it. */
  readonly raw: unknown;
};

/**
 * One of several schemas. Of those that fit, the one that knows most of the value's members by name is taken, the first
 * where they know equally many: objects keep members they do not name, so the first that fits is often not the one meant.
 */
export function union<T>(options: () => readonly Schema<NoInfer<T>>[]): Schema<T> {
  let walks: readonly Walker[] | undefined;
  return schema((payload, context) => {
    walks ??= options().map(walker);
    const apart: Context = context.owned ? { ...context, owned: false } : context;
    let best: { readonly value: unknown; readonly knows: number } | undefined;
    const misfits: RawIssue[][] = [];
    for (const walk of walks) {
      const attempt: Payload = { value: payload.value, issues: [] };
      walk._zod.run(attempt, apart);
      if (attempt.issues.length > 0) {
        misfits.push(attempt.issues);
        continue;
      }
      const knows = known(walk, payload.value, apart);
      if (best === undefined || knows > best.knows) best = { value: attempt.value, knows };
    }
    if (best !== undefined) {
      payload.value = best.value;
      return payload;
    }
    // The alternative that was nearest says most about what is wrong.
    misfits.sort((a, b) => a.length - b.length);
    payload.issues.push(...(misfits[0] ?? []));
    return misfits[0] === undefined ? expected(payload, "nothing") : payload;
  });
}

/** A {@link union} that keeps a value which fits none of its schemas as an {@link UnknownVariant}, and sends it back as it came. */
export function openUnion<T>(options: () => readonly Schema<NoInfer<T>>[]): Schema<T> {
  const inner = walker(union<unknown>(options));
  return schema((payload, context) => {
    const { value } = payload;
    if (context.direction && isObject(value) && value["isUnknown"] === true) {
      payload.value = value["raw"];
      return payload;
    }
    const before = payload.issues.length;
    inner._zod.run(payload, context);
    if (payload.issues.length > before && !context.direction) {
      payload.issues.length = before;
      payload.value = { isUnknown: true, raw: value };
    }
    return payload;
  });
}

/** How many of a value's members a schema knows by name. */
function known(walk: Walker, value: unknown, context: Context): number {
  const plan = isObject(value) ? walk._zod.def.plan?.() : undefined;
  if (plan === undefined) return 0;
  const names = namesOf(plan, context);
  return Object.keys(value as object).filter((key) => names.has(key)).length;
}

/**
 * A discriminated union: the member `tag` (named `wire` on the wire) says which schema a value has.
 * With `open`, a value with another tag is kept as an {@link UnknownVariant} and sent back as it came.
 */
export function tagged<T>(
  tag: string,
  wire: string,
  options: () => Readonly<Record<string, Schema<unknown>>>,
  open: boolean,
): Schema<T> {
  let walks: ReadonlyMap<unknown, Walker> | undefined;
  return schema((payload, context) => {
    walks ??= new Map(Object.entries(options()).map(([value, of]) => [value, walker(of)]));
    const { value } = payload;
    if (!isObject(value)) return expected(payload, "object");
    if (context.direction && value[tag] === "UNKNOWN" && value["isUnknown"] === true) {
      payload.value = value["raw"];
      return payload;
    }
    const name = context.direction ? tag : wire;
    const walk = walks.get(value[name]);
    if (walk !== undefined) return walk._zod.run(payload, context);
    if (open && !context.direction) {
      payload.value = { [tag]: "UNKNOWN", isUnknown: true, raw: value };
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: [...walks.keys()],
      input: value[name],
      path: [name],
    });
    return payload;
  });
}

/** All of several schemas at once: each sees the whole value, and what they make of an object is put together. */
export function all<T>(parts: () => readonly Schema<unknown>[]): Schema<T> {
  let walks: readonly Walker[] | undefined;
  return schema((payload, context) => {
    walks ??= parts().map(walker);
    const apart: Context = context.owned ? { ...context, owned: false } : context;
    const input = payload.value;
    const made = walks.map((walk) => {
      payload.value = input;
      walk._zod.run(payload, apart);
      const plan = walk._zod.def.plan?.();
      return { value: payload.value, names: plan && namesOf(plan, apart) };
    });
    payload.value = isObject(input)
      ? merge(input, made)
      : (made.find(({ value }) => value !== input)?.value ?? input);
    return payload;
  });
}

interface Made {
  readonly value: unknown;
  readonly names: ReadonlySet<string> | undefined;
}

/** Puts together what the parts made of an object. A part keeps what it does not name: that is left to those that do. */
function merge(input: Record<string, unknown>, made: readonly Made[]): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  for (const { value, names } of made) {
    for (const [key, member] of Object.entries(Object(value) as object)) {
      // What a part took away it has under another name.
      const others = (): boolean =>
        made.some((part) => part.names?.has(key) || !Object.hasOwn(Object(part.value), key));
      if (member !== input[key] || names?.has(key) || !others()) assign(output, key, member);
    }
  }
  return output;
}
