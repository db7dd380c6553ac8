import { expect, test } from "vitest";
import {
  type Schema,
  array,
  as,
  bigint,
  dateTime,
  decode,
  encode,
  extra,
  lazy,
  nullable,
  number,
  object,
  optional,
  optionalAs,
  record,
  string,
  unknown,
} from "../../../src/lib/typed.js";
import { deepFreeze } from "./deep-freeze.js";

interface Plain {
  id: string;
  at?: Date | undefined;
  note?: string | null | undefined;
}
const Plain: Schema<Plain> = object(() => ({
  id: string,
  at: optional(dateTime),
  note: optional(nullable(string)),
}));

interface Named {
  userId: string;
  createdAt?: Date | undefined;
  plain?: Plain | undefined;
}
const Named: Schema<Named> = object(() => ({
  userId: as("user_id", string),
  createdAt: optionalAs("created_at", dateTime),
  plain: optional(Plain),
}));

interface Open {
  id: string;
  createdAt?: Date | undefined;
  additionalProperties?: Record<string, Date>;
}
const Open: Schema<Open> = object<Omit<Open, "additionalProperties">>(
  () => ({ id: string, createdAt: as("created_at", optional(dateTime)) }),
  extra(() => dateTime),
);

interface Tree {
  name: string;
  at?: Date | undefined;
  children?: Tree[] | undefined;
}
const Tree: Schema<Tree> = object(() => ({
  name: string,
  at: optional(dateTime),
  children: optional(array(Tree)),
}));

const text = "2026-01-02T03:04:05.000Z";
const date = new Date(text);

test.for<[what: string, of: Schema<unknown>, wire: unknown, value: unknown]>([
  ["named members", Plain, { id: "a", at: text }, { id: "a", at: date }],
  ["absent optionals", Plain, { id: "a" }, { id: "a" }],
  ["a null that the schema admits", Plain, { id: "a", note: null }, { id: "a", note: null }],
  [
    "unknown members",
    Plain,
    { id: "a", more: { at: text, list: [1] } },
    { id: "a", more: { at: text, list: [1] } },
  ],
  ["other names", Named, { user_id: "u", created_at: text }, { userId: "u", createdAt: date }],
  ["other names, optional absent", Named, { user_id: "u" }, { userId: "u" }],
  [
    "other names and unknown members",
    Named,
    { user_id: "u", plan: "gold", created: text },
    { userId: "u", plan: "gold", created: text },
  ],
  [
    "other names around a nested model",
    Named,
    { user_id: "u", plain: { id: "a", at: text, extra: 1 } },
    { userId: "u", plain: { id: "a", at: date, extra: 1 } },
  ],
  [
    "gathered members",
    Open,
    { id: "a", created_at: text, one: text, two: text },
    { id: "a", createdAt: date, additionalProperties: { one: date, two: date } },
  ],
  ["no gathered members", Open, { id: "a" }, { id: "a" }],
  [
    "a gathered member named additionalProperties",
    Open,
    { id: "a", additionalProperties: text },
    { id: "a", additionalProperties: { additionalProperties: date } },
  ],
  [
    "recursion",
    Tree,
    { name: "a", children: [{ name: "b", at: text, children: [{ name: "c", at: text }] }] },
    { name: "a", children: [{ name: "b", at: date, children: [{ name: "c", at: date }] }] },
  ],
  ["record", record(Plain), { a: { id: "x", at: text } }, { a: { id: "x", at: date } }],
  ["lazy", lazy(() => Named), { user_id: "u" }, { userId: "u" }],
])("%s are decoded and encoded", ([, of, wire, value]) => {
  expect(decode(of, structuredClone(wire))).toEqual({ ok: true, value });
  expect(encode(of, deepFreeze(value))).toEqual({ ok: true, value: wire });
});

test.for<[of: Schema<unknown>, wire: unknown, value: unknown]>([
  [Plain, { id: "a", at: null }, { id: "a", at: undefined }],
  [Named, { user_id: "u", created_at: null, plain: null }, { userId: "u" }],
  [Open, { id: "a", created_at: null }, { id: "a" }],
  [optional(string), null, undefined],
  [array(optional(string)), ["a", null], ["a", undefined]],
])("null for an optional member of a response is read as absent (case %#)", ([of, wire, value]) => {
  expect(decode(of, wire)).toStrictEqual({ ok: true, value });
});

test("null for an optional member of a request is rejected, because it may mean something else", () => {
  expect(encode(Plain, { id: "a", at: null })).toMatchObject({
    issues: [{ path: ["at"], message: "expected Date, received null" }],
  });
});

test.for<[of: Schema<unknown>, wire: unknown, issues: [path: unknown[], message: string][]]>([
  [Plain, null, [[[], "expected object, received null"]]],
  [Plain, [], [[[], "expected object, received array"]]],
  [Plain, "secret", [[[], "expected object, received string"]]],
  [Plain, {}, [[["id"], "expected string, received undefined"]]],
  [
    Plain,
    { id: 5, at: "secret" },
    [
      [["id"], "expected string, received number"],
      [["at"], "expected date-time, received string"],
    ],
  ],
  [
    Named,
    { user_id: true, plain: { id: {} } },
    [
      [["user_id"], "expected string, received boolean"],
      [["plain", "id"], "expected string, received object"],
    ],
  ],
  [Open, { id: "a", one: "secret" }, [[["one"], "expected date-time, received string"]]],
  [
    Tree,
    { name: "a", children: [{ name: "b" }, { name: "c", children: [{ name: 5 }] }] },
    [[["children", 1, "children", 0, "name"], "expected string, received number"]],
  ],
  [array(string), {}, [[[], "expected array, received object"]]],
  [array(string), ["a", 5], [[[1], "expected string, received number"]]],
  [record(number), { a: 1, b: "secret" }, [[["b"], "expected number, received string"]]],
  [record(number), [], [[[], "expected object, received array"]]],
])(
  "issues of a response name the members on the wire and contain no values (case %#)",
  ([of, wire, issues]) => {
    const decoded = decode(of, wire);
    expect(decoded.ok ? [] : decoded.issues.map(({ path, message }) => [path, message])).toEqual(
      issues,
    );
    expect(JSON.stringify(decoded)).not.toContain("secret");
  },
);

test("issues of a request name the members of the SDK", () => {
  const encoded = encode(Named, { userId: 5, plain: { id: "a", at: "secret" } });
  expect(encoded.ok ? [] : encoded.issues).toEqual([
    { code: "invalid_type", path: ["userId"], message: "expected string, received number" },
    { code: "invalid_type", path: ["plain", "at"], message: "expected Date, received string" },
  ]);
});

const traps = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then"];

test.for(traps)("a member named %s is data like any other", (name) => {
  const wire = (value: unknown): Record<string, unknown> =>
    JSON.parse(
      `{"id":"a","user_id":"a",${JSON.stringify(name)}:${JSON.stringify(value)}}`,
    ) as Record<string, unknown>;
  for (const of of [Plain, Named] as Schema<unknown>[]) {
    const decoded = decode(of, wire({ polluted: true }));
    if (!decoded.ok) throw new Error("does not decode");
    const value = decoded.value as Record<string, unknown>;
    expect(Object.getOwnPropertyDescriptor(value, name)?.value).toEqual({ polluted: true });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    const encoded = encode(of, deepFreeze(value));
    expect(encoded.ok && JSON.stringify(encoded.value)).toContain(
      `${JSON.stringify(name)}:{"polluted":true}`,
    );
  }
  const opened = decode(Open, JSON.parse(`{"id":"a",${JSON.stringify(name)}:"${text}"}`));
  expect(opened.ok && Object.entries(opened.value.additionalProperties ?? {})).toContainEqual([
    name,
    date,
  ]);
  const recorded = decode(record(dateTime), JSON.parse(`{${JSON.stringify(name)}:"${text}"}`));
  expect(recorded.ok && Object.entries(recorded.value)).toEqual([[name, date]]);
  const back = recorded.ok && encode(record(dateTime), deepFreeze(recorded.value));
  expect(back && back.ok && JSON.stringify(back.value)).toBe(`{${JSON.stringify(name)}:"${text}"}`);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.for(traps)("a field named %s is absent unless it is an own member", (name) => {
  const field = { [name]: optional(string), id: string };
  if (name === "__proto__")
    Object.defineProperty(field, name, { value: optional(string), enumerable: true });
  const of: Schema<Record<string, unknown>> = object(() => field);
  expect(decode(of, { id: "a" })).toEqual({ ok: true, value: { id: "a" } });
  expect(encode(of, { id: "a" })).toEqual({ ok: true, value: { id: "a" } });
  const wrong = decode(of, JSON.parse(`{"id":"a",${JSON.stringify(name)}:5}`));
  expect(wrong.ok ? [] : wrong.issues.map(({ path }) => path)).toEqual([[name]]);
});

test("encoding copies what it reads, so that later changes are not sent", () => {
  const value = {
    userId: "u",
    plain: { id: "a" },
    nested: { untouched: true },
  };
  const encoded = encode(Named, deepFreeze(structuredClone(value)));
  expect(encoded).toEqual({
    ok: true,
    value: { user_id: "u", plain: { id: "a" }, nested: { untouched: true } },
  });
  const list = [{ id: "a" }, { id: "b", at: date }];
  const sent = encode(array(Plain), list);
  list[0]!.id = "changed";
  expect(sent).toEqual({ ok: true, value: [{ id: "a" }, { id: "b", at: text }] });
});

test("a response is decoded in place", () => {
  const wire = { id: "a", at: text };
  const decoded = decode(Plain, wire);
  expect(decoded.ok && decoded.value).toBe(wire);
});

test("own and inherited getters are sent like members", () => {
  class Request {
    readonly #at = date;
    more = "kept";
    get id(): string {
      return "from the class";
    }
    get at(): Date {
      return this.#at;
    }
  }
  expect(JSON.stringify(send(Plain, new Request()))).toBe(
    `{"more":"kept","id":"from the class","at":"${text}"}`,
  );
  const own = Object.freeze({
    get id() {
      return "own";
    },
  });
  expect(JSON.parse(JSON.stringify(send(Plain, own)))).toEqual({ id: "own" });
  class OnlyId {
    get id(): string {
      return "inherited";
    }
  }
  expect(JSON.parse(JSON.stringify(send(Plain, new OnlyId())))).toEqual({ id: "inherited" });
  class Sub extends OnlyId {}
  expect(JSON.parse(JSON.stringify(send(array(Plain), [new Sub()])))).toEqual([
    { id: "inherited" },
  ]);
});

test("the error of a getter is thrown", () => {
  const request = {
    get id(): string {
      throw new Error("mine");
    },
  };
  expect(() => encode(Plain, request)).toThrow("mine");
});

test("objects without a prototype and of other realms are accepted", () => {
  const bare = Object.assign(Object.create(null) as object, { id: "a", at: date });
  expect(JSON.stringify(send(Plain, bare))).toBe(`{"id":"a","at":"${text}"}`);
});

test("unknown members of a request beside `additionalProperties` are validated and sent", () => {
  expect(
    encode(Open, deepFreeze({ id: "a", beside: date, additionalProperties: { within: date } })),
  ).toEqual({ ok: true, value: { id: "a", beside: text, within: text } });
  expect(encode(Open, { id: "a", beside: 5 })).toMatchObject({ issues: [{ path: ["beside"] }] });
});

test("`additionalProperties` of a request must be an object", () => {
  expect(encode(Open, { id: "a", additionalProperties: "secret" })).toEqual({
    ok: false,
    issues: [
      {
        code: "invalid_type",
        path: ["additionalProperties"],
        message: "expected object, received string",
      },
    ],
  });
});

test("a known member takes precedence over an additional property of the same name", () => {
  expect(encode(Open, { id: "a", additionalProperties: { id: date } })).toEqual({
    ok: true,
    value: { id: "a" },
  });
});

test("bigints in models are sent as strings", () => {
  const of = object<{ n: bigint }>(() => ({ n: bigint }));
  expect(JSON.stringify(send(of, { n: 2n ** 70n }))).toBe('{"n":"1180591620717411303424"}');
});

test("a field of any type can be absent", () => {
  const of = object<{ a: unknown }>(() => ({ a: unknown }));
  expect(decode(of, {})).toEqual({ ok: true, value: {} });
});

test("a model is built once, on first use", () => {
  let built = 0;
  const of = object<{ a: string }>(() => {
    built++;
    return { a: string };
  });
  expect(built).toBe(0);
  decode(of, { a: "" });
  encode(of, { a: "" });
  expect(built).toBe(1);
});

test("a deeply nested or cyclic value throws an error that can be caught", () => {
  const cyclic: Record<string, unknown> = { name: "a" };
  cyclic["children"] = [cyclic];
  expect(() => encode(Tree, cyclic)).toThrow(RangeError);
  const deep: unknown = JSON.parse(
    `${'{"name":"a","children":['.repeat(50_000)}{"name":"z"}${"]}".repeat(50_000)}`,
  );
  expect(() => decode(Tree, deep)).toThrow(RangeError);
  expect(decode(unknown, deep)).toEqual({ ok: true, value: deep });
});

function send(of: Schema<unknown>, value: unknown): unknown {
  const encoded = encode(of, value);
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues));
  return encoded.value;
}
