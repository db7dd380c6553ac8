import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/document/json.js";
import { upgrade } from "../../src/load/upgrade.js";

function upgraded(schema: Json, openapi = "3.0.3"): Json | undefined {
  const document = { openapi, components: { schemas: { A: schema } } };
  const { value } = upgrade(document);
  // the shape of the document above
  const { components } = value as { components: { schemas: JsonObject } };
  return components.schemas.A;
}

const ref = { $ref: "#/components/schemas/B" };
const nullType = { type: "null" };

test.each<readonly [string, Json, Json]>([
  ["nullable", { type: "string", nullable: true }, { type: ["string", "null"] }],
  ["not nullable", { type: "string", nullable: false }, { type: "string" }],
  ["nullable without a type, which accepts everything", { nullable: true }, {}],
  [
    "a nullable enum",
    { type: "string", nullable: true, enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  ["a nullable enum that has null", { nullable: true, enum: ["a", null] }, { enum: ["a", null] }],
  ["a nullable ref", { ...ref, nullable: true }, { anyOf: [ref, nullType] }],
  [
    "a nullable ref with annotations",
    { ...ref, nullable: true, description: "d", "x-a": 1 },
    { description: "d", "x-a": 1, anyOf: [ref, nullType] },
  ],
  ["a nullable allOf of one", { allOf: [ref], nullable: true }, { anyOf: [ref, nullType] }],
  [
    "a nullable allOf of two",
    { allOf: [ref, { type: "object" }], nullable: true, title: "t" },
    { title: "t", anyOf: [{ allOf: [ref, { type: "object" }] }, nullType] },
  ],
  ["a nullable oneOf", { oneOf: [ref], nullable: true }, { oneOf: [ref, nullType] }],
  [
    "a nullable anyOf that has null",
    { anyOf: [ref, { type: "string", nullable: true }], nullable: true },
    { anyOf: [ref, { type: ["string", "null"] }] },
  ],
  ["an exclusive bound", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ["an inclusive bound", { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  ["exclusive without a bound", { exclusiveMinimum: true }, {}],
  ["an example", { type: "string", example: "e" }, { type: "string", examples: ["e"] }],
  ["an example next to examples", { example: 1, examples: [2] }, { example: 1, examples: [2] }],
  ["binary", { type: "string", format: "binary" }, { type: "string", format: "binary" }],
  ["byte", { type: "string", format: "byte" }, { type: "string", format: "byte" }],
  [
    "a property called nullable",
    { properties: { nullable: { type: "boolean", nullable: true }, example: { type: "string" } } },
    { properties: { nullable: { type: ["boolean", "null"] }, example: { type: "string" } } },
  ],
  [
    "a nested schema",
    { items: { additionalProperties: { type: "string", nullable: true } } },
    { items: { additionalProperties: { type: ["string", "null"] } } },
  ],
  [
    "a schema in a wrapped one",
    { allOf: [{ properties: { a: { type: "string", nullable: true } } }], nullable: true },
    { anyOf: [{ properties: { a: { type: ["string", "null"] } } }, nullType] },
  ],
  ["a boolean schema", true, true],
])("%s becomes what 3.1 says", (_, schema, want) => {
  expect(upgraded(schema)).toEqual(want);
});

test("examples outside schemas, and webhooks, are kept", () => {
  const document = {
    openapi: "3.0.0",
    paths: {
      "/a": {
        get: { responses: { 200: { content: { a: { example: 1, schema: { example: 1 } } } } } },
      },
    },
    "x-webhooks": { w: {} },
  };
  expect(upgrade(document).value).toMatchObject({
    openapi: "3.2.0",
    paths: {
      "/a": {
        get: { responses: { 200: { content: { a: { example: 1, schema: { examples: [1] } } } } } },
      },
    },
    "x-webhooks": { w: {} },
  });
});

test("keywords of 3.0 are honored in a 3.1 document, with a note", () => {
  expect(upgraded({ type: "string", nullable: true, example: 1 }, "3.1.0")).toEqual({
    type: ["string", "null"],
    example: 1,
  });
  const document = {
    openapi: "3.1.0",
    components: { schemas: { A: { type: "string", nullable: true } } },
  };
  expect(upgrade(document).diagnostics).toMatchObject([
    { severity: "note", code: "keyword-outdated", pointer: "/components/schemas/A/nullable" },
  ]);
});

test.each<readonly [Json, string | undefined, RegExp | undefined]>([
  [{ swagger: "1.2" }, "/swagger", /swagger: "2\.0"/],
  [{ swagger: "2.0", openapi: "3.0.0" }, "/swagger", /one version/],
  [{}, "/openapi", /3\.0\.x/],
  [{ openapi: { toString: 1 } }, "/openapi", /3\.0\.x/],
  [{ openapi: "4.0.0" }, "/openapi", /3\.0\.x/],
  [{ openapi: "3" }, "/openapi", /3\.0\.x/],
  ["text", "", /3\.0\.x/],
  [{ openapi: "3.1.0" }, undefined, undefined],
  [{ openapi: 3.1 }, undefined, undefined],
  [{ openapi: "3.0.0-rc1" }, undefined, undefined],
])("the version of %j is read, or the error says what to do", (document, pointer, help) => {
  const { value, diagnostics } = upgrade(document);
  if (pointer === undefined) {
    expect(value).toEqual({ openapi: "3.2.0" });
    return;
  }
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "version-unsupported", severity: "error", pointer }]);
  expect(diagnostics[0]?.help).toMatch(help ?? /./);
});

test.each<readonly [Json, boolean]>([
  [{ openapi: "3.1.0", webhooks: { a: {} } }, true],
  [{ openapi: "3.1.0", components: { schemas: {} } }, true],
  [{ openapi: "3.2.0", webhooks: { a: {} } }, true],
  [{ openapi: "3.1.0", webhooks: {}, components: {} }, false],
  [{ openapi: "3.0.3", components: { schemas: {} } }, true],
])("whether %j can do without paths: %j", (document, optional) => {
  expect("paths" in Object(upgrade(document).value)).toBe(optional);
});

test("a newer document is read as 3.2, with a warning", () => {
  expect(upgrade({ openapi: "3.2.0" }).diagnostics).toEqual([]);
  const { value, diagnostics } = upgrade({ openapi: "3.10.0" });
  expect(value).toEqual({ openapi: "3.2.0" });
  expect(diagnostics).toMatchObject([{ severity: "warning", code: "version-newer" }]);
});
