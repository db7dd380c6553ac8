import {
  type Definition,
  type StepResult,
  type RawIssue,
  type Step,
  type Walk,
  assign,
  definition,
  expected,
  isObject,
  schema,
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
  return schema(choice(options));
}

function choice(options: () => readonly Schema<unknown>[]): Step {
  let arms: readonly Definition[] | undefined;
  const step: Step = (value, { issues, encoding, seen }) => {
    arms ??= options().map(definition);
    const outcome = isObject(value)
      ? once(arms, step, value, { encoding, owned: false, seen: seen ?? new Map() })
      : attempt(arms, value, { encoding, owned: false, seen });
    for (const issue of outcome.issues) issues.push({ ...issue, path: [...(issue.path ?? [])] }); // it will be written into
    return outcome.value;
  };
  return step;
}

/** A walk whose issues are to be kept apart. */
type Apart = Omit<Walk, "issues">;

/**
 * Alternatives often have members in common, which are looked at once and not once for each of them: in a tree of unions that would
 * be twice at the root, four times below it, and a million times twenty levels down.
 */
function once(arms: readonly Definition[], union: Step, value: object, how: Apart): StepResult {
  const mine = how.seen?.get(union) ?? new Map<object, StepResult>();
  how.seen?.set(union, mine);
  const outcome = mine.get(value) ?? attempt(arms, value, how);
  mine.set(value, outcome);
  return outcome;
}

/** What the first that fits makes of a value, in the order of what they know of it; or why the one that came nearest does not fit. */
function attempt(arms: readonly Definition[], value: unknown, how: Apart): StepResult {
  let nearest: RawIssue[] | undefined;
  for (const { step } of byKnowledge(arms, value, how)) {
    const issues: RawIssue[] = [];
    const made = step(value, { ...how, issues });
    if (issues.length === 0) return { value: made, issues };
    // The alternative that was nearest says most about what is wrong.
    if (nearest === undefined || issues.length < nearest.length) nearest = issues;
  }
  if (nearest === undefined) expected(value, { ...how, issues: (nearest = []) }, "nothing");
  return { value, issues: nearest };
}

/** Those that know most of the value's members by name come first. */
function byKnowledge(
  arms: readonly Definition[],
  value: unknown,
  { encoding }: Apart,
): readonly Definition[] {
  if (!isObject(value)) return arms;
  const keys = Object.keys(value);
  const known = arms.map((arm) => {
    const plan = arm.plan?.();
    const names = plan && namesOf(plan, encoding);
    return { arm, knows: names ? keys.filter((key) => names.has(key)).length : 0 };
  });
  // oxlint-disable-next-line unicorn/no-array-sort -- made just here, and ES2022 has no other
  return known.sort((a, b) => b.knows - a.knows).map(({ arm }) => arm);
}

/** A {@link union} that keeps a value which fits none of its schemas as an {@link UnknownVariant}, and sends it back as it came. */
export function openUnion<T>(options: () => readonly Schema<NoInfer<T>>[]): Schema<T> {
  const inner = choice(options);
  return schema((value, walk) => {
    const { issues, encoding } = walk;
    if (encoding && isObject(value) && value["isUnknown"] === true) return value["raw"];
    const before = issues.length;
    const made = inner(value, walk);
    if (issues.length === before || encoding) return made;
    issues.length = before;
    return { isUnknown: true, raw: value };
  });
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
  let steps: ReadonlyMap<unknown, Step> | undefined;
  return schema((value, walk) => {
    steps ??= new Map(Object.entries(options()).map(([key, of]) => [key, definition(of).step]));
    if (!isObject(value)) return expected(value, walk, "object");
    const { encoding } = walk;
    if (encoding && value[tag] === "UNKNOWN" && value["isUnknown"] === true) return value["raw"];
    const name = encoding ? tag : wire;
    const input = value[name];
    const step = steps.get(input);
    if (step !== undefined) return step(value, walk);
    if (open && !encoding) return { [tag]: "UNKNOWN", isUnknown: true, raw: value };
    walk.issues.push({ code: "invalid_value", values: [...steps.keys()], input, path: [name] });
    return value;
  });
}

/** All of several schemas at once: each sees the whole value, and what they make of an object is put together. */
export function all<T>(parts: () => readonly Schema<unknown>[]): Schema<T> {
  let defs: readonly Definition[] | undefined;
  return schema((input, walk) => {
    defs ??= parts().map(definition);
    const apart: Walk = { ...walk, owned: false };
    const made = defs.map(({ step, plan }) => {
      const value = step(input, apart);
      const known = plan?.();
      return { value, names: known && namesOf(known, walk.encoding) };
    });
    return isObject(input)
      ? merge(input, made)
      : (made.find(({ value }) => value !== input)?.value ?? input);
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
