/** Arbitrary models: schemas with values in SDK form. */
import fc from "fast-check";
import {
  type Schema,
  all,
  array,
  as,
  base64,
  bigint,
  boolean,
  closedEnum,
  dateTime,
  extra,
  integer,
  lazy,
  literal,
  nullable,
  number,
  object,
  optional,
  optionalAs,
  polymorphic,
  record,
  string,
  tagged,
  tuple,
  union,
  unknown,
} from "../../../src/lib/typed.js";

export interface Shape {
  readonly of: Schema<unknown>;
  readonly values: fc.Arbitrary<unknown>;
}

interface Member extends Shape {
  readonly key: string;
  readonly wire: string;
  readonly optional: boolean;
}

/** Numbers that survive a round trip through JSON: not -0. */
export const json: fc.Arbitrary<unknown> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const text = fc.string({ unit: "binary" });
/** The dates that RFC 3339 can express. */
const dates = fc.date({
  min: new Date("0000-01-01T00:00:00.000Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const names = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "toString", "length");
const scalar: fc.Arbitrary<Shape> = fc.constantFrom<Shape>(
  { of: string, values: text },
  { of: number, values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0) },
  { of: integer, values: fc.integer() },
  { of: boolean, values: fc.boolean() },
  { of: unknown, values: json },
  { of: dateTime, values: dates },
  { of: bigint, values: fc.bigInt() },
  { of: base64, values: fc.uint8Array() },
  { of: literal("x"), values: fc.constant("x") },
  { of: closedEnum({ One: 1, Two: "two" }), values: fc.constantFrom(1, "two") },
);

function model(members: readonly Member[], loose: boolean): Shape {
  const fields = fromEntries(
    members.map(({ key, wire, of, optional: maybe }) => {
      if (wire === key) return [key, maybe ? optional(of) : of];
      return [key, maybe ? optionalAs(wire, of) : as(wire, of)];
    }),
  );
  const define = (): never => fields as never; // fields with arbitrary names
  const of = loose
    ? object<Record<string, unknown>>(define)
    : object<Record<string, unknown>>(
        define,
        extra(() => dateTime),
      );
  const unnamed = fc.dictionary(
    text.map((name) => `x-${name}`),
    loose ? json : dates,
    { maxKeys: 3 },
  );
  const named = fc.tuple(
    ...members.map((m) => (m.optional ? fc.option(m.values, { nil: undefined }) : m.values)),
  );
  const values = fc.tuple(named, unnamed).map(([values, others]) => {
    const known = members.flatMap(({ key }, i): [string, unknown][] =>
      values[i] === undefined ? [] : [[key, values[i]]],
    );
    if (loose) return fromEntries([...known, ...Object.entries(others)]);
    const gathered = Object.keys(others).length > 0;
    return fromEntries(gathered ? [...known, ["additionalProperties", others]] : known);
  });
  return { of, values };
}

/** Uses `Object.fromEntries`, which makes `__proto__` an own member. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries);
}

function discriminated(one: Shape, two: Shape): Shape {
  const variant = (tag: string, shape: Shape): Shape => ({
    of: object<{ kind: string; data: unknown }>(() => ({
      kind: as("@kind", literal(tag)),
      data: shape.of,
    })),
    values: shape.values.map((data) => ({ kind: tag, data })),
  });
  const variants = { one: variant("one", one), two: variant("two", two) };
  const foreign = json.map((data) => ({
    kind: "UNKNOWN",
    isUnknown: true,
    raw: { "@kind": "three", data },
  }));
  return {
    of: tagged("kind", "@kind", () => ({ one: variants.one.of, two: variants.two.of }), true),
    values: fc.oneof(variants.one.values, variants.two.values, foreign),
  };
}

function tag(value: string): Schema<unknown> {
  return object<{ kind: string }>(() => ({ kind: as("@kind", literal(value)) }));
}

/** A base, its subtypes, and one that is not known. */
function inherited(one: Shape, two: Shape, isShared: boolean): Shape {
  const base = object<{ data: unknown }>(() => ({ data: as("@data", one.of) }));
  // A subtype that other uses share does not have the tag itself.
  const subtype = isShared
    ? all<unknown>(() => [
        tag("two"),
        object<{ data: unknown; more: unknown }>(() => ({
          data: as("@data", one.of),
          more: as("@more", two.of),
        })),
      ])
    : object<{ kind: string; data: unknown; more: unknown }>(() => ({
        kind: as("@kind", literal("two")),
        data: as("@data", one.of),
        more: as("@more", two.of),
      }));
  const options = (): Record<string, Schema<unknown>> => ({
    one: all<unknown>(() => [tag("one"), base]),
    two: subtype,
  });
  const kinds = fc.constantFrom({ kind: "one" }, { kind: "three" }, {});
  return {
    of: polymorphic("kind", "@kind", options, () => base, true),
    values: fc.oneof(
      fc.tuple(kinds, one.values).map(([kind, data]) => Object.assign({ data }, kind)),
      fc.tuple(one.values, two.values).map(([data, more]) => ({ kind: "two", data, more })),
    ),
  };
}

function either(of: Shape): Shape {
  const holder = object<{ held: unknown }>(() => ({ held: as("@held", of.of) }));
  return {
    of: union<unknown>(() => [boolean, array(of.of), holder]),
    values: fc.oneof(
      fc.boolean(),
      fc.array(of.values, { maxLength: 2 }),
      of.values.map((held) => ({ held })),
    ),
  };
}

export const shapes: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape; member: Member }>((tie) => ({
  member: fc
    .record({ shape: tie("shape"), key: names, renamed: fc.boolean(), optional: fc.boolean() })
    .map(({ shape: { of, values }, key, renamed, optional }) => ({
      of,
      values,
      key,
      wire: renamed ? `@${key}` : key,
      optional,
    })),
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc
      .tuple(fc.uniqueArray(tie("member"), { selector: (m) => m.key, maxLength: 4 }), fc.boolean())
      .map(([members, loose]) => model(members, loose)),
    tie("shape").map(({ of, values }) => ({
      of: array(of),
      values: fc.array(values, { maxLength: 3 }),
    })),
    tie("shape").map(({ of, values }) => ({ of: lazy(() => of), values })),
    tie("shape").map(({ of, values }) => ({ of: nullable(of), values: fc.option(values) })),
    tie("shape").map(({ of, values }) => ({
      of: record(of),
      values: fc.dictionary(fc.oneof(names, text), values, { maxKeys: 3, noNullPrototype: true }),
    })),
    fc.tuple(tie("shape"), tie("shape")).map(([a, b]) => ({
      of: tuple<unknown[]>([a.of, b.of]),
      values: fc.tuple(a.values, b.values),
    })),
    tie("shape").map(either),
    fc.tuple(tie("shape"), tie("shape")).map(([a, b]) => discriminated(a, b)),
    fc
      .tuple(tie("shape"), tie("shape"), fc.boolean())
      .map(([a, b, isShared]) => inherited(a, b, isShared)),
  ),
})).shape;
