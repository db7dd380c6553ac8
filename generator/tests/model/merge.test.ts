import { expect, test } from "vitest";
import type { Type } from "../../src/model/types.js";
import {
  built,
  codesOf,
  field,
  integer,
  modelsOf,
  objectOf,
  ref,
  string,
  typeOf,
  unionOf,
  unknown,
} from "./documents.js";

const others = {
  A: { type: "object", properties: { a: { type: "string" } } },
  B: { type: "object", required: ["b"], properties: { b: { type: "integer" } } },
  E: { properties: { e: { enum: ["x", "y"] } } },
  N: { type: ["object", "null"], properties: { n: { type: "string" } } },
  Open: { type: "object", unevaluatedProperties: { type: "string" } },
  Chain: { allOf: [{ $ref: "#/components/schemas/A" }, { properties: { c: true } }] },
};
const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const required = { required: true };

function extending(base: string): Extract<Type, { kind: "object" }> {
  const pointer = `/components/schemas/${base}`;
  return { kind: "object", fields: [], extra: undefined, patterns: [], base: pointer };
}

const cases: readonly (readonly [string, unknown, Type])[] = [
  [
    "objects become one",
    { allOf: [to("A"), to("B")] },
    objectOf(field("a", string), field("b", integer, required)),
  ],
  [
    "members that are only required",
    { allOf: [to("A"), { required: ["a"] }] },
    objectOf(field("a", string, required)),
  ],
  [
    "an object of required members alone",
    { allOf: [to("A"), { type: "object", required: ["a"] }] },
    objectOf(field("a", string, required)),
  ],
  [
    "own properties next to allOf",
    { type: "object", allOf: [to("A")], properties: { b: true } },
    { ...extending("A"), fields: [field("a", string), field("b", unknown)] },
  ],
  [
    "own properties next to a reference",
    { ...to("A"), required: ["a"] },
    objectOf(field("a", string, required)),
  ],
  [
    "a base of a base",
    { allOf: [to("Chain"), to("B")] },
    objectOf(field("a", string), field("c", unknown), field("b", integer, required)),
  ],
  ["a base that is reached twice", { allOf: [to("Chain"), to("A")] }, ref("Chain")],
  [
    "null of one part is not null of the whole",
    { allOf: [to("N"), to("A")] },
    objectOf(field("n", string), field("a", string)),
  ],
  [
    "a field that says the same twice",
    { allOf: [to("A"), { properties: { a: { type: "string" } } }] },
    ref("A"),
  ],
  [
    "a field with its own description",
    { allOf: [to("A"), { properties: { a: { description: "Mine." } } }] },
    objectOf(field("a", string, { docs: { description: "Mine." } })),
  ],
  [
    "a field that is narrowed",
    { allOf: [to("A"), { properties: { a: { type: "string", maxLength: 3 } } }] },
    objectOf(field("a", { kind: "string", limits: { max: 3 } })),
  ],
  [
    "scalars",
    {
      allOf: [
        { type: "string", minLength: 1 },
        { minLength: 2, maxLength: 9 },
      ],
    },
    { kind: "string", limits: { min: 2, max: 9 } },
  ],
  ["a number that is an integer", { allOf: [{ type: "number" }, { type: "integer" }] }, integer],
  [
    "enums share what both list",
    { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
    { kind: "enum", values: [{ value: "b" }], open: true },
  ],
  [
    "lists",
    {
      allOf: [
        { type: "array", items: { type: "string" } },
        { type: "array", maxItems: 2 },
      ],
    },
    { kind: "array", items: string, limits: { max: 2 } },
  ],
  [
    "variants that only require",
    {
      type: "object",
      properties: { a: { type: "string" } },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    objectOf(field("a", string)),
  ],
  [
    "a union of one",
    { allOf: [to("A"), { oneOf: [to("B")] }] },
    { kind: "intersection", parts: [ref("A"), ref("B")] },
  ],
  [
    "closed parts are closed together",
    {
      allOf: [
        { properties: { a: true }, additionalProperties: false },
        { properties: { b: true }, additionalProperties: false },
      ],
    },
    {
      kind: "object",
      fields: [field("a", unknown), field("b", unknown)],
      extra: false,
      patterns: [],
    },
  ],
  [
    "a closed part does not close the others",
    { allOf: [{ properties: { a: true }, additionalProperties: false }, to("A")] },
    objectOf(field("a", string)),
  ],
  [
    "a part with a record",
    { allOf: [to("A"), { additionalProperties: { type: "string" } }] },
    { ...extending("A"), fields: [field("a", string)], extra: string },
  ],
  [
    "a part with a record of unevaluated members",
    { allOf: [to("A"), { type: "object", unevaluatedProperties: { type: "string" } }] },
    { ...extending("A"), fields: [field("a", string)], extra: string },
  ],
  [
    "a part that only types unevaluated members",
    { allOf: [to("A"), { unevaluatedProperties: { type: "string" } }] },
    { ...extending("A"), fields: [field("a", string)], extra: string },
  ],
  [
    "unevaluated members next to the parts",
    { allOf: [to("A"), to("B")], unevaluatedProperties: { type: "string" } },
    {
      kind: "object",
      fields: [field("a", string), field("b", integer, required)],
      extra: string,
      patterns: [],
    },
  ],
  [
    "own properties next to any unevaluated members",
    {
      type: "object",
      properties: { a: { type: "string" } },
      allOf: [{ type: "object", unevaluatedProperties: {} }],
    },
    { kind: "object", fields: [field("a", string)], extra: unknown, patterns: [] },
  ],
  [
    "a base with a record of unevaluated members",
    { allOf: [to("Open"), { properties: { a: { type: "string" } } }] },
    { kind: "object", fields: [field("a", string)], extra: string, patterns: [] },
  ],
];

test.each(cases)("merges %s", (_, schema, want) => {
  expect(typeOf(schema, others)).toEqual(want);
});

test.each<readonly [string, object]>([
  ["unevaluatedProperties", { unevaluatedProperties: false }],
  ["unevaluatedProperties with a type", { type: "object", unevaluatedProperties: false }],
  ["a bare type", { type: "object" }],
  ["a description", { description: "Closed." }],
  ["a title and an extension", { title: "Closed", "x-tag": 1 }],
  ["a size", { minProperties: 1, maxProperties: 9 }],
  // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
  ["a condition", { if: { required: ["a"] }, then: { required: ["b"] }, else: false }],
  ["a negation", { not: { required: ["a", "b"] } }],
  ["names", { propertyNames: { pattern: "^[a-z]" } }],
  ["dependencies", { dependentRequired: { a: ["b"] }, dependentSchemas: { a: {} } }],
  ["nothing", {}],
])("a part of allOf that only has %s takes nothing from the others", (_, keywords) => {
  const wanted = objectOf(field("a", string), field("b", integer, required));
  const unionParts = [to("A"), { oneOf: [to("B"), { type: "string" }] }];
  for (const [parts, want] of [
    [[to("A"), to("B")], wanted],
    [[to("A")], typeOf({ allOf: [to("A")] }, others)],
    [unionParts, typeOf({ allOf: unionParts }, others)],
    [[{ oneOf: [to("A"), to("B")] }], typeOf({ oneOf: [to("A"), to("B")] }, others)],
  ] as const) {
    const told = [{ allOf: [...parts, keywords] }, { allOf: [keywords, ...parts] }];
    for (const schema of [...told, { allOf: parts, ...keywords }]) {
      const { api, diagnostics } = built({ components: { schemas: { It: schema, ...others } } });
      expect(codesOf(diagnostics)).not.toContain("merge-conflict");
      const type = api.models.find(({ pointer }) => pointer.endsWith("/It"))?.type;
      expect(shapeOf(type)).toEqual(shapeOf(want));
    }
  }
});

/** A type without the numbers of parts in the pointers of its models. */
function shapeOf(type: Type | undefined): unknown {
  return JSON.parse(JSON.stringify(type ?? null).replaceAll(/\/allOf\/\d+/g, ""));
}

test("an object next to a union is an intersection of two models", () => {
  const models = modelsOf({
    It: { type: "object", properties: { id: { type: "string" } }, oneOf: [to("A"), to("B")] },
    A: others.A,
    B: others.B,
  });
  expect(models.slice(0, 3).map(({ suggestedName, type }) => [suggestedName, type])).toEqual([
    ["It", { kind: "intersection", parts: [ref("It/allOf"), ref("It/oneOf")] }],
    ["It base", objectOf(field("id", string))],
    ["It variant", unionOf(ref("A"), ref("B"))],
  ]);
});

test("fields from a base keep the models of the base", () => {
  const models = modelsOf({
    It: { allOf: [to("E"), { properties: { own: { enum: ["z"] } } }] },
    E: others.E,
  });
  expect(models.map(({ suggestedName }) => suggestedName)).toEqual(["It", "E e", "It own", "E"]);
});

test("parts that exclude each other are a warning, and the last one wins", () => {
  const { api, diagnostics } = built({
    components: { schemas: { It: { allOf: [{ type: "string" }, { type: "integer" }] } } },
  });
  expect(codesOf(diagnostics)).toEqual(["merge-conflict"]);
  expect(api.models[0]?.type).toEqual(integer);
});

test("a schema that extends itself is a warning", () => {
  const { api, diagnostics } = built({
    components: {
      schemas: { It: { allOf: [to("It"), { properties: { a: { type: "string" } } }] } },
    },
  });
  expect(codesOf(diagnostics)).toContain("schema-circular");
  expect(api.models[0]?.type).toEqual(objectOf(field("a", string)));
});

const saysNoMore: readonly (readonly [string, object, string])[] = [
  ["type: object", { allOf: [to("B"), { type: "object" }] }, "B"],
  ["type: object in front", { allOf: [{ type: "object" }, to("B")] }, "B"],
  ["type: object beside the reference", { ...to("B"), type: "object" }, "B"],
  ["type: object or null", { allOf: [to("B"), { type: ["object", "null"] }] }, "B"],
  ["no properties", { allOf: [to("B"), { properties: {} }] }, "B"],
  ["no required properties", { allOf: [to("B"), { type: "object", required: [] }] }, "B"],
  ["a member that is required already", { allOf: [to("B"), { required: ["b"] }] }, "B"],
  ["the same beside the reference", { ...to("B"), required: ["b"] }, "B"],
  ["a member that is there", { allOf: [to("B"), { properties: { b: { type: "integer" } } }] }, "B"],
  ["a description", { allOf: [to("B"), { description: "D", title: "T" }] }, "B"],
  ["the same reference", { allOf: [to("B"), to("B")] }, "B"],
  ["a base that the other extends", { allOf: [to("A"), to("Chain")] }, "Chain"],
  [
    "parts in parts",
    { allOf: [{ allOf: [{ type: "object" }, to("B")] }, { type: "object" }] },
    "B",
  ],
  [
    "type: object beside a union",
    { allOf: [to("Both"), { type: "object", properties: {} }] },
    "Both",
  ],
  ["the type of an enum", { allOf: [{ type: "string" }, to("Color")] }, "Color"],
  ["the type of an enum beside the reference", { ...to("Color"), type: "string" }, "Color"],
  [
    "open members that are open already",
    { allOf: [to("Open"), { additionalProperties: true }] },
    "Open",
  ],
];

const named = {
  ...others,
  Color: { type: "string", enum: ["red"] },
  Open: { type: "object", properties: { o: { type: "string" } }, additionalProperties: true },
  Both: { oneOf: [to("A"), to("B")] },
};

test.each(saysNoMore)("a named schema keeps its name beside %s", (_, It, name) => {
  expect(typeOf(It, named)).toEqual(ref(name));
  expect(typeOf({ type: "array", items: It }, named)).toEqual({ kind: "array", items: ref(name) });
});

test.each<readonly [string, object, object, Type]>([
  ["type: object", { type: "object" }, to("B"), ref("B")],
  ["any value", {}, to("B"), ref("B")],
  ["an object or null", { type: ["object", "null"] }, to("B"), ref("B")],
  [
    "a list of objects",
    { type: "array", items: { type: "object" } },
    { type: "array", items: to("B") },
    { kind: "array", items: ref("B") },
  ],
  [
    "a list of anything",
    { type: "array", items: {} },
    { type: "array", items: to("B") },
    { kind: "array", items: ref("B") },
  ],
])(
  "the member of a wrapper that is %s has the type of the member inside",
  (_, outer, inner, want) => {
    const Wrapper = { type: "object", properties: { data: outer, next: { type: "string" } } };
    const own = { properties: { data: inner } };
    for (const It of [{ allOf: [to("Wrapper"), own] }, { allOf: [own, to("Wrapper")] }]) {
      const type = typeOf(It, { ...others, Wrapper });
      const data = type.kind === "object" && type.fields.find(({ wire }) => wire === "data");
      expect(data && data.type).toEqual(want);
    }
  },
);

test.each<readonly [string, object]>([
  ["a member that becomes required", { allOf: [to("A"), { required: ["a"] }] }],
  ["no other members", { allOf: [to("A"), { additionalProperties: false }] }],
  ["members of other names", { allOf: [to("A"), { additionalProperties: true }] }],
  ["a narrower member", { allOf: [to("A"), { properties: { a: { maxLength: 3 } } }] }],
  ["null is excluded", { allOf: [to("Maybe"), { type: "string" }] }],
])("a part counts that says more: %s", (_, It) => {
  expect(
    typeOf(It, { ...named, Maybe: { type: ["string", "null"], enum: ["a", null] } }),
  ).not.toMatchObject({ kind: "ref" });
});
