import { expect, test } from "vitest";
import { check } from "../../src/document/check.js";
import type { JsonObject } from "../../src/document/json.js";
import { build } from "../../src/model/build.js";
import type { Api } from "../../src/model/types.js";

const ok: JsonObject = { responses: { "204": { description: "Done" } } };

function documentWith(more: JsonObject): JsonObject {
  return {
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://api.example" }],
    paths: {},
    ...more,
  };
}

function withGet(get: JsonObject, path = "/x"): JsonObject {
  return documentWith({ paths: { [path]: { get: { operationId: "a", ...ok, ...get } } } });
}

/** Builds a document that must pass the checks. */
function built(document: JsonObject): {
  readonly api: Api;
  readonly warnings: readonly string[];
  readonly helps: readonly string[];
} {
  const checked = check(document);
  expect(checked.diagnostics).toEqual([]);
  const { value, diagnostics } = build(checked.value as never); // without errors there is a value
  if (!value) throw new Error("There is no API.");
  return {
    api: value,
    warnings: diagnostics.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`),
    helps: diagnostics.map(({ help }) => help),
  };
}

test.each([
  ["header", ""],
  ["header", "X Plan"],
  ["header", "Plan:"],
  ["cookie", ""],
  ["cookie", "a=b"],
])("a %s cannot have the name %j, and is left out", (place, name) => {
  const schema = { type: "string" };
  const { api, warnings } = built(withGet({ parameters: [{ name, in: place, schema }] }));
  expect(warnings).toEqual(["warning parameter-ignored /paths/~1x/get/parameters/0/name"]);
  expect(api.operations[0]?.parameters).toEqual([]);
});

test("a path parameter that is not declared is a required string", () => {
  const { api, warnings, helps } = built(withGet({}, "/{id}/{id}"));
  expect(warnings).toEqual(["warning parameter-undeclared /paths/~1{id}~1{id}/get"]);
  expect(helps).toEqual([expect.stringContaining("`{ name: id, in: path, required: true")]);
  expect(api.operations[0]?.parameters).toMatchObject([
    { wire: "id", in: "path", required: true, type: { kind: "string" } },
  ]);
});

test("an extension among properties is no property", () => {
  const A = { type: "object", properties: { a: {}, "x-order": ["a"], "x-b": { type: "string" } } };
  const components = { schemas: { A, "x-note": "b" } };
  const { api } = built(documentWith({ components }));
  expect(api.models).toMatchObject([{ type: { fields: [{ wire: "a" }, { wire: "x-b" }] } }]);
});

test("a path parameter that does not occur in the path is ignored", () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const { api, warnings, helps } = built(withGet({ parameters }));
  expect(warnings).toEqual(["warning parameter-ignored /paths/~1x/get/parameters/0"]);
  expect(helps).toEqual(["Add `{id}` to the path, or remove the parameter."]);
  expect(api.operations[0]?.parameters).toEqual([]);
});

test.each<[path: string, declared: readonly string[], derived: readonly JsonObject[]]>([
  ["/x?a={a}", ["a"], []],
  ["/x?a={b}", ["b"], []],
  ["/x{?a,b}", ["a"], []],
  ["/x#part", [], []],
  ["/x?a={b}", [], [{ wire: "a", in: "query", required: true, type: { kind: "string" } }]],
  ["/x?do=list%20all#top", [], [{ wire: "do", type: { kind: "literal", value: "list all" } }]],
  ["/x?a={a}&do=list", ["a"], [{ wire: "do", type: { kind: "literal", value: "list" } }]],
  ["/x?{a}", [], []],
])("the path of %s ends before its query", (path, declared, derived) => {
  const parameters = declared.map((name) => ({ name, in: "query", schema: { type: "string" } }));
  const { api, warnings } = built(withGet({ parameters }, path));
  expect(warnings).toEqual([expect.stringMatching(/^warning path-invalid /)]);
  expect(api.operations[0]?.path).toBe("/x");
  expect(api.operations[0]?.parameters.slice(declared.length)).toMatchObject(derived);
});

test("an unused path parameter of the path item is reported where it stands", () => {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const get = { operationId: "a", ...ok };
  const { warnings } = built(documentWith({ paths: { "/x": { parameters: [id], get } } }));
  expect(warnings).toEqual(["warning parameter-ignored /paths/~1x/parameters/0"]);
});

test.each([
  ["body", "That was Swagger 2.0. Use `requestBody`."],
  ["formData", "That was Swagger 2.0. Use `requestBody`."],
  ["matrix", "Use path, query, header or cookie."],
])("a parameter in %s is ignored", (location, help) => {
  const parameters = [{ name: "p", in: location, schema: { type: "string" } }];
  const { api, warnings, helps } = built(withGet({ parameters }));
  expect(warnings).toEqual(["warning parameter-ignored /paths/~1x/get/parameters/0/in"]);
  expect(helps).toEqual([help]);
  expect(api.operations[0]?.parameters).toEqual([]);
});

test("of a parameter that is declared twice the first one counts", () => {
  const parameters = [
    { name: "q", in: "query", schema: { type: "integer" } },
    { name: "q", in: "query", schema: { type: "string" } },
  ];
  const { api, warnings } = built(withGet({ parameters }));
  expect(warnings).toEqual(["warning parameter-ignored /paths/~1x/get/parameters/1"]);
  expect(api.operations[0]?.parameters).toMatchObject([{ wire: "q", type: { kind: "integer" } }]);
});

test("the second of two operations with one id gets a number", () => {
  const twin = { operationId: "a", ...ok };
  const { api, warnings, helps } = built(
    documentWith({ paths: { "/x": { get: twin, post: twin } } }),
  );
  expect(warnings).toEqual(["warning operation-id-duplicate /paths/~1x/post/operationId"]);
  expect(helps).toEqual([expect.stringContaining("its own operationId")]);
  expect(api.operations.map(({ id }) => id)).toEqual(["a", "a_2"]);
});

test("a security scheme that is not declared is ignored", () => {
  const security = [{ Key: [] }, { Gone: [] }];
  const components = { securitySchemes: { Key: { type: "apiKey", in: "header", name: "k" } } };
  const { api, warnings, helps } = built(documentWith({ security, components }));
  expect(warnings).toEqual(["warning security-undeclared /security/1/Gone"]);
  expect(helps).toEqual([expect.stringContaining("`components.securitySchemes`")]);
  expect(api.security).toEqual([[{ key: "Key" }]]);
});

test.each([
  ["an API key without a location", { type: "apiKey", name: "k" }],
  ["an API key without a name", { type: "apiKey", in: "header" }],
  ["an HTTP scheme without a name", { type: "http" }],
  ["an HTTP scheme whose name is none", { type: "http", scheme: "my scheme" }],
  ["a type that OpenAPI does not have", { type: "magic" }],
])("%s is a security scheme that the SDK does not apply", (_, scheme) => {
  const { api, warnings } = built(documentWith({ components: { securitySchemes: { K: scheme } } }));
  expect(warnings).toEqual(["warning security-unsupported /components/securitySchemes/K"]);
  expect(api.schemes).toEqual([]);
});

test("a response whose key is not a status code is ignored", () => {
  const responses = { "204": { description: "Done" }, ok: { description: "Odd" } };
  const { api, warnings } = built(withGet({ responses }));
  expect(warnings).toEqual(["warning response-ignored /paths/~1x/get/responses/ok"]);
  expect(api.operations[0]?.responses).toMatchObject([{ status: 204 }]);
});

test("an operation without responses is a single warning", () => {
  const { warnings } = built(documentWith({ paths: { "/x": { get: { operationId: "a" } } } }));
  expect(warnings).toEqual(["warning response-missing /paths/~1x/get/responses"]);
});

test.each<[what: string, schema: JsonObject]>([
  ["an object for its choices", { oneOf: {} }],
  ["a string for its choices", { anyOf: "Started" }],
  ["null among its choices", { oneOf: [null], properties: { data: { type: "string" } } }],
  ["a list for its members", { oneOf: [{ properties: [] }], properties: [] }],
])("an event with %s is read all the same", (_, schema) => {
  const content = { "text/event-stream": { schema } };
  const { value } = build(
    withGet({ responses: { "200": { description: "Events", content } } }) as never, // as it came
  );
  expect(value?.operations[0]?.responses).toMatchObject([{ status: 200, encoding: "events" }]);
});
