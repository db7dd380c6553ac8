/** Members of any type in requests: what JSON cannot carry is an issue with its path. */
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Schema,
  all,
  array,
  as,
  dateTime,
  encode,
  extra,
  nullable,
  number,
  object,
  openUnion,
  optional,
  record,
  string,
  tagged,
  tuple,
  union,
  unknown,
} from "../../../src/lib/typed.js";
import { openJSON } from "../../../src/lib/schema/open.js";
import { runs } from "../../support/runs.js";
import { deepFreeze } from "./deep-freeze.js";

const text = "2026-01-02T03:04:05.000Z";
const date = new Date(text);

/** Encodes a request with a JSON body. */
function send(of: Schema<unknown>, value: unknown): ReturnType<typeof encode> {
  return encode(of, value, openJSON);
}

class Empty {
  // eslint-disable-next-line typescript/class-methods-use-this -- an instance without members
  method(): number {
    return 1;
  }
}
class Money {
  amount = 5;
  #secret = 7;
  get doubled(): number {
    return this.#secret * 2;
  }
}
class Tagged {
  id = 1;
  get [Symbol.toStringTag](): string {
    return "DataSet";
  }
}
class Bag extends Map<string, number> {
  label = "l";
}

const cyclic: Record<string, unknown> = { name: "a" };
cyclic["self"] = { again: cyclic };

/** What JSON has no form for, and how messages name it. */
const lossy: readonly (readonly [name: string, value: unknown, received: string])[] = [
  ["a Map", new Map([["a", 1]]), "Map"],
  ["a Set", new Set([1]), "Set"],
  ["an empty Map", new Map(), "Map"],
  ["a WeakMap", new WeakMap(), "WeakMap"],
  ["a subclass of Map with members", new Bag(), "Map"],
  ["a promise", Promise.resolve(1), "Promise"],
  ["a thenable", Object.create(Promise.prototype) as object, "Promise"],
  // oxlint-disable-next-line unicorn/no-thenable -- refused for what it is
  ["a thenable of another kind", Object.create({ then: (): void => {} }) as object, "object"],
  ["a function", () => 1, "function"],
  ["a class", Empty, "function"],
  ["a symbol", Symbol("s"), "symbol"],
  ["a Blob", new Blob(["a"]), "Blob"],
  ["a File", new File(["a"], "a"), "File"],
  ["bytes", new Uint8Array([1, 2]), "Uint8Array"],
  ["floats", new Float64Array(1), "Float64Array"],
  ["an ArrayBuffer", new ArrayBuffer(1), "ArrayBuffer"],
  ["a DataView", new DataView(new ArrayBuffer(1)), "DataView"],
  ["a RegExp", /a/, "RegExp"],
  ["a web stream", new ReadableStream(), "ReadableStream"],
  ["a stream of Node", Readable.from(["a"]), "object"],
  ["an Error", Object.assign(new Error("a"), { code: "E" }), "Error"],
  ["URL parameters", new URLSearchParams("a=1"), "URLSearchParams"],
  ["Headers", new Headers({ a: "1" }), "Headers"],
  ["a FormData", new FormData(), "FormData"],
  ["an instance without members", new Empty(), "object"],
  ["a generator", (function* () {})(), "Generator"],
  ["NaN", NaN, "NaN"],
  ["Infinity", -Infinity, "-Infinity"],
  ["a bigint", 1n, "bigint"],
  ["an invalid Date", new Date(NaN), "invalid Date"],
  ["an invalid Date of another realm", runInNewContext("new Date(NaN)"), "Date"],
  ["an object whose toJSON returns a Map", { toJSON: () => new Map() }, "Map"],
  ["an object whose toJSON returns NaN", { toJSON: () => NaN }, "NaN"],
];

test.for(lossy)("%s is refused wherever it is, by its path", ([, value, received]) => {
  const issue = (path: unknown[]) => ({
    issues: [{ path, message: expect.stringMatching(`^expected .+, received ${received}$`) }],
  });
  expect(send(unknown, value)).toMatchObject(issue([]));
  expect(send(unknown, { a: [{ b: value }] })).toMatchObject(issue(["a", 0, "b"]));
  expect(send(array(unknown), [1, value])).toMatchObject(issue([1]));
  expect(send(record(unknown), { k: { l: value } })).toMatchObject(issue(["k", "l"]));
  const Named = object<{ id: string; meta?: unknown }>(() => ({
    id: string,
    meta: as("meta_data", optional(unknown)),
  }));
  expect(send(Named, { id: "a", meta: { x: value } })).toMatchObject(issue(["meta", "x"]));
  expect(send(Named, { id: "a", more: [value] })).toMatchObject(issue(["more", 0]));
  const Plain = object<{ id: string }>(() => ({ id: string }));
  expect(send(Plain, { id: "a", more: value })).toMatchObject(issue(["more"]));
  expect(send(array(Plain), [{ id: "a", more: value }])).toMatchObject(issue([0, "more"]));
  const Extra = object<object>(
    () => ({ id: string }) as never,
    extra(() => unknown),
  );
  expect(send(Extra, { id: "a", additionalProperties: { x: value } })).toMatchObject(issue(["x"]));
  expect(send(Extra, { id: "a", beside: value })).toMatchObject(issue(["beside"]));
  expect(
    send(
      union<unknown>(() => [string, Plain]),
      { id: "a", more: value },
    ),
  ).toMatchObject(issue(["more"]));
  const unknownVariant = { type: "UNKNOWN", isUnknown: true, raw: { type: "t", x: value } };
  const Open = tagged("type", "type", () => ({}), true);
  expect(send(Open, unknownVariant)).toMatchObject(issue(["raw", "x"]));
  expect(
    send(
      openUnion(() => []),
      { isUnknown: true, raw: [value] },
    ),
  ).toMatchObject(issue(["raw", 0]));
  expect(send(tuple<unknown[]>([string, unknown]), ["a", value])).toMatchObject(issue([1]));
  expect(send(tuple<unknown[]>([string], unknown), ["a", 1, value])).toMatchObject(issue([2]));
  expect(send(nullable(unknown), [value])).toMatchObject(issue([0]));
});

test.for(lossy.filter(([, value]) => typeof value === "object"))(
  "%s is no object with members, named or not",
  ([, value, received]) => {
    const Optional = object<{ a?: string }>(() => ({ a: optional(string) as never }));
    const message = `expected object, received ${received}`;
    if (!("toJSON" in (value as object) && !(value instanceof Date)))
      for (const of of [record(string), record(unknown), Optional]) {
        expect(encode(of, value)).toMatchObject({ issues: [{ path: [], message }] });
        expect(
          send(
            object<{ in: unknown }>(() => ({ in: of })),
            { in: value },
          ),
        ).toMatchObject({
          issues: [{ path: ["in"], message }],
        });
      }
  },
);

test.for<[name: string, value: unknown, path: (string | number)[]]>([
  ["a cycle", cyclic, ["self", "again"]],
  ["a cycle through an array", cyclicArray(), [1, 0]],
  ["undefined in an array", { list: [1, undefined] }, ["list", 1]],
  ["a hole in an array", { list: holey() }, ["list", 0]],
])("%s is refused", ([, value, path]) => {
  expect(send(unknown, value)).toMatchObject({ issues: [{ path }] });
  expect(send(record(unknown), { m: value })).toMatchObject({ issues: [{ path: ["m", ...path] }] });
});

function cyclicArray(): unknown[] {
  const list: unknown[] = [1];
  list.push([list]);
  return list;
}

function holey(): unknown[] {
  const list: unknown[] = [];
  list[1] = 1;
  return list;
}

test("undefined in an array of any schema is refused, because it would become null", () => {
  expect(send(array(unknown), [1, undefined])).toMatchObject({ issues: [{ path: [1] }] });
  expect(send(array(unknown), holey())).toMatchObject({ issues: [{ path: [0] }] });
});

test("all that JSON cannot carry is reported at once", () => {
  const value = { a: new Map(), b: { c: [1n, NaN] }, d: () => 1, e: "fine" };
  const sent = send(record(unknown), value);
  expect(sent.ok ? [] : sent.issues.map(({ path }) => path.join("."))).toEqual([
    "a",
    "b.c.0",
    "b.c.1",
    "d",
  ]);
});

test("the same object twice is no cycle", () => {
  const shared = { a: [1] };
  expect(send(unknown, { x: shared, y: [shared, shared] })).toEqual({
    ok: true,
    value: { x: shared, y: [shared, shared] },
  });
});

test.for<[name: string, value: unknown, wire: unknown]>([
  ["a Date", { at: [date] }, { at: [text] }],
  ["a Date of another realm", runInNewContext(`({ at: new Date("${text}") })`), { at: text }],
  ["a URL", { url: new URL("https://a.test/b") }, { url: "https://a.test/b" }],
  ["an object with toJSON", { a: { toJSON: () => ({ b: [1] }) } }, { a: { b: [1] } }],
  ["a toJSON that returns its object", { a: itself() }, { a: { x: 1 } }],
  ["a toJSON that returns nothing", { a: { toJSON: (): void => {} }, b: 1 }, { b: 1 }],
  ["a Buffer, which has toJSON", { a: Buffer.from("a") }, { a: { type: "Buffer", data: [97] } }],
  ["an instance with members", { a: new Money() }, { a: { amount: 5 } }],
  ["an instance with a tag of its own", { a: new Tagged() }, { a: { id: 1 } }],
  [
    "an object without a prototype",
    Object.assign(Object.create(null) as object, { a: 1 }),
    { a: 1 },
  ],
  ["an empty object of another realm", { a: runInNewContext("({})") as object }, { a: {} }],
  ["empty objects and arrays", { a: {}, b: [] }, { a: {}, b: [] }],
  ["undefined members", { a: undefined, b: { c: undefined } }, { b: {} }],
  ["boxed values", { a: [Object(1), Object("s"), Object(false)] }, { a: [1, "s", false] }],
  [
    "numbers, strings and null",
    [0, -0, 1e21, "", "\ud800", true, null],
    [0, 0, 1e21, "", "\ud800", true, null],
  ],
  [
    "a member named __proto__",
    JSON.parse('{"__proto__":{"a":1}}'),
    JSON.parse('{"__proto__":{"a":1}}'),
  ],
  ["symbol members", { [Symbol("s")]: 1, a: 1 }, { a: 1 }],
  ["a proxy", new Proxy({ a: 1 }, {}), { a: 1 }],
])("%s is sent as JSON has it", ([, value, wire]) => {
  const sent = send(unknown, value);
  expect(sent.ok).toBe(true);
  expect(JSON.stringify(sent.ok && sent.value)).toBe(JSON.stringify(wire));
  expect(JSON.stringify(sent.ok && sent.value)).toBe(JSON.stringify(value));
});

test("in other encodings, values are refused if nothing of them would be sent", () => {
  for (const value of [new Map([["a", 1]]), new Set(), Promise.resolve(), new Blob(["a"]), /a/])
    expect(encode(unknown, value)).toMatchObject({ issues: [{ path: [] }] });
  for (const value of [date, [1], { a: 1 }, new Money(), "text", 5, null, undefined])
    expect(encode(unknown, value)).toEqual({ ok: true, value });
});

function itself(): object {
  const value = { x: 1, toJSON: () => value };
  return Object.defineProperty(value, "toJSON", { enumerable: false });
}

test("a bigint with a toJSON of the application is sent by it", () => {
  const prototype = BigInt.prototype as { toJSON?: unknown };
  prototype.toJSON = function (this: bigint): string {
    return `${this}n`;
  };
  try {
    expect(send(unknown, { a: 5n })).toEqual({ ok: true, value: { a: "5n" } });
  } finally {
    delete prototype.toJSON;
  }
});

/** An object whose members count how often they are read. */
function counting(members: Record<string, unknown>): { value: object; reads: () => number[] } {
  const reads: Record<string, number> = {};
  const value = {};
  for (const [key, member] of Object.entries(members)) {
    reads[key] = 0;
    Object.defineProperty(value, key, {
      enumerable: true,
      get() {
        reads[key]!++;
        return member;
      },
    });
  }
  return { value, reads: () => Object.values(reads) };
}

const Known = object<{ id: string; at?: Date; n?: number }>(() => ({
  id: string,
  at: optional(dateTime) as never,
  n: optional(number) as never,
}));
const Renamed = object<{ id: string; at?: Date }>(() => ({
  id: as("the_id", string),
  at: as("at_time", optional(dateTime) as never),
}));

test.for<[name: string, of: Schema<unknown>]>([
  ["unknown", unknown],
  ["a record", record(unknown)],
  ["an object", Known],
  ["an object with renamed members", Renamed],
  [
    "an object with additional properties",
    object<object>(
      () => ({ id: string }) as never,
      extra(() => unknown),
    ),
  ],
  ["a nullable", nullable(Known)],
  ["a union", union<unknown>(() => [object<{ never: string }>(() => ({ never: string })), Known])],
  ["all of several", all(() => [Known, Renamed])],
])("every member of %s is read once, and what was read is sent", ([, of]) => {
  const inner = counting({ deep: [{ x: 1 }] });
  const outer = counting({ id: "a", at: date, more: inner.value, other: "o" });
  const sent = send(of, outer.value);
  expect(sent.ok).toBe(true);
  const wire = JSON.stringify(sent.ok && sent.value);
  expect(wire).toContain('"more":{"deep":[{"x":1}]}');
  expect(wire).toContain(text);
  expect(inner.reads()).toEqual([1]);
  expect(outer.reads()).toEqual([1, 1, 1, 1]);
});

test("a renamed member of any type is refused under its own name, if a part of an allOf has it", () => {
  const Data = object<{ data: unknown }>(() => ({ data: as("@data", unknown) }));
  const Tag = object<{ kind: string }>(() => ({ kind: as("@kind", string) }));
  const of = all(() => [Tag, Data]);
  expect(send(of, { kind: "a", data: new Map() })).toEqual({
    ok: false,
    issues: [
      { code: "invalid_type", path: ["data"], message: "expected JSON value, received Map" },
    ],
  });
  const sent = send(of, { kind: "a", data: { at: date } });
  expect(sent).toEqual({ ok: true, value: { "@kind": "a", "@data": { at: text } } });
});

test("toJSON is called once, with the name of the member", () => {
  const names: unknown[] = [];
  const value = { toJSON: (name: unknown) => (names.push(name), { a: 1 }) };
  const sent = send(unknown, { m: value, list: [value] });
  expect(JSON.stringify(sent.ok && sent.value)).toBe('{"m":{"a":1},"list":[{"a":1}]}');
  expect(names).toEqual(["m", "0"]);
});

test("the order of members is kept", () => {
  const sent = send(Known, { z: 1, n: 2, a: 3, id: "i" });
  expect(JSON.stringify(sent.ok && sent.value)).toBe('{"z":1,"n":2,"a":3,"id":"i"}');
});

test("values that other encodings can carry are kept beside named members", () => {
  const blob = new Blob(["a"]);
  expect(encode(Known, { id: "a", file: blob })).toEqual({
    ok: true,
    value: { id: "a", file: blob },
  });
});

/** Whether JSON has a form for a value. Absent members need none. */
function isCarried(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null)
    return ["string", "boolean", "undefined", "object"].includes(typeof value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (/Number|String|Boolean/.test(Object.prototype.toString.call(value)))
    return isCarried(value.valueOf());
  if (Array.isArray(value))
    return Array.from(value as unknown[]).every((item) => item !== undefined && isCarried(item));
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return false;
  return Object.values(value).every(isCarried);
}

test("whatever is sent, JSON.stringify writes the same, or it is refused", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBoxedValues: true,
    withNullPrototype: true,
    withSparseArray: true,
    withObjectString: true,
    maxDepth: 3,
  });
  fc.assert(
    fc.property(anything, (value) => {
      const sent = send(record(unknown), deepFreeze({ value }));
      expect(sent.ok).toBe(isCarried(value));
      if (sent.ok) expect(JSON.stringify(sent.value)).toBe(JSON.stringify({ value }));
    }),
    { ...runs(500), examples: [["x"]] },
  );
});
