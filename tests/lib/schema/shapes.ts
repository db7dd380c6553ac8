/** Arbitrary models: schemas with values in SDK form. */
import fc from "fast-check";
import * as z from "zod";
import * as zod from "../../../src/lib/zod/classic.js";
import { renamed } from "../../../src/lib/zod/members.js";
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
  /** The same schema in zod: of the value in SDK form, and of it and its wire form. */
  readonly zod: z.ZodType;
  readonly wireZod: z.ZodType;
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
/** A scalar that is the same in both forms. */
function same(of: Schema<unknown>, schema: z.ZodType, values: fc.Arbitrary<unknown>): Shape {
  return { of, zod: schema, wireZod: schema, values };
}

const scalar: fc.Arbitrary<Shape> = fc.constantFrom<Shape>(
  same(string, z.string(), text),
  same(
    number,
    z.number(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  ),
  same(integer, z.int(), fc.integer()),
  same(boolean, z.boolean(), fc.boolean()),
  same(unknown, z.unknown(), json),
  { of: dateTime, zod: z.date(), wireZod: zod.dateTime, values: dates },
  { of: bigint, zod: z.bigint(), wireZod: zod.bigintString, values: fc.bigInt() },
  { of: base64, zod: zod.bytes, wireZod: zod.base64, values: fc.uint8Array() },
  same(literal("x"), z.literal("x"), fc.constant("x")),
  same(closedEnum({ One: 1, Two: "two" }), z.literal([1, "two"]), fc.constantFrom(1, "two")),
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
  const shape = (form: "zod" | "wireZod", name: "key" | "wire"): Record<string, z.ZodType> =>
    fromEntries(
      members.map((member) => [
        member[name],
        member.optional ? member[form].optional() : member[form],
      ]),
    ) as Record<string, z.ZodType>;
  const renames = fromEntries(members.map(({ wire, key }) => [wire, key])) as Record<
    string,
    string
  >;
  const known = members.map(({ wire }) => wire);
  const sdk = loose
    ? z.looseObject(shape("zod", "key"))
    : z.looseObject({
        ...shape("zod", "key"),
        additionalProperties: z.record(z.string(), z.date()).optional(),
      });
  const onWire = z.looseObject(shape("wireZod", "wire"));
  const wireZod = z.codec(
    loose ? onWire : onWire.catchall(zod.dateTime),
    sdk,
    renamed(renames, loose ? {} : { known }),
  );
  return { of, zod: sdk, wireZod, values };
}

/** Uses `Object.fromEntries`, which makes `__proto__` an own member. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries);
}

/**
 * zod before 4.4 looks for the tag by its name on the wire in both directions.
 *
 * @see https://github.com/colinhacks/zod/pull/5769
 */
const encodable = { unionFallback: true };

function discriminated(one: Shape, two: Shape): Shape {
  const variant = (tag: string, shape: Shape): Shape => ({
    of: object<{ kind: string; data: unknown }>(() => ({
      kind: as("@kind", literal(tag)),
      data: shape.of,
    })),
    zod: z.looseObject({ kind: z.literal(tag), data: shape.zod }),
    wireZod: z.codec(
      z.looseObject({ "@kind": z.literal(tag), data: shape.wireZod }),
      z.looseObject({ kind: z.literal(tag), data: shape.zod }),
      renamed({ "@kind": "kind" }),
    ),
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
    zod: z.union([variants.one.zod, variants.two.zod, zod.unknownVariant("kind")]),
    wireZod: z.union([
      z.discriminatedUnion(
        "@kind",
        [variants.one.wireZod as never, variants.two.wireZod as never],
        encodable,
      ),
      zod.unknownVariantWire("kind"),
    ]),
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
    ...inheritedZod(one, two),
    values: fc.oneof(
      fc.tuple(kinds, one.values).map(([kind, data]) => Object.assign({ data }, kind)),
      fc.tuple(one.values, two.values).map(([data, more]) => ({ kind: "two", data, more })),
    ),
  };
}

function inheritedZod(one: Shape, two: Shape): Pick<Shape, "zod" | "wireZod"> {
  const data = { data: one.zod };
  const more = { more: two.zod };
  const wireData = { "@data": one.wireZod };
  const wireMore = { "@more": two.wireZod };
  const names = { "@kind": "kind", "@data": "data", "@more": "more" };
  const base = z.looseObject(data);
  const baseWire = z.codec(z.looseObject(wireData), base, renamed(names));
  const variant = (kind: string, shape: z.ZodRawShape, wire: z.ZodRawShape): z.ZodType =>
    z.codec(
      z.looseObject({ "@kind": z.literal(kind).optional(), ...wire }),
      z.looseObject({ kind: z.literal(kind).optional(), ...shape }),
      renamed(names),
    );
  return {
    zod: base,
    wireZod: z.union([
      z.discriminatedUnion(
        "@kind",
        [
          variant("one", data, wireData) as never,
          variant("two", { ...data, ...more }, { ...wireData, ...wireMore }) as never,
        ],
        encodable,
      ),
      zod.unknownSubtype(baseWire, "kind", true),
    ]),
  };
}

function either(of: Shape): Shape {
  const holder = object<{ held: unknown }>(() => ({ held: as("@held", of.of) }));
  return {
    of: union<unknown>(() => [boolean, array(of.of), holder]),
    zod: z.union([z.boolean(), z.array(of.zod), z.looseObject({ held: of.zod })]),
    wireZod: z.union([
      z.boolean(),
      z.array(of.wireZod),
      z.codec(
        z.looseObject({ "@held": of.wireZod }),
        z.looseObject({ held: of.zod }),
        renamed({ "@held": "held" }),
      ),
    ]),
    values: fc.oneof(
      fc.boolean(),
      fc.array(of.values, { maxLength: 2 }),
      of.values.map((held) => ({ held })),
    ),
  };
}

export const shapes: fc.Arbitrary<Shape> = shapesWith((tie) => [
  tie("shape").map(either),
  fc
    .tuple(tie("shape"), tie("shape"), fc.boolean())
    .map(([a, b, isShared]) => inherited(a, b, isShared)),
]);

/**
 * Without unions of which several variants can fit a value, because zod takes the first, and
 * without names that every object inherits, because zod reads these.
 */
export const shapesForZod: fc.Arbitrary<Shape> = shapesWith(() => [], fc.constantFrom("a", "b"));

interface Tied {
  shape: Shape;
  member: Member;
}

function shapesWith(
  others: (tie: fc.LetrecTypedTie<Tied>) => readonly fc.Arbitrary<Shape>[],
  keys: fc.Arbitrary<string> = names,
): fc.Arbitrary<Shape> {
  return fc.letrec((tie: fc.LetrecTypedTie<Tied>) => ({
    member: fc
      .record({ shape: tie("shape"), key: keys, renamed: fc.boolean(), optional: fc.boolean() })
      .map(({ shape: { of, zod: sdk, wireZod, values }, key, renamed: isRenamed, optional }) => ({
        of,
        zod: sdk,
        wireZod,
        values,
        key,
        wire: isRenamed ? `@${key}` : key,
        optional,
      })),
    shape: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar,
      fc
        .tuple(
          fc.uniqueArray(tie("member"), { selector: (m) => m.key, maxLength: 4 }),
          fc.boolean(),
        )
        .map(([members, loose]) => model(members, loose)),
      tie("shape").map(({ of, values, ...schemas }) => ({
        of: array(of),
        zod: z.array(schemas.zod),
        wireZod: z.array(schemas.wireZod),
        values: fc.array(values, { maxLength: 3 }),
      })),
      tie("shape").map((shape) => ({
        of: lazy(() => shape.of),
        zod: shape.zod,
        wireZod: z.lazy(() => shape.wireZod),
        values: shape.values,
      })),
      tie("shape").map((shape) => ({
        of: nullable(shape.of),
        zod: shape.zod.nullable(),
        wireZod: shape.wireZod.nullable(),
        values: fc.option(shape.values),
      })),
      tie("shape").map(({ of, values, ...schemas }) => ({
        of: record(of),
        zod: z.record(z.string(), schemas.zod),
        wireZod: z.record(z.string(), schemas.wireZod),
        values: fc.dictionary(fc.oneof(names, text), values, { maxKeys: 3, noNullPrototype: true }),
      })),
      fc.tuple(tie("shape"), tie("shape")).map(([a, b]) => ({
        of: tuple<unknown[]>([a.of, b.of]),
        zod: z.tuple([a.zod, b.zod]),
        wireZod: z.tuple([a.wireZod, b.wireZod]),
        values: fc.tuple(a.values, b.values),
      })),
      fc.tuple(tie("shape"), tie("shape")).map(([a, b]) => discriminated(a, b)),
      ...others(tie),
    ),
  })).shape;
}
