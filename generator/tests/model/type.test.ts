import { expect, test } from "vitest";
import type { Type } from "../../src/model/types.js";
import {
  boolean,
  built,
  codesOf,
  field,
  integer,
  modelsOf,
  nullType,
  objectOf,
  ref,
  string,
  typeOf,
  unionOf,
  unknown,
} from "./documents.js";

const numbered = (schema: object): unknown => typeOf({ enum: [1, 2], ...schema });

const open: Type = { kind: "object", fields: [], extra: unknown, patterns: [] };
const literal = (value: string | number | boolean): Type => ({ kind: "literal", value });
const enumOf = (...values: readonly (string | number)[]): Type => ({
  kind: "enum",
  values: values.map((value) => ({ value })),
  open: true,
});

const cases: readonly (readonly [string, unknown, Type])[] = [
  ["the empty schema is unknown", {}, unknown],
  ["true is unknown", true, unknown],
  ["false is never", false, { kind: "never" }],
  ["annotations alone are unknown", { description: "Anything." }, unknown],
  ["a string", { type: "string" }, string],
  [
    "an unregistered format is kept",
    { type: "string", format: "uuid" },
    { kind: "string", format: "uuid" },
  ],
  ["a format alone is a string", { format: "uuid" }, { kind: "string", format: "uuid" }],
  [
    "bounds of a string",
    { type: "string", minLength: 1, maxLength: 2, pattern: "x" },
    { kind: "string", limits: { min: 1, max: 2, pattern: "x" } },
  ],
  ["an instant", { type: "string", format: "date-time" }, { kind: "date-time" }],
  ["an instant without a type", { format: "date-time" }, { kind: "date-time" }],
  ["a date", { type: "string", format: "date" }, { kind: "date" }],
  ["base64 of 3.0", { type: "string", format: "byte" }, { kind: "bytes", encoding: "byte" }],
  [
    "base64 of 3.1",
    { type: "string", contentEncoding: "base64" },
    { kind: "bytes", encoding: "byte" },
  ],
  [
    "base64 of URLs",
    { type: "string", contentEncoding: "base64url" },
    { kind: "bytes", encoding: "base64url" },
  ],
  [
    "base64 of URLs as a format",
    { type: "string", format: "base64url" },
    { kind: "bytes", encoding: "base64url" },
  ],
  [
    "base64 of URLs without a type",
    { contentEncoding: "base64url", contentMediaType: "image/png" },
    { kind: "bytes", encoding: "base64url" },
  ],
  [
    "base64 of URLs beside a less precise format",
    { type: "string", format: "byte", contentEncoding: "base64url" },
    { kind: "bytes", encoding: "base64url" },
  ],
  ["a file of 3.0", { type: "string", format: "binary" }, { kind: "bytes", encoding: "binary" }],
  [
    "a file of 3.1",
    { type: "string", contentMediaType: "image/png" },
    { kind: "bytes", encoding: "binary" },
  ],
  [
    "a file of 3.1 without a type",
    { contentMediaType: "application/octet-stream" },
    { kind: "bytes", encoding: "binary" },
  ],
  [
    "JSON in a string stays a string",
    { type: "string", contentMediaType: "application/json" },
    string,
  ],
  [
    "a big integer in a string",
    { type: "string", format: "bigint" },
    { kind: "bigint", format: "string" },
  ],
  ["a big integer in a number", { type: "integer", format: "bigint" }, { kind: "bigint" }],
  [
    "a long integer keeps its format",
    { type: "integer", format: "int64" },
    { kind: "integer", format: "int64" },
  ],
  [
    "a number with bounds",
    { type: "number", exclusiveMinimum: 0, multipleOf: 0.5 },
    { kind: "number", limits: { exclusiveMin: 0, multipleOf: 0.5 } },
  ],
  ["bounds alone are a number", { minimum: 1 }, { kind: "number", limits: { min: 1 } }],
  ["a boolean", { type: "boolean" }, boolean],
  ["null", { type: "null" }, nullType],
  ["a constant", { const: "a" }, literal("a")],
  ["a constant beats its type", { type: "integer", const: 1 }, literal(1)],
  ["a null constant", { const: null }, nullType],
  ["a constant object is not enforced", { type: "object", const: {} }, open],
  ["an enum is open", { type: "string", enum: ["a", "b"] }, enumOf("a", "b")],
  [
    "an enum can be closed",
    { enum: ["a"], "x-speakeasy-unknown-values": "disallow" },
    { kind: "enum", values: [{ value: "a" }], open: false },
  ],
  ["an enum of integers", { type: "integer", enum: [1, 2] }, enumOf(1, 2)],
  ["an enum of both booleans", { enum: [true, false] }, boolean],
  ["an enum of one boolean", { type: "boolean", enum: [true] }, literal(true)],
  ["a repeated value counts once", { enum: ["a", "a"] }, enumOf("a")],
  [
    "unquoted values of an enum of strings",
    { type: "string", enum: [1, true] },
    enumOf("1", "true"),
  ],
  ["an enum of null alone", { enum: [null] }, nullType],
  ["objects in an enum leave the type", { type: "object", enum: [{}] }, open],
  ["a list of one type", { type: ["string"] }, string],
  ["a list of types", { type: ["string", "integer"] }, unionOf(string, integer)],
  ["a bare object is any object", { type: "object" }, open],
  [
    "properties imply an object",
    { properties: { a: { type: "string" } } },
    objectOf(field("a", string)),
  ],
  [
    "a required field",
    { properties: { a: true }, required: ["a"] },
    objectOf(field("a", unknown, { required: true })),
  ],
  [
    "a required field that is not declared",
    { type: "object", required: ["a"] },
    objectOf(field("a", unknown, { required: true })),
  ],
  [
    "an ignored field is left out",
    { properties: { a: true, b: { "x-speakeasy-ignore": true } } },
    objectOf(field("a", unknown)),
  ],
  [
    "a renamed field",
    { properties: { a: { type: "string", "x-speakeasy-name-override": "b" } } },
    objectOf(field("a", string, { suggestedName: "b" })),
  ],
  [
    "read-only and write-only fields",
    {
      properties: { a: { type: "string", readOnly: true }, b: { type: "string", writeOnly: true } },
    },
    objectOf(field("a", string, { access: "read" }), field("b", string, { access: "write" })),
  ],
  [
    "defaults and docs of a field",
    { properties: { a: { type: "string", default: null, description: "A.", examples: ["x"] } } },
    objectOf(field("a", string, { default: null, docs: { description: "A.", example: "x" } })),
  ],
  [
    "a deprecated field with a reason",
    {
      properties: {
        a: {
          type: "string",
          deprecated: true,
          "x-speakeasy-deprecation-message": "Old.",
          "x-speakeasy-deprecation-replacement": "b",
        },
      },
    },
    objectOf(field("a", string, { docs: { deprecated: "Old. Use `b` instead." } })),
  ],
  [
    "a record",
    { type: "object", additionalProperties: { type: "string" } },
    { kind: "object", fields: [], extra: string, patterns: [] },
  ],
  ["a record of anything", { additionalProperties: true }, open],
  [
    "a closed object",
    { properties: { a: true }, additionalProperties: false },
    { kind: "object", fields: [field("a", unknown)], extra: false, patterns: [] },
  ],
  [
    "a closed object by its other keyword",
    { properties: { a: true }, unevaluatedProperties: false },
    { kind: "object", fields: [field("a", unknown)], extra: false, patterns: [] },
  ],
  [
    "pattern properties",
    { type: "object", patternProperties: { "^x": { type: "string" } } },
    { kind: "object", fields: [], extra: undefined, patterns: [{ pattern: "^x", type: string }] },
  ],
  [
    "a list",
    { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true },
    { kind: "array", items: string, limits: { min: 1, unique: true } },
  ],
  ["items imply a list", { items: true }, { kind: "array", items: unknown }],
  ["a list of anything", { type: "array" }, { kind: "array", items: unknown }],
  [
    "a tuple may go on",
    { type: "array", prefixItems: [{ type: "string" }] },
    { kind: "tuple", items: [string], optional: 1, rest: unknown },
  ],
  [
    "a tuple with a rest",
    { prefixItems: [true], items: { type: "string" }, minItems: 1 },
    { kind: "tuple", items: [unknown], rest: string },
  ],
  [
    "a closed tuple",
    { prefixItems: [true], items: false, minItems: 2 },
    { kind: "tuple", items: [unknown] },
  ],
  [
    "a tuple that may be empty",
    { prefixItems: [true], items: false },
    { kind: "tuple", items: [unknown], optional: 1 },
  ],
  [
    "a tuple that may be shorter",
    { prefixItems: [true, { type: "string" }], items: false, minItems: 1 },
    { kind: "tuple", items: [unknown, string], optional: 1 },
  ],
  [
    "a tuple that its length closes",
    { prefixItems: [true], maxItems: 1, minItems: 1 },
    { kind: "tuple", items: [unknown] },
  ],
  ["a choice of one is that one", { oneOf: [{ type: "string" }] }, string],
  [
    "equal variants collapse",
    { oneOf: [{ type: "string" }, { type: "string" }, { type: "integer" }] },
    unionOf(string, integer),
  ],
  [
    "equal refs collapse",
    { anyOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/A" }] },
    ref("A"),
  ],
  [
    "a choice of constants is an enum",
    {
      oneOf: [
        { const: "a", title: "First" },
        { const: "b", description: "The second." },
      ],
    },
    {
      kind: "enum",
      values: [
        { value: "a", suggestedName: "First" },
        { value: "b", description: "The second." },
      ],
      open: true,
    },
  ],
  [
    "an enum next to any string is open",
    { anyOf: [{ type: "string" }, { enum: ["a"], "x-speakeasy-unknown-values": "disallow" }] },
    enumOf("a"),
  ],
  ["a variant of anything is anything", { anyOf: [{ type: "string" }, {}] }, unknown],
  [
    "unions inside unions are one",
    { oneOf: [{ type: "string" }, { anyOf: [{ type: "integer" }, { type: "boolean" }] }] },
    unionOf(string, integer, boolean),
  ],
  [
    "a type next to variants only repeats them",
    {
      type: "object",
      oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
    },
    unionOf(ref("A"), ref("B")),
  ],
  ["a reference", { $ref: "#/components/schemas/A" }, ref("A")],
  [
    "a reference with annotations",
    { $ref: "#/components/schemas/A", description: "An A." },
    ref("A"),
  ],
  [
    "a reference in allOf with annotations",
    { allOf: [{ $ref: "#/components/schemas/A" }, { description: "An A." }], title: "T" },
    ref("A"),
  ],
  ["a reference that does not resolve", { $ref: "#/components/schemas/Nobody" }, unknown],
  ["a schema that is itself", { $ref: "#/components/schemas/It" }, unknown],
  ["an invalid type", { type: "text" }, unknown],
  ["allOf of nothing", { allOf: [] }, unknown],
];

const others = {
  A: { type: "object", properties: { a: { type: "string" } } },
  B: { properties: { b: true } },
};

test.each(cases)("%s", (_, schema, want) => {
  expect(typeOf(schema, others)).toEqual(want);
});

test("null moves from a named schema to where it is used", () => {
  const models = modelsOf({
    Name: { type: ["string", "null"] },
    Alias: { $ref: "#/components/schemas/Name" },
    User: {
      properties: {
        name: { $ref: "#/components/schemas/Name" },
        alias: { $ref: "#/components/schemas/Alias" },
        tags: { type: ["array", "null"], items: { type: "string" } },
      },
    },
  });
  expect(models.map(({ type }) => type)).toEqual([
    string,
    ref("Name"),
    objectOf(
      field("name", unionOf(ref("Name"), nullType)),
      field("alias", unionOf(ref("Alias"), nullType)),
      field("tags", unionOf({ kind: "array", items: string }, nullType)),
    ),
  ]);
});

test("an enum with null is an enum or null", () => {
  const models = modelsOf({
    User: { properties: { state: { type: ["string", "null"], enum: ["on", null] } } },
  });
  const pointer = "User/properties/state";
  expect(models[0]?.type).toEqual(objectOf(field("state", unionOf(ref(pointer), nullType))));
  expect(models[1]).toMatchObject({ suggestedName: "User state", type: enumOf("on") });
});

test.for<object>([
  { type: ["string", "null"], enum: ["on", "off", null] },
  { type: ["string", "null"], enum: ["on", "off"] },
  { type: "string", enum: ["on", "off", null] },
  { enum: ["on", "off", null] },
  { anyOf: [{ type: "string", enum: ["on", "off"] }, { type: "null" }] },
  { oneOf: [{ enum: ["on", "off"] }, { const: null }] },
  { anyOf: [{ enum: ["on", "off"] }, { enum: [null] }] },
  { anyOf: [{ const: "on" }, { const: "off" }, { const: null }] },
  { type: ["string", "null"], anyOf: [{ const: "on" }, { const: "off" }, { type: "null" }] },
])("null beside an enum: %j", (state) => {
  const models = modelsOf({ User: { properties: { state } } });
  const [first, second] = models;
  const of: Type = { kind: "ref", to: second?.pointer ?? "" };
  expect(first?.type).toEqual(objectOf(field("state", unionOf(of, nullType))));
  expect(second?.type).toEqual(enumOf("on", "off"));
  expect(models).toHaveLength(2);
});

test.for<[schema: object, type: Type]>([
  [{ const: null }, nullType],
  [{ type: "null", const: null }, nullType],
  [{ type: ["string", "null"], const: null }, nullType],
  [{ type: ["string", "null"], const: "on" }, unionOf(literal("on"), nullType)],
  [{ type: ["integer", "null"], const: 3 }, unionOf(literal(3), nullType)],
  [{ type: ["boolean", "null"], enum: [true] }, unionOf(literal(true), nullType)],
  [{ type: ["boolean", "null"], enum: [true, false, null] }, unionOf(boolean, nullType)],
  [{ type: ["string", "null"], enum: [null] }, nullType],
])("null beside a constant: %j", ([schema, type]) => {
  const models = modelsOf({ User: { properties: { state: schema } } });
  expect(models.map((model) => model.type)).toEqual([objectOf(field("state", type))]);
});

test("a mixed enum is one enum of strings and one of numbers", () => {
  const models = modelsOf({ Level: { enum: ["low", 1, null] } });
  expect(models.map(({ suggestedName, type }) => [suggestedName, type.kind])).toEqual([
    ["Level", "union"],
    ["Level text", "enum"],
    ["Level number", "enum"],
  ]);
});

test("names and descriptions of enum values are lists or maps", () => {
  const want = {
    kind: "enum",
    values: [{ value: 1, suggestedName: "One", description: "The first." }, { value: 2 }],
    open: true,
  };
  expect(numbered({ "x-enum-varnames": ["One"], "x-enum-descriptions": ["The first."] })).toEqual(
    want,
  );
  expect(
    numbered({ "x-enumNames": ["One"], "x-speakeasy-enum-descriptions": { 1: "The first." } }),
  ).toEqual(want);
  expect(
    numbered({ "x-speakeasy-enums": { 1: "One" }, "x-enum-descriptions": ["The first."] }),
  ).toEqual(want);
});

test("inline objects, enums and unions become models named after owner and member", () => {
  const models = modelsOf({
    User: {
      properties: {
        address: { properties: { kind: { enum: ["home"] } } },
        pets: { items: { properties: { name: { type: "string" } } } },
        limits: { additionalProperties: { properties: { max: { type: "integer" } } } },
        plain: { type: "object" },
        choice: { oneOf: [{ $ref: "#/components/schemas/Users" }, { type: "string" }] },
      },
    },
    Users: { type: "array", items: { properties: { id: { type: "string" } } } },
  });
  expect(models.map(({ suggestedName }) => suggestedName)).toEqual([
    "User",
    "User address",
    "User address kind",
    "User pets",
    "User limits value",
    "User choice",
    "Users",
    "Users item",
  ]);
});

test("an override names a type and the types inside it", () => {
  const models = modelsOf({
    user_v2: { "x-speakeasy-name-override": "User", properties: { role: { enum: ["a"] } } },
  });
  expect(models.map(({ suggestedName }) => suggestedName)).toEqual(["User", "User role"]);
});

test("a reference into a schema makes its target a model", () => {
  const { api, diagnostics } = built({
    components: {
      schemas: {
        A: { properties: { deep: { type: "string" }, list: { items: { type: "integer" } } } },
        B: { properties: { x: { $ref: "#/components/schemas/A/properties/deep" } } },
      },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(api.models.map(({ suggestedName }) => suggestedName)).toEqual(["A", "A deep", "B"]);
});

const warnings: readonly (readonly [string, unknown, readonly string[]])[] = [
  ["not", { type: "string", not: { const: "x" } }, ["keyword-ignored"]],
  ["if and else", { if: {}, else: {} }, ["keyword-ignored", "keyword-ignored"]],
  ["bounds of objects", { type: "object", minProperties: 1 }, ["constraint-ignored"]],
  [
    "an unsupported extension",
    { type: "string", "x-speakeasy-entity": "X" },
    ["extension-unsupported"],
  ],
  ["somebody else's extension", { type: "string", "x-vendor": 1 }, []],
  [
    "a wrong value of an extension",
    { enum: ["a"], "x-speakeasy-unknown-values": "perhaps" },
    ["extension-invalid"],
  ],
  ["a constant list", { const: [] }, ["const-invalid"]],
  ["an empty enum", { enum: [] }, ["enum-invalid"]],
  ["an enum of lists", { enum: [[]] }, ["enum-invalid"]],
  ["a missing reference", { $ref: "#/nowhere" }, ["ref-missing"]],
  ["an invalid type", { type: "text" }, ["schema-invalid"]],
  ["no schema", { properties: { a: 1 } }, ["schema-invalid"]],
  [
    "a discriminator without variants",
    { properties: { a: true }, discriminator: { propertyName: "a" } },
    ["discriminator-ignored"],
  ],
];

test.each(warnings)("warns about %s", (_, schema, want) => {
  const { diagnostics } = built({ components: { schemas: { It: schema } } });
  expect(codesOf(diagnostics)).toEqual(want);
  for (const diagnostic of diagnostics) {
    expect(diagnostic).toMatchObject({
      severity: /^(?:keyword|constraint)-ignored$/.test(diagnostic.code) ? "note" : "warning",
      pointer: expect.stringMatching(/^\/components\/schemas\/It/),
    });
    expect(diagnostic.help).not.toBe("");
  }
});
