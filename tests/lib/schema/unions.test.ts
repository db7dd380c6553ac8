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
  encode,
  integer,
  literal,
  nullable,
  number,
  object,
  openUnion,
  optional,
  polymorphic,
  record,
  string,
  tagged,
  tuple,
  union,
} from "../../../src/lib/typed.js";
import { decodeLeniently } from "../../../src/lib/schema/index.js";
import { deepFreeze } from "./deep-freeze.js";

const text = "2026-01-02T03:04:05.000Z";
const date = new Date(text);

const Small = object<{ id: string; at?: Date }>(() => ({
  id: string,
  at: optional(dateTime) as never,
}));
const Large = object<{ id: string; madeAt?: Date; plan?: string }>(() => ({
  id: string,
  madeAt: as("made_at", optional(dateTime) as never),
  plan: optional(string) as never,
}));
const Either: Schema<unknown> = union<unknown>(() => [Small, Large]);

test.for<[what: string, of: Schema<unknown>, wire: unknown, value: unknown]>([
  ["the first where both know equally much", Either, { id: "a" }, { id: "a" }],
  [
    "the variant that knows more members",
    Either,
    { id: "a", made_at: text },
    { id: "a", madeAt: date },
  ],
  [
    "the variant that knows more members",
    Either,
    { id: "a", at: text, x: 1 },
    { id: "a", at: date, x: 1 },
  ],
  [
    "the variant that accepts the value",
    Either,
    { id: "a", at: "no", plan: "p" },
    { id: "a", at: "no", plan: "p" },
  ],
  ["a string or an array", union<unknown>(() => [string, array(dateTime)]), [text], [date]],
  ["a string or an array", union<unknown>(() => [string, array(dateTime)]), text, text],
  ["an instant or a string", union<unknown>(() => [dateTime, string]), text, date],
  ["an instant or a string", union<unknown>(() => [dateTime, string]), "soon", "soon"],
  ["nothing or a model", nullable(Either), null, null],
  [
    "unions in unions",
    union<unknown>(() => [integer, Either]),
    { id: "a", made_at: text },
    { id: "a", madeAt: date },
  ],
  ["known values or any string", union<unknown>(() => [closedEnum({ a: "a" }), string]), "b", "b"],
])("a union chooses %s (case %#)", ([, of, wire, value]) => {
  expect(decode(of, structuredClone(wire))).toEqual({ ok: true, value });
  expect(encode(of, deepFreeze(value))).toEqual({ ok: true, value: wire });
});

test("a variant that fails halfway does not change the value", () => {
  const First = object<{ at: Date; list: Date[]; last: number }>(() => ({
    at: dateTime,
    list: array(dateTime),
    last: integer,
  }));
  const Second = object<{ at: string; list: string[]; last: string }>(() => ({
    at: string,
    list: array(string),
    last: string,
  }));
  const wire = { at: text, list: [text], last: "z" };
  expect(
    decode(
      union<unknown>(() => [First, Second]),
      wire,
    ),
  ).toEqual({
    ok: true,
    value: { at: text, list: [text], last: "z" },
  });
});

test.for([
  ["is valid", "z"],
  ["is invalid", 5],
])("a tree of unions without discriminators whose leaf %s is checked once", ([, leaf]) => {
  // Both models contain the next level; only the member after it differs.
  const one = object<{ child: unknown; kind: "a" }>(() => ({ child: Node, kind: literal("a") }));
  const two = object<{ child: unknown; kind: "b" }>(() => ({ child: Node, kind: literal("b") }));
  const end = object<{ leaf: string }>(() => ({ leaf: string }));
  const Node: Schema<unknown> = union<unknown>(() => [one, two, end]);
  let reads = 0;
  let tree: object = {
    get leaf() {
      reads++;
      return leaf;
    },
  };
  for (let level = 0; level < 12; level++) tree = { child: tree, kind: "b" };
  expect(encode(Node, tree).ok).toBe(leaf === "z");
  expect(reads).toBeLessThan(10);
});

test("the issues of a union are those of the closest variant", () => {
  const decoded = decode(
    union<unknown>(() => [integer, Large, tuple<[string]>([string])]),
    {
      id: "a",
      made_at: "secret",
    },
  );
  expect(decoded).toMatchObject({ ok: false });
  expect(JSON.stringify(decoded)).not.toContain("secret");
  expect(
    decode(
      union(() => []),
      5,
    ),
  ).toEqual({
    ok: false,
    issues: [{ code: "invalid_type", path: [], message: "expected never, received number" }],
  });
});

interface Key {
  type: "apiKey";
  madeAt?: Date;
}
interface Basic {
  type: "basic";
  user: string;
}
const Key: Schema<Key> = object<Key>(() => ({
  type: as("auth_type", literal("apiKey")),
  madeAt: as("made_at", optional(dateTime) as never),
}));
const Basic: Schema<Basic> = object<Basic>(() => ({
  type: as("auth_type", literal("basic")),
  user: string,
}));
const variants = (): Readonly<Record<string, Schema<unknown>>> => ({ apiKey: Key, basic: Basic });
const Open = tagged<unknown>("type", "auth_type", variants, true);
const Closed = tagged<unknown>("type", "auth_type", variants, false);

test.for<[wire: unknown, value: unknown]>([
  [
    { auth_type: "apiKey", made_at: text },
    { type: "apiKey", madeAt: date },
  ],
  [
    { auth_type: "basic", user: "u", more: 1 },
    { type: "basic", user: "u", more: 1 },
  ],
  [
    { auth_type: "passkey", made_at: text, deep: { a: [null] } },
    {
      type: "UNKNOWN",
      isUnknown: true,
      raw: { auth_type: "passkey", made_at: text, deep: { a: [null] } },
    },
  ],
  [{ no: "tag" }, { type: "UNKNOWN", isUnknown: true, raw: { no: "tag" } }],
  [
    { auth_type: "constructor" },
    { type: "UNKNOWN", isUnknown: true, raw: { auth_type: "constructor" } },
  ],
])(
  "a discriminated union is decoded and encoded, including unknown tags (case %#)",
  ([wire, value]) => {
    expect(decode(Open, structuredClone(wire))).toEqual({ ok: true, value });
    expect(encode(Open, deepFreeze(value))).toEqual({ ok: true, value: wire });
  },
);

const Shared = object<{ madeAt: Date }>(() => ({ madeAt: as("made_at", dateTime) }));
const Base = polymorphic<unknown>("type", "auth_type", variants, () => Shared);
const Untagged = polymorphic<unknown>("type", "auth_type", variants, () => Shared, true);

test.for<[what: string, wire: unknown, value: unknown]>([
  ["a subtype", { auth_type: "apiKey", made_at: text }, { type: "apiKey", madeAt: date }],
  [
    "an unknown subtype, whose tag stays",
    { auth_type: "passkey", made_at: text, device_name: "d" },
    { type: "passkey", madeAt: date, device_name: "d" },
  ],
  ["a number as the tag", { auth_type: 7, made_at: text }, { type: 7, madeAt: date }],
])("a polymorphic union decodes and encodes %s", ([, wire, value]) => {
  expect(decode(Base, structuredClone(wire))).toEqual({ ok: true, value });
  expect(encode(Base, deepFreeze(value))).toEqual({ ok: true, value: wire });
});

test("a response without the tag of a base is read as the base, and a request needs it", () => {
  const [wire, value] = [{ made_at: text }, { madeAt: date }];
  expect(decodeLeniently(Base, { ...wire })).toMatchObject({
    value,
    issues: [{ path: ["auth_type"], message: "expected string, received undefined" }],
    isUsable: true,
  });
  expect(decode(Untagged, { ...wire })).toEqual({ ok: true, value });
  expect(encode(Base, value)).toMatchObject({ ok: false, issues: [{ path: ["type"] }] });
  expect(encode(Untagged, value)).toEqual({ ok: true, value: wire });
  expect(encode(Untagged, { ...value, type: {} })).toMatchObject({ ok: false });
});

test("the members of the base are checked in an unknown subtype", () => {
  const issues = [{ path: ["made_at"], message: "expected date-time, received string" }];
  expect(decode(Base, { auth_type: "passkey", made_at: "no" })).toMatchObject({
    ok: false,
    issues,
  });
});

test("the tag of a discriminated union can be a number or a boolean", () => {
  const One = object<{ v: number; at: Date }>(() => ({ v: integer, at: dateTime }));
  const Numbered = tagged<unknown>("v", "v", () => ({ 1: One, true: Small }), true);
  const value = { v: 1, at: date };
  expect(decode(Numbered, { v: 1, at: text })).toEqual({ ok: true, value });
  expect(encode(Numbered, value)).toEqual({ ok: true, value: { v: 1, at: text } });
  expect(decode(Numbered, { v: true, id: "a", at: text })).toMatchObject({ value: { at: date } });
  expect(decode(Numbered, { v: [1], at: text })).toMatchObject({ value: { v: "UNKNOWN" } });
});

test("a tag that a union adds is converted next to the members of the variant", () => {
  const Cat = object<{ bornAt: Date }>(() => ({ bornAt: as("born_at", dateTime) }));
  const Tag = object<{ petType: string }>(() => ({ petType: as("pet_type", literal("cat")) }));
  const Pet = tagged<unknown>("petType", "pet_type", () => ({ cat: all(() => [Tag, Cat]) }), true);
  const [wire, value] = [
    { pet_type: "cat", born_at: text, x: 1 },
    { petType: "cat", bornAt: date },
  ];
  expect(decode(Pet, structuredClone(wire))).toEqual({ ok: true, value: { ...value, x: 1 } });
  expect(encode(Pet, deepFreeze({ ...value, x: 1 }))).toEqual({ ok: true, value: wire });
});

test("the issue of a closed discriminated union lists the known tags, but not the received one", () => {
  const issues = [
    {
      code: "invalid_value",
      path: ["auth_type"],
      message: "expected apiKey | basic, received string",
    },
  ];
  expect(decode(Closed, { auth_type: "secret" })).toEqual({ ok: false, issues });
  expect(encode(Closed, { type: "secret" })).toMatchObject({ issues: [{ path: ["type"] }] });
  expect(encode(Open, { type: "secret" })).toMatchObject({ issues: [{ path: ["type"] }] });
  expect(decode(Open, "secret")).toMatchObject({
    issues: [{ message: "expected object, received string" }],
  });
});

test("a known variant can have a member named isUnknown", () => {
  const value = { type: "basic", user: "u", isUnknown: true };
  expect(encode(Open, value)).toEqual({
    ok: true,
    value: { auth_type: "basic", user: "u", isUnknown: true },
  });
});

const Stamped = object<{ madeAt: Date }>(() => ({ madeAt: as("made_at", dateTime) }));
const Owned = object<{ owner: string; seen: Date }>(() => ({
  owner: as("owner_id", string),
  seen: dateTime,
}));

test.for<[what: string, of: Schema<unknown>, wire: unknown, value: unknown]>([
  [
    "models that rename",
    all(() => [Stamped, Owned]),
    { made_at: text, owner_id: "o", seen: text, more: 1 },
    { madeAt: date, owner: "o", seen: date, more: 1 },
  ],
  [
    "models that name the same member",
    all(() => [
      Stamped,
      object<{ madeAt: Date; n: bigint }>(() => ({ madeAt: as("made_at", dateTime), n: bigint })),
    ]),
    { made_at: text, n: "5" },
    { madeAt: date, n: 5n },
  ],
  [
    "models that name the same member and do not rename it",
    all(() => [object(() => ({ at: dateTime })), object(() => ({ at: dateTime, id: string }))]),
    { at: text, id: "a" },
    { at: date, id: "a" },
  ],
  [
    "a model and a union",
    all(() => [Stamped, Either]),
    { made_at: text, id: "a", plan: "p" },
    { madeAt: date, id: "a", plan: "p" },
  ],
  ["scalars", all(() => [string, dateTime]), text, date],
])("an intersection merges %s", ([, of, wire, value]) => {
  expect(decode(of, structuredClone(wire))).toEqual({ ok: true, value });
  if (typeof wire === "object") {
    expect(encode(of, deepFreeze(value))).toEqual({ ok: true, value: wire });
  }
});

test("an intersection reports the issues of all its parts", () => {
  const decoded = decode(
    all(() => [Stamped, Owned]),
    { made_at: "secret", seen: text },
  );
  expect(decoded.ok ? [] : decoded.issues.map(({ path }) => path)).toEqual([
    ["made_at"],
    ["owner_id"],
  ]);
});

test("an intersection with an open record keeps every member", () => {
  const of = all<unknown>(() => [Stamped, record(string)]);
  expect(decode(of, { made_at: text, a: "b" })).toEqual({
    ok: true,
    value: { madeAt: date, a: "b" },
  });
});

test.for<[of: Schema<unknown>, wire: unknown, value: unknown]>([
  [tuple<[string, Date]>([string, dateTime]), ["a", text], ["a", date]],
  [tuple<[string]>([string]), ["a", { more: 1 }], ["a", { more: 1 }]],
  [tuple<[string]>([string], dateTime), ["a", text, text], ["a", date, date]],
  [tuple<[]>([]), [], []],
])("a tuple is decoded and encoded (case %#)", ([of, wire, value]) => {
  expect(decode(of, structuredClone(wire))).toEqual({ ok: true, value });
  expect(encode(of, deepFreeze(value))).toEqual({ ok: true, value: wire });
});

test.for<[wire: unknown, path: unknown[], message: string]>([
  [["a"], [1], "expected date-time, received undefined"],
  [{}, [], "expected array, received object"],
  [["a", "secret"], [1], "expected date-time, received string"],
  [["a", text, 5], [2], "expected string, received number"],
])("a tuple rejects other values (case %#)", ([wire, path, message]) => {
  const of = tuple<[string, Date]>([string, dateTime], string);
  expect(decode(of, wire)).toEqual({
    ok: false,
    issues: [{ code: "invalid_type", path, message }],
  });
});

const Short = tuple<[string, Date?, number?]>([string, optional(dateTime), optional(number)]);

test.for<[wire: unknown, value: unknown]>([
  [["a"], ["a"]],
  [
    ["a", text],
    ["a", date],
  ],
  [
    ["a", text, 1, "more"],
    ["a", date, 1, "more"],
  ],
])("a tuple may be shorter than its list of schemas: %j", ([wire, value]) => {
  expect(decode(Short, structuredClone(wire))).toEqual({ ok: true, value });
  expect(encode(Short, deepFreeze(value))).toEqual({ ok: true, value: wire });
});

test("items of a tuple that may be absent are checked if they are there", () => {
  expect(decode(Short, ["a", "soon"])).toMatchObject({ issues: [{ path: [1] }] });
  expect(decode(Short, [])).toMatchObject({ issues: [{ path: [0] }] });
  expect(encode(Short, ["a", text])).toMatchObject({ issues: [{ path: [1] }] });
});

test("null stands for an item of a tuple that is absent, and is kept", () => {
  expect(decode(Short, ["a", null, 1])).toEqual({ ok: true, value: ["a", null, 1] });
});

test("undefined at the end of a tuple is left out, and elsewhere refused, because JSON has none", () => {
  expect(encode(Short, ["a", date, undefined])).toEqual({ ok: true, value: ["a", text] });
  expect(encode(Short, ["a", undefined, undefined])).toEqual({ ok: true, value: ["a"] });
  expect(encode(Short, ["a", undefined, 1])).toMatchObject({
    issues: [{ path: [1], message: "expected value, received undefined" }],
  });
});

test("an open union keeps a value that no schema accepts, and sends it back unchanged", () => {
  const of: Schema<unknown> = openUnion<unknown>(() => [Small, Large]);
  const wire = { id: 7, made_at: "then" };
  const decoded = decode(of, structuredClone(wire));
  expect(decoded).toEqual({ ok: true, value: { isUnknown: true, raw: wire } });
  expect(encode(of, { isUnknown: true, raw: wire })).toEqual({ ok: true, value: wire });
  expect(decode(of, { id: "a" })).toEqual({ ok: true, value: { id: "a" } });
  expect(encode(of, { id: 7 }).ok).toBe(false);
});
