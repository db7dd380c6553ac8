import {
  type Context,
  type Field,
  type Make,
  type Payload,
  type Plan,
  type Walker,
  assign,
  each,
  expected,
  isObject,
  member,
  read,
  schema,
  walker,
} from "./base.js";
import type { Schema } from "./types.js";

/** The schema of members that are not named. Made by {@link extra}. */
export interface Extra {
  /** @internal */
  readonly make: Make;
}

/** The fields of an object schema, one for every member of its interface. */
export type Fields<T> = { readonly [K in keyof T]-?: Schema<T[K]> };

/** Says under which name a field travels: `createdAt: as("created_at", dateTime)`. */
export function as<S extends Schema<unknown>>(wire: string, of: S): S {
  const { def } = walker(of)._zod;
  return schema(def.step, { ...def, wire, make: rebuild }) as unknown as S; // S is what `of` is, of which nothing else is used
}

/** Says what members that are not named are: they are gathered under `additionalProperties`. */
export function extra(define: () => Schema<unknown>): Extra {
  let rest: Walker | undefined;
  return {
    make: (plan, payload, context) => gather(plan, (rest ??= walker(define())), payload, context),
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
 */
export function object<T>(define: () => Fields<NoInfer<T>>, others?: Extra): Schema<T> {
  let compiled: Plan | undefined;
  const plan = (): Plan => (compiled ??= compile(define(), others));
  return schema<T>(
    (payload, context) =>
      isObject(payload.value) ? plan().make(plan(), payload, context) : expected(payload, "object"),
    { plan },
  );
}

/** The names that are known in the form that comes in. */
export function namesOf(plan: Plan, context: Context): ReadonlySet<string> {
  const form = context.direction ? "key" : "wire";
  return (plan.names[form] ??= new Set(plan.fields.map((field) => field[form])));
}

function compile(
  define: Readonly<Record<string, Schema<unknown>>>,
  others: Extra | undefined,
): Plan {
  let make = others?.make;
  const fields = Object.entries(define).map(([key, field]): Field => {
    const walk = walker(field);
    const { def } = walk._zod;
    make ??= def.make;
    return { key, wire: def.wire ?? key, walk };
  });
  return { fields, make: make ?? amend, names: {} };
}

/** Same names on both sides: changes only what differs. */
const amend: Make = (plan, payload, context) => each(payload, context, plan.fields, walkOf);

function walkOf(field: Field): Walker {
  return field.walk;
}

/** Names differ: a new object, unnamed members first carried over as they are. */
function rebuild(plan: Plan, payload: Payload, context: Context): Payload {
  const input = payload.value as Record<string, unknown>;
  const output = others(plan, input, context);
  named(plan, payload, context, input, output);
  payload.value = output;
  return payload;
}

/** Unnamed members live under `additionalProperties` in the SDK and beside the named ones on the wire. */
function gather(plan: Plan, rest: Walker, payload: Payload, context: Context): Payload {
  const input = payload.value as Record<string, unknown>;
  let extras = others(plan, input, context);
  if (context.direction) {
    const { additionalProperties: given = {}, ...beside } = extras;
    const fits = isObject(given);
    const path = ["additionalProperties"];
    if (!fits)
      payload.issues.push({ code: "invalid_type", expected: "object", input: given, path });
    extras = fits ? { ...beside, ...given } : beside;
  }
  const output: Record<string, unknown> = {};
  const checked: Record<string, unknown> = context.direction ? output : {};
  for (const key of Object.keys(extras)) {
    payload.value = extras[key];
    member(rest, payload, context, key);
    assign(checked, key, payload.value);
  }
  named(plan, payload, context, input, output);
  if (!context.direction && Object.keys(checked).length > 0)
    output["additionalProperties"] = checked;
  payload.value = output;
  return payload;
}

function others(
  plan: Plan,
  input: Record<string, unknown>,
  context: Context,
): Record<string, unknown> {
  const names = namesOf(plan, context);
  const output: Record<string, unknown> = {};
  for (const key of Object.keys(input)) if (!names.has(key)) assign(output, key, input[key]);
  return output;
}

function named(
  plan: Plan,
  payload: Payload,
  context: Context,
  input: Record<string, unknown>,
  output: Record<string, unknown>,
): void {
  for (const field of plan.fields) {
    const [from, to] = context.direction ? [field.key, field.wire] : [field.wire, field.key];
    payload.value = read(input, from);
    member(field.walk, payload, context, from);
    if (payload.value !== undefined) assign(output, to, payload.value);
  }
}
