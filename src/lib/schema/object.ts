import {
  type Field,
  type Make,
  type ObjectPlan,
  type Step,
  type Walk,
  assign,
  definition,
  expected,
  isObject,
  member,
  read,
  schema,
} from "./base.js";
import { optional } from "./containers.js";
import type { Schema } from "./types.js";

/** The schema of members that are not named. Made by {@link extra}. */
export interface Extra {
  /** @internal */
  readonly make: Make;
}

/** Says under which name a field travels: `createdAt: as("created_at", dateTime)`. */
export function as<S extends Schema<unknown>>(wire: string, of: S): S {
  const def = definition(of);
  return schema(def.step, { ...def, wire, make: rebuild }) as unknown as S; // S is what `of` is, of which nothing else is used
}

/** {@link as} for a member that may be absent. One call, as each within another is two steps more for the compiler. */
export function optionalAs<S extends Schema<unknown>>(wire: string, of: S): S | Schema<undefined> {
  return as(wire, optional(of));
}

/** Says what members that are not named are: they are gathered under `additionalProperties`. */
export function extra(define: () => Schema<unknown>): Extra {
  let rest: Step | undefined;
  return {
    make: (plan, input, walk) => gather(plan, (rest ??= definition(define()).step), input, walk),
  };
}

/**
 * An object with named members. Fields are given by a function, so that nothing is built before the first use and models
 * can refer to each other in any order.
 *
 * Members that are not named are kept as they are in both directions: nothing is lost when the server knows more than
 * this SDK, or when you do. With `extra` they are gathered under `additionalProperties` instead, each checked.
 * A `null` for an optional member of a response is read as absent.
 *
 * Write the type out, `object<Connection>(...)`: having it found from where the schema goes takes the compiler four times the work.
 * (A name for the type of the fields would cost it two steps more a model.)
 */
export function object<T>(
  define: () => NoInfer<{ readonly [K in keyof T]-?: Schema<T[K]> }>,
  others?: Extra,
): Schema<T> {
  let compiled: ObjectPlan | undefined;
  const plan = (): ObjectPlan => (compiled ??= compile(define(), others));
  return schema<T>(
    (value, walk) => {
      if (!isObject(value)) return expected(value, walk, "object");
      const known = plan();
      return known.make(known, value, walk);
    },
    { plan },
  );
}

/** The names that are known in the form that comes in. */
export function namesOf(plan: ObjectPlan, encoding: boolean): ReadonlySet<string> {
  const form = encoding ? "key" : "wire";
  return (plan.names[form] ??= new Set(plan.fields.map((field) => field[form])));
}

function compile(
  define: Readonly<Record<string, Schema<unknown>>>,
  others: Extra | undefined,
): ObjectPlan {
  let make = others?.make;
  const fields = Object.entries(define).map(([key, field]): Field => {
    const { step, is, optional, wire = key, make: own } = definition(field);
    make ??= own;
    const inherited = key in Object.prototype || wire in Object.prototype;
    return { key, wire, step, is, optional, inherited };
  });
  return { fields, make: make ?? amend, names: {} };
}

/** Same names on both sides: changes only what differs. In place where the value is ours, on a copy made at the first change otherwise. */
const amend: Make = ({ fields }, input, walk) => {
  // JSON takes own members only, so what a class of the caller's inherits is copied as well.
  const inherits = walk.encoding && !isPlain(input);
  let output = input;
  for (const { key, step, is, optional, inherited } of fields) {
    const value = read(input, key, inherited);
    if (value === undefined ? optional : typeof value === is && !inherits) continue;
    const next = member(step, value, walk, key);
    if (next === value && !(inherits && next !== undefined && !Object.hasOwn(input, key))) continue;
    if (output === input && !walk.owned) output = { ...input };
    assign(output, key, next);
  }
  return output;
};

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Names differ: a new object, unnamed members first carried over as they are. */
const rebuild: Make = (plan, input, walk) => named(plan, input, walk, others(plan, input, walk));

/** Unnamed members live under `additionalProperties` in the SDK and beside the named ones on the wire. */
function gather(plan: ObjectPlan, rest: Step, input: Record<string, unknown>, walk: Walk): unknown {
  let extras = others(plan, input, walk);
  if (walk.encoding) {
    const { additionalProperties: given = {}, ...beside } = extras;
    const fits = isObject(given);
    if (!fits)
      member((value) => expected(value, walk, "object"), given, walk, "additionalProperties");
    extras = fits ? { ...beside, ...given } : beside;
  }
  const output: Record<string, unknown> = {};
  const checked: Record<string, unknown> = walk.encoding ? output : {};
  for (const key of Object.keys(extras)) {
    assign(checked, key, member(rest, extras[key], walk, key));
  }
  named(plan, input, walk, output);
  if (!walk.encoding && Object.keys(checked).length > 0) output["additionalProperties"] = checked;
  return output;
}

function others(
  plan: ObjectPlan,
  input: Record<string, unknown>,
  walk: Walk,
): Record<string, unknown> {
  const names = namesOf(plan, walk.encoding);
  const output: Record<string, unknown> = {};
  for (const key of Object.keys(input)) if (!names.has(key)) assign(output, key, input[key]);
  return output;
}

function named(
  { fields }: ObjectPlan,
  input: Record<string, unknown>,
  walk: Walk,
  output: Record<string, unknown>,
): Record<string, unknown> {
  for (const { key, wire, step, is, optional, inherited } of fields) {
    const from = walk.encoding ? key : wire;
    const value = read(input, from, inherited);
    if (value === undefined && optional) continue;
    const next = typeof value === is ? value : member(step, value, walk, from);
    if (next !== undefined) assign(output, walk.encoding ? wire : key, next);
  }
  return output;
}
