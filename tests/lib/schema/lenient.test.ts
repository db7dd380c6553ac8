/** Lenient decoding: what fits is decoded, everything else is kept as it came. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Schema,
  all,
  array,
  as,
  bigint,
  closedEnum,
  dateTime,
  decode,
  decodeLeniently,
  encode,
  extra,
  integer,
  lazy,
  literal,
  nullable,
  number,
  object,
  openUnion,
  optional,
  optionalAs,
  record,
  string,
  tagged,
  tuple,
  union,
} from "../../../src/lib/typed.js";
import { runs } from "../../support/runs.js";
import { deepFreeze } from "./deep-freeze.js";
import { json, shapes } from "./shapes.js";

const text = "2026-01-02T03:04:05.000Z";
const date = new Date(text);

interface Item {
  itemId: string;
  madeAt: Date;
  count?: number | undefined;
}
const Item: Schema<Item> = object<Item>(() => ({
  itemId: as("item_id", string),
  madeAt: as("made_at", dateTime),
  count: optional(number),
}));

/** The message of each issue by its path. */
function issuesOf(of: Schema<unknown>, wire: unknown): Readonly<Record<string, string>> {
  const { issues } = decodeLeniently(of, structuredClone(wire));
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

const Small = object<{ id: string; at: Date }>(() => ({ id: string, at: dateTime }));
const Other = object<{ key: number; madeAt: Date }>(() => ({
  key: integer,
  madeAt: as("made_at", dateTime),
}));
const Key = object<{ type: string; madeAt: Date; secret: string }>(() => ({
  type: as("auth_type", literal("apiKey")),
  madeAt: as("made_at", dateTime),
  secret: string,
}));
const variants = (): Readonly<Record<string, Schema<unknown>>> => ({ apiKey: Key });
const Plain = object<{ at: Date; n: number; note?: string | undefined }>(() => ({
  at: dateTime,
  n: number,
  note: optional(string),
}));

test.for<[what: string, of: Schema<unknown>, wire: unknown, value: unknown, issues: object]>([
  [
    "a member of the wrong type beside others",
    Plain,
    { at: text, n: "7", more: [1] },
    { at: date, n: "7", more: [1] },
    { n: "expected number, received string" },
  ],
  [
    "null and nothing for required members",
    Plain,
    { at: null },
    { at: null },
    {
      at: "expected date-time, received null",
      n: "expected number, received undefined",
    },
  ],
  [
    "a renamed member of the wrong type, under its own name",
    Item,
    { item_id: 5, made_at: text, count: "many" },
    { itemId: 5, madeAt: date, count: "many" },
    {
      item_id: "expected string, received number",
      count: "expected number, received string",
    },
  ],
  [
    "null for an optional member, read as absent",
    Item,
    { item_id: "a", made_at: text, count: null },
    { itemId: "a", madeAt: date },
    {},
  ],
  [
    "items of an array",
    array(dateTime),
    [text, null, 5, text],
    [date, null, 5, date],
    { 1: "expected date-time, received null", 2: "expected date-time, received number" },
  ],
  [
    "values of a record",
    record(dateTime),
    { a: text, b: "soon", __proto__: null },
    { a: date, b: "soon" },
    { b: "expected date-time, received string" },
  ],
  [
    "items of a tuple, and those after them",
    tuple<unknown[]>([string, dateTime], dateTime),
    [5, text, text, "soon"],
    [5, date, date, "soon"],
    { 0: "expected string, received number", 3: "expected date-time, received string" },
  ],
  [
    "additional properties",
    object<object>(
      () => ({}),
      extra(() => dateTime),
    ),
    { a: text, b: 5 },
    { additionalProperties: { a: date, b: 5 } },
    { b: "expected date-time, received number" },
  ],
  [
    "a nullable member",
    nullable(Item),
    { item_id: "a", made_at: 1 },
    { itemId: "a", madeAt: 1 },
    { made_at: "expected date-time, received number" },
  ],
  [
    "a lazy schema",
    array(lazy(() => Item)),
    [{ item_id: "a", made_at: 1 }, null],
    [{ itemId: "a", madeAt: 1 }, null],
    { "0.made_at": "expected date-time, received number", 1: "expected object, received null" },
  ],
  [
    "a union that fits no variant, unchanged",
    array(union<unknown>(() => [Small, Other])),
    [
      { id: 5, at: text },
      { key: 1, made_at: text },
    ],
    [
      { id: 5, at: text },
      { key: 1, madeAt: date },
    ],
    { "0.id": "expected string, received number" },
  ],
  [
    "an open union that fits no variant",
    openUnion<unknown>(() => [Small, Other]),
    { id: 5, at: text },
    { isUnknown: true, raw: { id: 5, at: text } },
    {},
  ],
  [
    "the variant of a discriminated union",
    tagged("type", "auth_type", variants, false),
    { auth_type: "apiKey", made_at: text, secret: 5, more: null },
    { type: "apiKey", madeAt: date, secret: 5, more: null },
    { secret: "expected string, received number" },
  ],
  [
    "an unknown tag of a closed discriminated union, unchanged",
    array(tagged("type", "auth_type", variants, false)),
    [{ auth_type: "passkey", made_at: text }, 7],
    [{ auth_type: "passkey", made_at: text }, 7],
    {
      "0.auth_type": "expected apiKey, received string",
      1: "expected object, received number",
    },
  ],
  [
    "all of several schemas",
    all(() => [
      object<{ at: Date }>(() => ({ at: dateTime })),
      object<{ madeAt: Date; n: number }>(() => ({ madeAt: as("made_at", dateTime), n: number })),
    ]),
    { at: text, made_at: text, n: "x", more: 1 },
    { at: date, madeAt: date, n: "x", more: 1 },
    { n: "expected number, received string" },
  ],
  [
    "a bigint",
    array(bigint),
    ["1", "1.5"],
    [1n, "1.5"],
    { 1: "expected integer, received string" },
  ],
])("%s", ([, of, wire, value, issues]) => {
  const frozen = deepFreeze(structuredClone(wire));
  expect(decodeLeniently(of, frozen, false).value).toEqual(value);
  const owned = decodeLeniently(of, structuredClone(wire));
  expect(owned.value).toEqual(value);
  expect(owned.isUsable).toBe(true);
  expect(issuesOf(of, wire)).toEqual(issues);
});

test("a list of 1,000 with a null, an absent member and a wrong type gives 1,000 items and three issues", () => {
  const list: Record<string, unknown>[] = Array.from({ length: 1000 }, (_, i) => ({
    item_id: `i-${i}`,
    made_at: text,
    count: i,
  }));
  list[3]!["item_id"] = null;
  delete list[500]!["made_at"];
  list[998]!["count"] = "many";
  const { value, issues } = decodeLeniently(array(Item), list);
  expect(issues.map(({ path }) => path)).toEqual([
    [3, "item_id"],
    [500, "made_at"],
    [998, "count"],
  ]);
  const items = value as Item[];
  expect(items).toHaveLength(1000);
  expect(items[3]).toEqual({ itemId: null, madeAt: date, count: 3 });
  expect(items[500]).toEqual({ itemId: "i-500", count: 500 });
  expect(items[998]).toEqual({ itemId: "i-998", madeAt: date, count: "many" });
  expect(items[999]).toEqual({ itemId: "i-999", madeAt: date, count: 999 });
});

test.for<[what: string, of: Schema<unknown>, wire: unknown, isUsable: boolean]>([
  ["an array for an object", Item, [], false],
  ["a scalar for an object", Item, "a", false],
  ["null for an object", Item, null, false],
  ["an object for an array", array(Item), {}, false],
  ["a scalar for an array", array(Item), 5, false],
  ["null for an array", tuple<unknown[]>([string]), null, false],
  ["an array for a record", record(string), ["a"], false],
  ["an object for a scalar", string, {}, false],
  ["an array for a date-time", dateTime, [text], false],
  ["an object for a literal", literal("a"), {}, false],
  ["an array for an enum", closedEnum({ a: "a" }), [], false],
  ["a scalar for a discriminated union", tagged("type", "t", variants, true), 5, false],
  ["an array for a union of objects", union<unknown>(() => [Small, Other]), [], false],
  ["another scalar", string, 5, true],
  ["null for a scalar", string, null, true],
  ["a string that is no date-time", dateTime, "soon", true],
  ["a short array for a tuple", tuple<unknown[]>([string, string]), ["a"], true],
  ["an object that fits no variant", union<unknown>(() => [Small, Other]), { id: 5 }, true],
  ["a scalar that fits no variant", union<unknown>(() => [Small, array(Small), string]), 5, true],
  ["a scalar that fits no variant", union<unknown>(() => [string, Small]), 5, true],
  [
    "an object that fits no variant",
    union<unknown>(() => [string, Other, array(string)]),
    {},
    true,
  ],
  ["an array with wrong items", array(Item), [1], true],
  ["null where it is declared", nullable(Item), null, true],
])("the whole is usable or not: %s", ([, of, wire, isUsable]) => {
  const decoded = decodeLeniently(of, structuredClone(wire));
  expect(decoded.isUsable).toBe(isUsable);
  if (!isUsable) expect(decoded.value).toEqual(wire);
});

const Color = { Red: "red", Blue: "blue" } as const;

test.for<[what: string, of: Schema<unknown>, wire: unknown, value?: unknown]>([
  ["of a closed enum", closedEnum(Color), "green"],
  ["of a closed enum of numbers", closedEnum({ One: 1 }), 2],
  ["in a member", object<{ c: string }>(() => ({ c: closedEnum(Color) })), { c: "green" }],
  ["in an array", array(closedEnum(Color)), ["red", "green"]],
  [
    "in a variant of a union",
    union<unknown>(() => [
      object<{ n: number; c: string }>(() => ({ n: number, c: string })),
      object<{ at: Date; c: string }>(() => ({ at: dateTime, c: closedEnum(Color) })),
    ]),
    { at: text, c: "green" },
    { at: date, c: "green" },
  ],
])("an unknown value %s is kept in responses, and is not an issue", ([, of, wire, value]) => {
  const expected = value ?? wire;
  expect(decode(of, structuredClone(wire))).toEqual({ ok: true, value: expected });
  expect(decodeLeniently(of, wire)).toEqual({ value: expected, issues: [], isUsable: true });
  expect(of["~standard"].validate(wire)).toEqual({ value: expected });
});

test("a variant whose enum knows the value takes precedence over one that does not", () => {
  const of = union<unknown>(() => [closedEnum(Color), dateTime]);
  expect(decode(of, "red")).toEqual({ ok: true, value: "red" });
  expect(decode(of, text)).toEqual({ ok: true, value: date });
  expect(decode(of, "green")).toEqual({ ok: true, value: "green" });
});

test("a value of another type is an issue of a closed enum, and an unknown one in a request", () => {
  expect(decode(closedEnum(Color), 5)).toMatchObject({ ok: false });
  expect(decode(closedEnum(Color), null)).toMatchObject({ ok: false });
  expect(encode(closedEnum(Color), "green")).toMatchObject({ ok: false });
});

/** Every scalar of a value as a string, and `null` for an optional member left out. */
function leaves(value: unknown, found: string[] = []): string[] {
  if (typeof value === "bigint" || value instanceof Date || value instanceof Uint8Array)
    found.push("converted");
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value)) leaves(member, found);
  else if (value !== undefined && value !== null) found.push(JSON.stringify(value));
  return found;
}

/** How often each leaf occurs. */
function count(found: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const leaf of found) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  return counts;
}

/** A valid value of a shape in wire form, with some of its parts replaced by any JSON. */
const damaged = fc
  .tuple(
    shapes.chain(({ of, values }) => values.map((value) => ({ of, value }))),
    fc.array(fc.tuple(fc.nat(), fc.option(json, { nil: undefined })), { maxLength: 4 }),
  )
  .map(([{ of, value }, damages]) => {
    const encoded = encode(of, value);
    if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues));
    const wire = JSON.parse(JSON.stringify({ root: encoded.value })) as Record<string, unknown>;
    for (const [at, by] of damages) damage(wire, at, by);
    return { of, wire: wire["root"] ?? null };
  });

/** Replaces or removes one of the members within a value. */
function damage(value: unknown, at: number, by: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (parent: Record<string, unknown>): void => {
    for (const key of Object.keys(parent)) {
      places.push([parent, key]);
      const member = parent[key];
      if (typeof member === "object" && member !== null) walk(member as Record<string, unknown>);
    }
  };
  walk(value as Record<string, unknown>);
  const [parent, key] = places[at % places.length] ?? [];
  if (parent === undefined || key === undefined) return;
  if (by === undefined && !Array.isArray(parent)) delete parent[key];
  else
    Object.defineProperty(parent, key, {
      value: by ?? null,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

test("lenient decoding never throws, never drops and never invents", () => {
  fc.assert(
    fc.property(damaged, ({ of, wire }) => {
      const before = leaves(wire);
      const { value, issues } = decodeLeniently(of, structuredClone(wire));
      const after = leaves(value).filter((leaf) => leaf !== '"UNKNOWN"');
      const converted = after.filter((leaf) => leaf === "converted").length;
      // `isUnknown: true` marks unknown variants.
      const [was, is] = [count(before), count(after)];
      let lost = 0;
      for (const [leaf, times] of was) lost += Math.max(0, times - (is.get(leaf) ?? 0));
      expect(lost).toBeLessThanOrEqual(converted);
      const invented = after.filter(
        (leaf) => leaf !== "converted" && leaf !== "true" && !was.has(leaf),
      );
      expect(invented).toEqual([]);
      expect(after.length - marks(value)).toBe(before.length);
      expect(decode(of, structuredClone(wire))).toEqual(
        issues.length === 0 ? { ok: true, value } : { ok: false, issues },
      );
    }),
    runs(600),
  );
});

/** The number of marks of unknown variants. */
function marks(value: unknown): number {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return 0;
  const own = "isUnknown" in value && value.isUnknown === true && "raw" in value ? 1 : 0;
  const inner = Object.values(value).reduce<number>((sum, member) => sum + marks(member), 0);
  return own + inner;
}

test("decoding in place and decoding a copy give the same value and issues", () => {
  fc.assert(
    fc.property(damaged, ({ of, wire }) => {
      const apart = decodeLeniently(of, deepFreeze(structuredClone(wire)), false);
      expect(decodeLeniently(of, wire)).toEqual(apart);
    }),
    runs(300),
  );
});

test("renamed members of an optional field that does not fit are kept under the field", () => {
  const of = object<{ madeAt?: Item | undefined }>(() => ({ madeAt: optionalAs("made_at", Item) }));
  expect(decodeLeniently(of, { made_at: "soon", x: 1 }).value).toEqual({ madeAt: "soon", x: 1 });
});
