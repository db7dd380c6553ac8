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
  [
    "a tuple whose item is itself and more",
    { A: { prefixItems: [{ items: false, $ref: "#/components/schemas/A" }] } },
  ],
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

const to = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const own = (name: string): Json => ({
  type: "object",
  properties: { [name]: { type: "string" } },
});

const nameAt = (index: number): string => (index === 0 ? "A" : `A${index}`);

/** Schemas that each refer to the next: `A`, `A1`, `A2`, ... */
function chained(
  links: number,
  link: (next: Json, index: number) => Json,
  last: Json = { type: "object", properties: { z: { type: "string" } } },
): JsonObject {
  const each = Array.from({ length: links }, (_, index) => [
    nameAt(index),
    link(to(nameAt(index + 1)), index),
  ]);
  return { ...Object.fromEntries(each), [nameAt(links)]: last } as JsonObject;
}

/** Pairs of schemas of which both refer to both of the next: twice as many paths at each level. */
function diamond(levels: number, link: (next: readonly Json[], name: string) => Json): JsonObject {
  const pairs = Array.from({ length: levels }, (_, level) =>
    ["", "b"].map((side) => [
      level === 0 ? `A${side}` : `A${level}${side}`,
      link([to(`A${level + 1}`), to(`A${level + 1}b`)], `p${level}${side}`),
    ]),
  );
  return {
    ...Object.fromEntries(pairs.flat()),
    [`A${levels}`]: own("x"),
    [`A${levels}b`]: own("y"),
  } as JsonObject;
}

const string: Json = { type: "string" };
const both = (next: Json): Json => ({
  type: "object",
  required: ["a", "b"],
  properties: { a: next, b: next },
});

/** The size of what is generated. Without limits it is gigabytes, or generating never ends. */
function sizeOf(schemas: JsonObject): number {
  const { value } = generated(documentOf(schemas));
  expect(value).toBeDefined();
  return (value ?? []).reduce((sum, { text }) => sum + text.length, 0);
}

test.each<readonly [string, JsonObject]>([
  ["objects", chained(16, both)],
  ["lists", chained(16, (items) => both({ type: "array", items }))],
  ["tuples", chained(16, (next) => ({ type: "array", prefixItems: [next, next] }))],
  ["parts", chained(16, (next) => ({ allOf: [both(next), own("c")] }))],
  ["variants", chained(16, (next) => ({ anyOf: [both(next), { type: "array", items: next }] }))],
  ["three of each, 24 levels deep", chained(24, (next) => both(both(next)))],
])("examples of required members that branch: %s", (_, schemas) => {
  expect(sizeOf(schemas)).toBeLessThan(3e6);
});

test.each<readonly [string, (next: readonly Json[], name: string) => Json]>([
  ["allOf", (next) => ({ allOf: next })],
  ["allOf with own members", (next, name) => ({ allOf: [...next, own(name)] })],
  ["members next to allOf", (next, name) => ({ ...(own(name) as JsonObject), allOf: next })],
  ["allOf next to a reference", ([a = {}, b = {}]) => ({ ...(a as JsonObject), allOf: [b] })],
  ["unions", (next) => ({ oneOf: next })],
  ["unions in allOf", ([a = {}, b = {}]) => ({ allOf: [a, { anyOf: [a, b] }] })],
  [
    "a member of the same name",
    ([a = {}, b = {}]) => ({ allOf: [a, b, { properties: { same: a } }] }),
  ],
])("diamonds of 24 levels: %s", (_, link) => {
  expect(sizeOf(diamond(24, link))).toBeLessThan(1e6);
});

test.each<readonly [what: string, links: number, JsonObject]>([
  ["allOf with a member", 3000, chained(3000, (next, i) => ({ allOf: [next, own(`p${i}`)] }))],
  ["allOf with the same member", 1000, chained(1000, (next) => ({ allOf: [next, own("same")] }))],
  ["allOf of one", 3000, chained(3000, (next) => ({ allOf: [next] }))],
  ["scalars", 1000, chained(1000, (next, min) => ({ allOf: [next, { minLength: min }] }), string)],
  ["required members", 1000, chained(1000, (a) => ({ required: ["a"], properties: { a } }))],
  ["unions", 1000, chained(1000, (next) => ({ anyOf: [next, { type: "integer" }] }))],
])("a long chain: %s", (_, links, schemas) => {
  expect(sizeOf(schemas)).toBeLessThan(links * 2_500);
});

test("the members of a chain that is too deep to merge are not lost", () => {
  const schemas = chained(40, (next, index) => ({ allOf: [next, own(`p${index}`)] }));
  const { value = [] } = generated(documentOf(schemas));
  const models = value.filter(({ path }) => path.includes("models/components/"));
  const text = models.map((file) => file.text).join("");
  expect(text).toContain("export type A = ABase & A1;");
  expect(text).toContain("all(");
});
