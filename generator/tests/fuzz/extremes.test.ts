/** Documents that are extreme in one way, through all stages except reading and writing. */
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/document/json.js";
import { SIZE_LIMITS } from "../../src/document/size-limit.js";
import { expectSound, generated } from "./pipeline.js";
import { limits } from "../../../tests/support/limits.js";

function documentOf(schemas: JsonObject, schema: Json = { $ref: "#/components/schemas/A" }): Json {
  const content = { "application/json": { schema } };
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/a": {
        get: {
          operationId: "getA",
          parameters: [{ name: "a", in: "query", schema }],
          responses: { "200": { description: "A", content } },
        },
        post: {
          operationId: "postA",
          requestBody: { required: true, content },
          responses: { "204": { description: "None" } },
        },
      },
    },
    components: { schemas },
  };
}

function nested(levels: number, wrap: (inner: Json) => Json): Json {
  let schema: Json = { type: "string" };
  for (let level = 0; level < levels; level++) schema = wrap(schema);
  return schema;
}

/** Each level of a schema takes two levels of the document, and there are a few above it. */
const LEVELS = (SIZE_LIMITS.depth - 20) / 2;

test.each<readonly [string, (inner: Json) => Json]>([
  ["lists", (items) => ({ type: "array", items })],
  ["objects", (a) => ({ properties: { a } })],
  ["open objects", (a) => ({ additionalProperties: a })],
  ["unions", (a) => ({ oneOf: [a] })],
  ["unions of two variants", (a) => ({ oneOf: [a, { type: "object" }] })],
  ["parts", (a) => ({ allOf: [a, { properties: { b: { type: "string" } } }] })],
])("%s inside of each other, as deep as a document may be", (_, wrap) => {
  const { value } = expectSound(generated(documentOf({ A: nested(LEVELS, wrap) })));
  expect(value).toBeDefined();
});

test.each<readonly [string, JsonObject]>([
  ["a union of itself", { A: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] } }],
  ["a list of itself", { A: { type: "array", items: { $ref: "#/components/schemas/A" } } }],
  ["a part of itself", { A: { allOf: [{ $ref: "#/components/schemas/A" }, { type: "object" }] } }],
  ["a record of itself", { A: { additionalProperties: { $ref: "#/components/schemas/A" } } }],
  [
    "a required member of itself",
    { A: { required: ["a"], properties: { a: { $ref: "#/components/schemas/A" } } } },
  ],
  [
    "two unions of each other",
    {
      A: { anyOf: [{ $ref: "#/components/schemas/B" }, { type: "null" }] },
      B: { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "number" }] },
    },
  ],
  [
    "unions with a discriminator of each other",
    {
      A: { oneOf: [{ $ref: "#/components/schemas/B" }], discriminator: { propertyName: "kind" } },
      B: { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: "kind" } },
    },
  ],
])("a schema that is %s", (_, schemas) => {
  expectSound(generated(documentOf(schemas)));
});

test("a chain of three hundred references", () => {
  const links = Array.from({ length: 300 }, (_, index) => [
    index === 0 ? "A" : `A${index}`,
    { $ref: `#/components/schemas/A${index + 1}` },
  ]);
  const schemas = { ...Object.fromEntries(links), A300: { type: "string" } } as JsonObject;
  expectSound(generated(documentOf(schemas)));
});

test("an enum of ten thousand values with the same name", { timeout: limits.computing }, () => {
  const values = Array.from({ length: 10_000 }, (_, index) => "!".repeat(index % 7) + index);
  const { value } = expectSound(generated(documentOf({ A: { type: "string", enum: values } })));
  expect(value).toBeDefined();
});

test("a very long description", { timeout: limits.computing }, () => {
  for (const description of [
    "a".repeat(3e5),
    " ".repeat(3e5),
    "a ".repeat(1.5e5),
    "\n".repeat(3e5),
    "#".repeat(3e5),
  ]) {
    const { value } = expectSound(
      generated(documentOf({ A: { type: "string", description: `x${description}x` } })),
    );
    expect(value).toBeDefined();
  }
});
