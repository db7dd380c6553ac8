import { expect, test } from "vitest";
import { check } from "../../src/document/check.js";
import { upgrade } from "../../src/load/upgrade.js";
import type { Json } from "../../src/document/json.js";
import { built, codesOf, integer, operationOf } from "./documents.js";

const done = { responses: { 204: { description: "Done" } } };

/** The model of a document that is read as the whole generator reads it. */
function read(document: object): ReturnType<typeof built> {
  // a literal of this file
  const given = { openapi: "3.2.0", info: { title: "T", version: "1" }, ...document } as Json;
  const upgraded = upgrade(given);
  const checked = check(upgraded.value ?? null);
  const { api, diagnostics } = built(checked.value ?? {});
  return { api, diagnostics: [...upgraded.diagnostics, ...checked.diagnostics, ...diagnostics] };
}

test("operations with the method QUERY, and with other methods", () => {
  const paths = {
    "/feeds": {
      parameters: [{ name: "trace", in: "header", schema: { type: "string" } }],
      query: { operationId: "findFeeds", requestBody: { content: { "text/plain": {} } }, ...done },
      additionalOperations: {
        PURGE: done,
        Propfind: { operationId: "listFeeds", ...done },
        "not a method": done,
        "x-mine": {},
      },
    },
  };
  const { api, diagnostics } = read({ paths });
  expect(
    api.operations.map(({ id, method, pointer, idempotent }) => ({
      id,
      method,
      pointer,
      idempotent,
    })),
  ).toEqual([
    { id: "findFeeds", method: "QUERY", pointer: "/paths/~1feeds/query" },
    {
      id: "purge_feeds",
      method: "PURGE",
      pointer: "/paths/~1feeds/additionalOperations/PURGE",
      idempotent: false,
    },
    {
      id: "listFeeds",
      method: "Propfind",
      pointer: "/paths/~1feeds/additionalOperations/Propfind",
      idempotent: false,
    },
  ]);
  expect(api.operations[0]?.body).toMatchObject({ media: "text/plain" });
  expect(api.operations[1]?.parameters).toMatchObject([{ wire: "trace" }]);
  expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
    expect.arrayContaining(["method-invalid /paths/~1feeds/additionalOperations/not a method"]),
  );
});

test.each<readonly [string, boolean, boolean | undefined]>([
  ["PROPFIND", true, undefined],
  ["PURGE", true, true],
  ["PURGE", false, false],
  ["PROPFIND", false, false],
])("%s with x-idempotent: %j", (method, given, want) => {
  const item = { additionalOperations: { [method]: { ...done, "x-idempotent": given } } };
  expect(read({ paths: { "/a": item } }).api.operations[0]?.idempotent).toBe(want);
});

test("a bad operation among the additional ones is left out", () => {
  const bad = { ...done, parameters: 1 };
  const { api, diagnostics } = read({
    paths: { "/a": { additionalOperations: { A: bad, B: done } } },
  });
  expect(api.operations.map(({ method }) => method)).toEqual(["B"]);
  expect(codesOf(diagnostics)).toContain("type-mismatch");
});

test("the whole query string is a parameter", () => {
  const content = { "Application/JSON": { schema: { type: "object" } } };
  const { operation } = operationOf({
    parameters: [{ name: "q", in: "querystring", required: true, content }],
  });
  expect(operation.parameters).toMatchObject([
    {
      wire: "q",
      in: "querystring",
      required: true,
      media: "application/json",
      type: { kind: "object" },
    },
  ]);
  const without = { name: "q", in: "querystring", schema: { type: "string" } };
  const { operation: other, diagnostics } = operationOf({ parameters: [without] });
  expect(other.parameters).toEqual([]);
  expect(codesOf(diagnostics)).toEqual(["parameter-ignored"]);
});

test("cookies have a style of their own", () => {
  const parameter = { name: "c", in: "cookie", style: "cookie", schema: { type: "string" } };
  const { operation, diagnostics } = operationOf({ parameters: [parameter] });
  expect(operation.parameters).toMatchObject([{ style: "cookie", explode: true }]);
  expect(diagnostics).toEqual([]);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["a tag with parents", ["payouts"], ["Money", "accounts", "payouts"]],
  ["a parent", ["accounts"], ["Money", "accounts"]],
  ["a tag that is only a label", ["beta", "payouts"], ["Money", "accounts", "payouts"]],
  ["labels only", ["beta", "partners"], []],
  ["a tag of another kind", ["resource"], ["resource"]],
  ["an undeclared tag", ["other"], ["other"]],
  ["a tag whose parent is not there", ["lost"], ["lost"]],
  ["a tag that is above itself", ["loop"], ["loop"]],
])("%s: %j is the group %j", (_, names, group) => {
  const tags = [
    { name: "payouts", parent: "accounts", summary: "Payouts", description: "To banks" },
    { name: "accounts", parent: "Money", kind: "nav" },
    { name: "Money" },
    { name: "beta", kind: "badge" },
    { name: "partners", kind: "audience" },
    { name: "resource", kind: "resource" },
    { name: "lost", parent: "nobody" },
    { name: "loop", parent: "loop" },
  ];
  const { operation, api, diagnostics } = operationOf({ tags: names }, { tags });
  expect(operation.group).toEqual(group);
  expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    "tag-parent-invalid /tags/6/parent",
    "tag-parent-invalid /tags/7/parent",
  ]);
  const docs = api.groups.find(({ path }) => path.at(-1) === "payouts")?.docs;
  if (docs) expect(docs).toEqual({ summary: "Payouts", description: "To banks" });
});

test("servers are named, and relative to $self", () => {
  const servers = [
    { url: "/v1", name: "main" },
    {
      url: "https://{region}.example/v1",
      name: "regional",
      variables: { region: { default: "eu" } },
    },
    { url: "../v2/{tenant}", name: "tenant", variables: { tenant: { default: "a" } } },
  ];
  const { api } = read({ $self: "https://api.example/docs/openapi.yaml", servers, paths: {} });
  expect(api.servers.map(({ id, url }) => [id, url])).toEqual([
    ["main", "https://api.example/v1"],
    ["regional", "https://{region}.example/v1"],
    ["tenant", "https://api.example/v2/{tenant}"],
  ]);
});

test("media types of the components are read where they are referred to, with one type", () => {
  const content = { "application/json": { $ref: "#/components/mediaTypes/Feed" } };
  const operation = { requestBody: { content }, responses: { 200: { description: "d", content } } };
  const { api, diagnostics } = read({
    paths: { "/a": { post: { operationId: "a", ...operation } } },
    components: {
      mediaTypes: {
        Feed: {
          schema: { type: "object", properties: { id: { type: "string" } } },
          example: { id: "1" },
        },
      },
    },
  });
  const [first] = api.operations;
  const type = { kind: "ref", to: "/components/mediaTypes/Feed/schema" };
  expect(first?.body).toMatchObject({ media: "application/json", type });
  expect(first?.responses[0]).toMatchObject({ type, docs: { example: { id: "1" } } });
  expect(api.models).toMatchObject([{ suggestedName: "Feed" }]);
  expect(diagnostics).toEqual([]);
});

test("a ref to a media type that is not there leaves the operation out", () => {
  const content = { "application/json": { $ref: "#/components/mediaTypes/None" } };
  const { api, diagnostics } = read({
    paths: { "/a": { get: done, post: { requestBody: { content }, ...done } } },
    components: { mediaTypes: {} },
  });
  expect(api.operations.map(({ method }) => method)).toEqual(["GET"]);
  expect(codesOf(diagnostics)).toContain("ref-unresolved");
});

const itemSchema = { type: "object", properties: { n: { type: "integer" } } };

test.each<readonly [string, object, string]>([
  ["application/json", { encoding: "json", type: { kind: "array" } }, "doIt response body item"],
  ["application/jsonl", { encoding: "lines", type: { kind: "ref" } }, "doIt line"],
  ["application/json-seq", { encoding: "lines", type: { kind: "ref" } }, "doIt line"],
  [
    "text/event-stream",
    { encoding: "events", type: { kind: "ref" }, events: { flat: true } },
    "doIt event",
  ],
])("the items of %s are in the model", (media, want, suggestedName) => {
  const responses = { 200: { description: "d", content: { [media]: { itemSchema } } } };
  const { operation, api } = operationOf({ responses });
  expect(operation.responses).toMatchObject([want]);
  expect(api.models).toMatchObject([
    {
      suggestedName,
      type: { kind: "object", fields: [{ wire: "n", type: integer }] },
    },
  ]);
});

test("a JSON body may be declared by its items", () => {
  const content = { "application/json": { itemSchema } };
  expect(
    operationOf({ requestBody: { content, required: true } }).operation.body?.type,
  ).toMatchObject({
    kind: "array",
  });
});

test.each<readonly [object, unknown]>([
  [{ dataValue: { a: 1 }, serializedValue: "{}" }, { a: 1 }],
  [{ value: { a: 2 } }, { a: 2 }],
  [{ serializedValue: '{"a":3}' }, { a: 3 }],
  [{ serializedValue: "plain" }, "plain"],
])("the example %j is %j", (example, want) => {
  const content = { "application/json": { examples: { one: example } } };
  const responses = { 200: { description: "d", content } };
  expect(operationOf({ responses }).operation.responses[0]?.docs.example).toEqual(want);
});

test("security schemes may be deprecated, and have other flows", () => {
  const flow = {
    deviceAuthorizationUrl: "https://a.example/d",
    tokenUrl: "https://a.example/t",
    scopes: {},
  };
  const { api, diagnostics } = read({
    paths: {},
    servers: [{ url: "https://a.example" }],
    components: {
      securitySchemes: {
        Old: { type: "http", scheme: "basic", deprecated: true },
        Device: {
          type: "oauth2",
          flows: { deviceAuthorization: flow },
          oauth2MetadataUrl: "https://a.example/.well-known/oauth-authorization-server",
        },
      },
    },
  });
  expect(api.schemes).toMatchObject([
    { key: "Old", kind: "basic", docs: { deprecated: "" } },
    { key: "Device", kind: "oauth2", flows: { refreshToken: "https://a.example/t" } },
  ]);
  expect(codesOf(diagnostics)).toEqual([]);
});

test("a requirement may refer to its scheme", () => {
  const securitySchemes = { Key: { type: "apiKey", in: "header", name: "X-Key" } };
  const security = [{ "#/components/securitySchemes/Key": [] }];
  const { api, diagnostics } = built({ security, components: { securitySchemes } });
  expect(api.security).toEqual([[{ key: "Key" }]]);
  expect(diagnostics).toEqual([]);
});

test("encodings by position are ignored, with a warning", () => {
  const media = { schema: { type: "array" }, prefixEncoding: [{}], itemEncoding: {} };
  const content = { "multipart/mixed": media };
  const { diagnostics } = operationOf({ requestBody: { content, required: true } });
  const found = diagnostics.filter(({ code }) => code === "keyword-ignored");
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    "keyword-ignored /paths/~1things/get/requestBody/content/multipart~1mixed/prefixEncoding",
    "keyword-ignored /paths/~1things/get/requestBody/content/multipart~1mixed/itemEncoding",
  ]);
});

test("a default that is not there is left out of the discriminator", () => {
  const discriminator = { propertyName: "kind", defaultMapping: "Nobody" };
  const schemas = { A: { oneOf: [{ type: "object" }], discriminator } };
  const { diagnostics } = read({ paths: {}, components: { schemas } });
  expect(diagnostics.map(({ pointer }) => pointer)).toContain(
    "/components/schemas/A/discriminator/defaultMapping",
  );
});

test.each([
  ["https://spec.openapis.org/oas/3.1/dialect/base", []],
  ["https://spec.openapis.org/oas/3.2/dialect/2025-09-17", []],
  ["https://json-schema.org/draft/2020-12/schema", []],
  ["http://json-schema.org/draft-07/schema#", []],
  [
    "https://dialects.example/mine",
    ["dialect-unknown /jsonSchemaDialect", "dialect-unknown /components/schemas/A/$schema"],
  ],
])("of the dialect %s people are warned: %j", (dialect, want) => {
  const schemas = { A: { $schema: dialect } };
  const { diagnostics } = read({ jsonSchemaDialect: dialect, paths: {}, components: { schemas } });
  expect(
    diagnostics
      .filter(({ code }) => code === "dialect-unknown")
      .map(({ code, pointer }) => `${code} ${pointer}`),
  ).toEqual(want);
});

test("data that is declared as a string of JSON is what the JSON holds", () => {
  const data = { type: "string", contentMediaType: "application/json", contentSchema: itemSchema };
  const event = { type: "object", properties: { data } };
  const responses = {
    200: { description: "d", content: { "text/event-stream": { itemSchema: event } } },
  };
  const { operation, api } = operationOf({ responses });
  expect(operation.responses).toMatchObject([{ encoding: "events", events: {} }]);
  expect(api.models.map(({ type }) => type)).toMatchObject([
    { kind: "object", fields: [{ wire: "data", type: { kind: "ref" } }] },
    { kind: "object", fields: [{ wire: "n", type: integer }] },
  ]);
});

test("variants of an event may say what the string that they share holds", () => {
  const json = { contentMediaType: "application/json", contentSchema: itemSchema };
  const event = {
    type: "object",
    properties: { event: { type: "string" }, data: { type: "string" } },
    oneOf: [
      { properties: { event: { const: "text" } } },
      { properties: { event: { const: "json" }, data: json } },
    ],
  };
  const responses = {
    200: { description: "d", content: { "text/event-stream": { itemSchema: event } } },
  };
  const { operation } = operationOf({ responses });
  expect(operation.responses).toMatchObject([{ encoding: "events", events: { data: "either" } }]);
});
