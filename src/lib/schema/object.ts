import {
  type Field,
  type Make,
  type ObjectPlan,
  type Step,
  type Walk,
  assign,
  definition,
  expected,
  isLossy,
  isObject,
  isPlain,
  member,
  read,
  schema,
} from "./base.js";
import { optional } from "./containers.js";
import type { Schema, Unchecked } from "./types.js";

/** The schema of additional properties. Created by {@link extra}. */
export interface Extra {
  /** @internal */
  readonly make: Make;
}

/** Sets the name of a field on the wire: `createdAt: as("created_at", dateTime)`. */
export function as(wire: string, of: Schema<unknown>): Unchecked {
  const def = definition(of);
  return schema(def.step, { ...def, wire, make: rebuild });
}

/** {@link as} for a member that may be absent. */
export function optionalAs(wire: string, of: Schema<unknown>): Unchecked {
  return as(wire, optional(of));
}

/**
 * Sets the schema of additional properties, which the SDK collects under `additionalProperties`.
 */
export function extra(define: () => Schema<unknown>): Extra {
  let rest: Step | undefined;
  return {
    make: (plan, input, walk) => gather(plan, (rest ??= definition(define()).step), input, walk),
  };
}

/**
 * An object with known members. `define` is a function, so that nothing is built before the first
 * use and models can refer to each other in any order.
 *
 * Unknown members are kept as they are in both directions: nothing is lost if the server, or you,
 * know more members than this SDK. With `extra` they are checked and collected under
 * `additionalProperties` instead. `null` for an optional member of a response is read as absent.
 */
export function object(
  define: () => Readonly<Record<string, Schema<unknown>>>,
  additional?: Extra,
): Unchecked {
  let compiled: ObjectPlan | undefined;
  const plan = (): ObjectPlan => (compiled ??= compile(define(), additional));
  return schema(
    (value, walk) => {
      const { encoding } = walk;
      if (!isObject(value) || (encoding && isLossy(value, false)))
        return expected(value, walk, "object");
      const built = plan();
      const made = built.make(built, value, walk);
      // An instance may have inherited members only.
      const isEmpty = encoding && Object.keys(made).length === 0;
      return isEmpty && !isPlain(value) ? expected(value, walk, "object") : made;
    },
    { plan },
  );
}

/** The names of the known members in the form of the input. */
export function namesOf(plan: ObjectPlan, encoding: boolean): ReadonlySet<string> {
  const form = encoding ? "key" : "wire";
  return (plan.names[form] ??= new Set(plan.fields.map((field) => field[form])));
}

function compile(
  schemas: Readonly<Record<string, Schema<unknown>>>,
  additional: Extra | undefined,
): ObjectPlan {
  let make = additional?.make;
  const fields = Object.entries(schemas).map(([key, field]): Field => {
    const { step, is, optional, wire = key, make: makeRenamed } = definition(field);
    make ??= makeRenamed;
    const inherited = key in Object.prototype || wire in Object.prototype;
    return { key, wire, step, is, optional, inherited };
  });
  return { fields, make: make ?? amend, names: {} };
}

/**
 * Converts an object whose members have the same names in both forms. Responses: changes only the
 * members that differ, in place if the value is ours, otherwise on a copy made before the first
 * change. Requests: copies all members, so that each is read once, also the inherited ones of a
 * class instance.
 */
const amend: Make = (plan, input, walk) => {
  const { encoding, owned } = walk;
  let output = encoding ? unknownMembers(plan, input, walk, true) : input;
  for (const { key, step, is, optional, inherited } of plan.fields) {
    const value = read(input, key, inherited);
    const fits = value !== undefined && typeof value === is;
    if (value === undefined ? optional : fits && !encoding) continue;
    const next = fits ? value : member(step, value, walk, key);
    if (next === (encoding ? undefined : value)) continue;
    if (output === input && !owned) output = { ...input };
    assign(output, key, next);
  }
  return output;
};

/**
 * Converts an object whose members have other names on the wire, to a new object. Unknown members
 * come first, unchanged.
 */
const rebuild: Make = (plan, input, walk) =>
  convertKnown(plan, input, walk, unknownMembers(plan, input, walk));

/**
 * Converts an object with additional properties: under `additionalProperties` in SDK form, beside
 * the known members in wire form.
 */
function gather(plan: ObjectPlan, rest: Step, input: Record<string, unknown>, walk: Walk): object {
  // Additional properties have a schema of their own.
  let extras = unknownMembers(plan, input, { ...walk, open: undefined });
  if (walk.encoding) {
    const { additionalProperties = {}, ...others } = extras;
    const isValid =
      isObject(additionalProperties) &&
      !isLossy(additionalProperties, Object.keys(additionalProperties).length === 0);
    if (!isValid)
      member(
        (value) => expected(value, walk, "object"),
        additionalProperties,
        walk,
        "additionalProperties",
      );
    extras = isValid ? { ...others, ...additionalProperties } : others;
  }
  const output: Record<string, unknown> = {};
  const checked: Record<string, unknown> = walk.encoding ? output : {};
  for (const key of Object.keys(extras)) {
    assign(checked, key, member(rest, extras[key], walk, key));
  }
  convertKnown(plan, input, walk, output);
  if (!walk.encoding && Object.keys(checked).length > 0) output["additionalProperties"] = checked;
  return output;
}

/**
 * The members that the schema does not know.
 *
 * @param inOrder - Whether the known ones are there as well, `undefined`, to keep their place.
 */
function unknownMembers(
  plan: ObjectPlan,
  input: Record<string, unknown>,
  walk: Walk,
  inOrder?: boolean,
): Record<string, unknown> {
  const { encoding, open } = walk;
  const names = namesOf(plan, encoding);
  const output: Record<string, unknown> = {};
  for (const key of Object.keys(input)) {
    const isKnown = names.has(key);
    if (isKnown && !inOrder) continue;
    const value = isKnown ? undefined : input[key];
    assign(output, key, open && !isKnown ? member(open, value, walk, key) : value);
  }
  return output;
}

function convertKnown(
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
