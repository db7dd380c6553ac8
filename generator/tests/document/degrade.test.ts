import { expect, test } from "vitest";
import { check } from "../../src/document/check.js";
import type { Json, JsonObject } from "../../src/document/json.js";

const fine: JsonObject = { responses: { "200": { description: "ok" } } };

function documentWith(more: JsonObject): JsonObject {
  return {
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    paths: { "/fine": { get: fine } },
    ...more,
  };
}

function withOperation(post: JsonObject, more: JsonObject = {}): JsonObject {
  return documentWith({ paths: { "/fine": { get: fine }, "/x": { get: fine, post } }, ...more });
}

function withSchema(A: Json): JsonObject {
  return documentWith({ components: { schemas: { A } } });
}

function degraded(value: JsonObject) {
  const { value: document, diagnostics } = check(value);
  expect(document).toBeDefined();
  expect(diagnostics.map(({ severity }) => severity)).not.toContain("error");
  return {
    document,
    schema: document?.components?.schemas?.["A"],
    methods: Object.keys(document?.paths["/x"] ?? {}),
    messages: diagnostics.map(({ message }) => message),
  };
}

test.each<[what: string, schema: JsonObject, expected: Json]>([
  ["examples that are no list", { type: "string", examples: { a: 1 } }, { type: "string" }],
  ["a title that is no string", { type: "string", title: [] }, { type: "string" }],
  ["`required: true` of a property", { type: "string", required: true }, { type: "string" }],
  ["a bound that is no number", { type: "integer", minimum: "1" }, { type: "integer" }],
])("%s: the keyword is ignored", (_, schema, expected) => {
  const result = degraded(withSchema(schema));
  expect(result.schema).toEqual(expected);
  expect(result.messages).toEqual([expect.stringMatching(/ The keyword is ignored\.$/)]);
});

test.each<[what: string, schema: Json]>([
  ["an unknown type", { type: "application/json" }],
  ["an object for `allOf`", { allOf: { $ref: "#/components/schemas/A" } }],
  ["a `$ref` to nothing", { $ref: "#/components/schemas/B" }],
  ["a `$ref` to itself", { $ref: "#/components/schemas/A" }],
  ["a `$ref` to a path", { $ref: "#/components/responses/R" }],
  ["a string in place of a schema", "A"],
  ["a `$ref` for all properties", { properties: { $ref: "./a.yaml" } }],
])("%s: the schema accepts any value", (_, schema) => {
  const result = degraded(withSchema(schema));
  expect(result.schema).toBe(true);
  expect(result.messages.at(-1)).toMatch(/ The schema accepts any value\.$/);
});

test("only the innermost schema is given up", () => {
  const result = degraded(withSchema({ properties: { a: { type: "date" }, b: {} } }));
  expect(result.schema).toEqual({ properties: { a: true, b: {} } });
});

test("an unused definition is no reason to refuse a schema", () => {
  const definitions = { kind: { type: { type: "string" } } };
  expect(degraded(withSchema({ type: "object", definitions })).schema).toEqual({
    type: "object",
    definitions: { kind: true },
  });
});

test("an entry of a mapping that leads nowhere is ignored", () => {
  const mapping = { a: "#/components/schemas/A", b: "#/components/schemas/B", "x-c": true };
  const result = degraded(withSchema({ discriminator: { propertyName: "t", mapping } }));
  expect(result.schema).toEqual({
    discriminator: { propertyName: "t", mapping: { a: "#/components/schemas/A" } },
  });
});

test.each<[what: string, discriminator: Json]>([
  ["without a property", { mapping: {} }],
  ["that is a string", "type"],
])("a discriminator %s is ignored", (_, discriminator) => {
  expect(degraded(withSchema({ type: "object", discriminator })).schema).toEqual({
    type: "object",
  });
});

test.each<[what: string, operation: JsonObject, more?: JsonObject]>([
  ["a parameter without a name", { ...fine, parameters: [{ in: "query" }] }],
  ["a body without content", { ...fine, requestBody: {} }],
  ["strings for security", { ...fine, security: ["key"] }],
  ["a response that is a schema", { responses: { "200": { $ref: "#/components/schemas/A" } } }],
  [
    "a component that leads nowhere",
    { ...fine, parameters: [{ $ref: "#/components/parameters/P" }] },
    { components: { parameters: { P: { $ref: "#/components/parameters/Q" } } } },
  ],
])("an operation with %s is left out, and the others stay", (_, operation, more) => {
  const schemas = { A: {} };
  const { methods, messages } = degraded(
    withOperation(operation, more ?? { components: { schemas } }),
  );
  expect(methods).toEqual(["get"]);
  expect(messages).toContainEqual(expect.stringMatching(/ The operation is left out\.$/));
});

test("an error response that is a schema is left out, and the operation stays", () => {
  const responses = { "200": { description: "ok" }, "404": { $ref: "#/components/schemas/A" } };
  const components = { schemas: { A: {} } };
  const { document } = degraded(withOperation({ responses }, { components }));
  expect(document?.paths["/x"]?.post).toEqual(fine);
});

test("a path with a mistake that all its operations share is left out", () => {
  const paths = { "/fine": { get: fine }, "/x": { get: fine, parameters: [{ name: "a" }] } };
  expect(degraded(documentWith({ paths })).document?.paths).toEqual({ "/fine": { get: fine } });
});

test.each<[what: string, operation: JsonObject]>([
  ["a callback by `$ref`", { ...fine, callbacks: { done: { $ref: "#/components/callbacks/D" } } }],
  ["a wrong callback", { ...fine, callbacks: { done: { "{$url}": { post: "x" } } } }],
  ["a link that is a list", { responses: { "200": { description: "ok", links: { a: [] } } } }],
  ["a wrong link to documentation", { ...fine, externalDocs: { url: 1, description: [] } }],
])("%s leaves the operation as it is", (_, operation) => {
  const components = { callbacks: { D: { "{$url}": { post: fine } } } };
  expect(degraded(withOperation(operation, { components })).methods).toEqual(["get", "post"]);
});

test("wrong webhooks and tags are ignored", () => {
  const webhooks = { moved: { post: { parameters: [{}] } } };
  const { document } = degraded(documentWith({ webhooks, tags: [{ name: "a" }, {}] }));
  expect(document?.webhooks).toEqual({});
  expect(document?.tags).toEqual([{ name: "a" }]);
});

test.each<[what: string, value: JsonObject, pointer: string]>([
  ["a server without a URL", documentWith({ servers: [{}] }), "/servers/0"],
  ["wrong security of all operations", documentWith({ security: ["key"] }), "/security"],
  [
    "a security scheme without a type",
    documentWith({ components: { securitySchemes: { key: {} } } }),
    "/components/securitySchemes/key",
  ],
  ["a `$ref` for all paths", documentWith({ paths: { $ref: "./paths.yaml" } }), "/paths/$ref"],
  [
    "a mistake in the only operation",
    documentWith({ paths: { "/x": { get: { ...fine, requestBody: {} } } } }),
    "/paths/~1x/get/requestBody",
  ],
])("%s is an error", (_, value, pointer) => {
  const { value: document, diagnostics } = check(value);
  expect(document).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ severity: "error", pointer });
});
