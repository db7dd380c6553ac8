import {
  type Definition,
  type StepResult,
  type RawIssue,
  type Step,
  type Walk,
  assign,
  definition,
  expected,
  failuresIn,
  isObject,
  isOfOtherKind,
  isPlain,
  member,
  schema,
} from "./base.js";
import { namesOf } from "./object.js";
import { unknown } from "./scalars.js";
import type { Schema, Unchecked } from "./types.js";

/**
 * A union value that this SDK does not know, kept unchanged under `raw`. If the union has a
 * discriminator, its value is `"UNKNOWN"`, so a `switch` on it still narrows.
 */
export type UnknownVariant<Tag extends string = "type"> = {
  readonly [K in Tag]: "UNKNOWN";
} & {
  readonly isUnknown: true;
  /** The value as the server sent it. */
  readonly raw: unknown;
};

/** A string that equals no literal, so that comparing a discriminator with one excludes it. */
type Unlisted = `${string}\u0000`;

/**
 * The discriminator of a value of which this SDK only knows the base. It is what the server sent.
 * Its type keeps it apart from the known values, so a `switch` on it still narrows.
 */
export type UnknownSubtype<Tag extends string = "type"> = { [K in Tag]: Unlisted };

/**
 * A value of one of several schemas. Of the schemas that accept the value, the one that knows most
 * of its members by name wins, or the first of them. Objects keep unknown members, so the first
 * schema that accepts a value is often not the intended one.
 */
export function union(options: () => readonly Schema<unknown>[]): Unchecked {
  return schema(unionStep(options));
}

function unionStep(options: () => readonly Schema<unknown>[]): Step {
  let variants: readonly Definition[] | undefined;
  const step: Step = (input, { issues, encoding, seen, open }) => {
    variants ??= options().map(definition);
    // Each variant reads the members, so they are read before the first one does.
    const value = encoding && !seen ? snapshot(input) : input;
    const walk: VariantWalk = { encoding, owned: false, seen: seen ?? new Map(), open };
    const result = isObject(value)
      ? tryOnce(variants, step, value, walk)
      : tryVariants(variants, value, walk);
    // Copied, because the steps of outer members prepend to the path.
    for (const issue of result.issues) issues.push({ ...issue, path: [...(issue.path ?? [])] });
    return result.value;
  };
  return step;
}

/** A copy of plain objects and arrays, without getters. Everything else is kept as it is. */
function snapshot(value: unknown, copies: Map<unknown, unknown> = new Map()): unknown {
  if (copies.has(value)) return copies.get(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(snapshot(item, copies));
    return list;
  }
  if (!isObject(value) || !isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [key, member] of Object.entries(value)) assign(copy, key, snapshot(member, copies));
  return copy;
}

/** The walk of a variant, whose issues are collected separately. */
type VariantWalk = Omit<Walk, "issues">;

/**
 * Remembers the result for each value. Variants often have members in common: without this, a tree
 * of unions would check a value twice at the first level, four times at the second and a million
 * times at the twentieth.
 */
function tryOnce(
  variants: readonly Definition[],
  union: Step,
  value: object,
  walk: VariantWalk,
): StepResult {
  const results = walk.seen?.get(union) ?? new Map<object, StepResult>();
  walk.seen?.set(union, results);
  const result = results.get(value) ?? tryVariants(variants, value, walk);
  results.set(value, result);
  return result;
}

/**
 * The result of the best variant that accepts a value. If none does: the value unchanged, and the
 * issues of the variant that comes closest, which say most about what is wrong.
 */
function tryVariants(
  variants: readonly Definition[],
  value: unknown,
  walk: VariantWalk,
): StepResult {
  let closest: (StepResult & { readonly distance: number }) | undefined;
  for (const { step } of bestFirst(variants, value, walk)) {
    const issues: RawIssue[] = [];
    const converted = step(value, { ...walk, issues });
    if (issues.length === 0) return { value: converted, issues };
    const failures = failuresIn(issues);
    // A value of another kind is further away than one with any number of wrong members.
    const distance = failures.some(isOfOtherKind) ? Infinity : failures.length;
    if (closest === undefined || distance < closest.distance)
      // A variant that does not fit must not leave a value that is converted by half.
      closest = { value: distance === 0 ? converted : value, issues, distance };
  }
  if (closest) return closest;
  const issues: RawIssue[] = [];
  return { value: expected(value, { ...walk, issues }, "never"), issues };
}

/** Sorts variants by how many of the value's members they know by name. */
function bestFirst(
  variants: readonly Definition[],
  value: unknown,
  { encoding }: VariantWalk,
): readonly Definition[] {
  if (!isObject(value)) return variants;
  const keys = Object.keys(value);
  const counted = variants.map((variant) => {
    const plan = variant.plan?.();
    const names = plan && namesOf(plan, encoding);
    return { variant, known: names ? keys.filter((key) => names.has(key)).length : 0 };
  });
  // oxlint-disable-next-line unicorn/no-array-sort -- a new array, and ES2022 has no `toSorted`
  return counted.sort((a, b) => b.known - a.known).map(({ variant }) => variant);
}

/**
 * A {@link union} that keeps a value that none of its schemas accepts as an {@link UnknownVariant},
 * and sends it back unchanged.
 */
export function openUnion(options: () => readonly Schema<unknown>[]): Unchecked {
  const inner = unionStep(options);
  return schema((value, walk) => {
    const { issues, encoding } = walk;
    if (encoding && isObject(value) && value["isUnknown"] === true) return rawOf(value, walk);
    const before = issues.length;
    const converted = inner(value, walk);
    if (issues.length === before || encoding) return converted;
    issues.length = before;
    return { isUnknown: true, raw: value };
  });
}

/** The value of an {@link UnknownVariant} as it is sent. */
function rawOf({ raw }: Record<string, unknown>, walk: Walk): unknown {
  return member(definition(unknown).step, raw, walk, "raw");
}

/** The schemas of a discriminated union, by the value that selects each. */
type Options = () => Readonly<Record<string, Schema<unknown>>>;

/**
 * A discriminated union: the member `tag` (`wire` on the wire) names the schema of a value. If
 * `open`, a value with an unknown tag is kept as an {@link UnknownVariant} and sent back unchanged.
 */
export function tagged(tag: string, wire: string, options: Options, open: boolean): Unchecked {
  return select(tag, wire, options, (value, walk) => {
    if (!walk.encoding) return open ? { [tag]: "UNKNOWN", isUnknown: true, raw: value } : undefined;
    const isUnknown = value[tag] === "UNKNOWN" && value["isUnknown"] === true;
    return isUnknown ? rawOf(value, walk) : undefined;
  });
}

/**
 * An open {@link tagged} union whose values all have the members of `base`, also those with an
 * unknown tag, which keep it.
 *
 * @param isOptional - Whether a value may lack the tag. Defaults to `false`.
 */
export function polymorphic(
  tag: string,
  wire: string,
  options: Options,
  base: () => Schema<unknown>,
  isOptional = false,
): Unchecked {
  return select(tag, wire, options, (value, walk) => {
    const { encoding, issues } = walk;
    const [from, to] = encoding ? [tag, wire] : [wire, tag];
    const { [from]: kind, ...members } = value;
    const isMissing = kind === undefined && !isOptional;
    if (Object(kind) === kind || (isMissing && encoding)) return undefined;
    // A response without its tag has the other members all the same.
    if (isMissing)
      issues.push({ code: "invalid_type", expected: "string", input: kind, path: [wire] });
    const converted = definition(base()).step(members, walk) as object; // it takes objects
    return kind === undefined ? converted : { [to]: kind, ...converted };
  });
}

/** Converts a value with an unknown tag, or returns `undefined` if it does not fit. */
type Unknown = (value: Record<string, unknown>, walk: Walk) => unknown;

function select(tag: string, wire: string, options: Options, unknownVariant: Unknown): Unchecked {
  let steps: ReadonlyMap<string, Step> | undefined;
  return schema((value, walk) => {
    steps ??= new Map(Object.entries(options()).map(([key, of]) => [key, definition(of).step]));
    if (!isObject(value)) return expected(value, walk, "object");
    const name = walk.encoding ? tag : wire;
    const input = value[name];
    // The keys of an object are strings, whatever the tag is.
    const step = Object(input) === input ? undefined : steps.get(String(input));
    if (step !== undefined) return step(value, walk);
    const kept = unknownVariant(value, walk);
    if (kept !== undefined) return kept;
    walk.issues.push({ code: "invalid_value", values: [...steps.keys()], input, path: [name] });
    return value;
  });
}

/**
 * All of several schemas at once. Each converts the whole value; results for objects are merged.
 */
export function all(parts: () => readonly Schema<unknown>[]): Unchecked {
  let defs: readonly Definition[] | undefined;
  return schema((input, walk) => {
    defs ??= parts().map(definition);
    // Each part reads the members, so they are read before the first one does.
    const source = walk.encoding ? snapshot(input) : input;
    const { open } = walk;
    const unopened = new Set(isObject(source) ? Object.values(source) : []);
    const copying: Walk = {
      ...walk,
      owned: false,
      // What one part does not know is another's, until all of them have converted theirs.
      open: open && ((value, inner) => (unopened.has(value) ? value : open(value, inner))),
    };
    const before = walk.issues.length;
    const results = defs.map(({ step, plan }) => {
      const value = step(source, copying);
      const built = plan?.();
      return { value, names: built && namesOf(built, walk.encoding) };
    });
    if (!isObject(source)) return results.find(({ value }) => value !== source)?.value ?? source;
    const output = merge(source, results);
    if (!open) return output;
    const found = walk.issues.slice(before);
    for (const key of Object.keys(output)) {
      const value = output[key];
      // A member that a part has renamed is still the caller's, under the caller's name.
      const name = Object.keys(source).find((each) => Object.is(source[each], value));
      if (name !== undefined && !found.some(({ path }) => path?.[0] === name))
        assign(output, key, member(open, value, walk, name));
    }
    return output;
  });
}

interface PartResult {
  readonly value: unknown;
  /** The names of the members that the part knows. */
  readonly names: ReadonlySet<string> | undefined;
}

/**
 * Merges the results of the parts. A part also keeps members it does not know: those come from the
 * parts that do.
 */
function merge(
  input: Record<string, unknown>,
  results: readonly PartResult[],
): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  for (const { value, names } of results) {
    for (const [key, member] of Object.entries(Object(value) as object)) {
      // A part that lacks the member knows it under another name.
      const isKnownElsewhere = (): boolean =>
        results.some((part) => part.names?.has(key) || !Object.hasOwn(Object(part.value), key));
      if (member !== input[key] || names?.has(key) || !isKnownElsewhere())
        assign(output, key, member);
    }
  }
  return output;
}
