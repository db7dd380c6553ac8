import { expect, test } from "vitest";
import { build } from "../../src/model/build.js";
import type { Security } from "../../src/model/types.js";
import { built, codesOf, documentOf, operationOf } from "./documents.js";

test("info, servers and their variables are read", () => {
  const { api, diagnostics } = built({
    info: { title: "T", version: "2", description: "About." },
    externalDocs: { url: "https://docs.example.com" },
    servers: [
      {
        url: "https://{region}.example.com/v1/",
        "x-speakeasy-server-id": "prod",
        variables: { region: { default: "eu", enum: ["eu", "us"], description: "Where." } },
      },
    ],
  });
  expect(diagnostics).toEqual([]);
  expect(api.info).toEqual({
    title: "T",
    version: "2",
    docs: { description: "About.", externalDocs: { url: "https://docs.example.com" } },
  });
  expect(api.servers).toEqual([
    {
      url: "https://{region}.example.com/v1",
      id: "prod",
      variables: [{ name: "region", default: "eu", values: ["eu", "us"], description: "Where." }],
    },
  ]);
});

test("server ids count only if every server has one", () => {
  const { api } = built({
    servers: [
      { url: "https://a.example", "x-speakeasy-server-id": "a" },
      { url: "https://b.example" },
    ],
  });
  expect(api.servers).toEqual([
    { url: "https://a.example", variables: [] },
    { url: "https://b.example", variables: [] },
  ]);
});

test.each([
  ["no server", [], ["server-missing"]],
  ["a relative server", [{ url: "/v1" }], ["server-relative"]],
])("warns about %s", (_, servers, codes) => {
  expect(codesOf(built({ servers }).diagnostics)).toEqual(codes);
});

const securitySchemes = {
  Key: { type: "apiKey", in: "header", name: "X-Key", description: "The key." },
  Token: { type: "http", scheme: "Bearer" },
  Login: { type: "http", scheme: "basic" },
  OAuth: { type: "oauth2", flows: {} },
  Digest: { type: "http", scheme: "digest" },
  Shared: { type: "http", scheme: "SharedAccessKey" },
  Certificate: { type: "mutualTLS" },
  Magic: { type: "magic" },
};

test("supported security schemes are kept, others are warnings", () => {
  const { api, diagnostics } = built({ components: { securitySchemes } });
  expect(api.schemes).toEqual([
    { key: "Key", kind: "apiKey", in: "header", name: "X-Key", docs: { description: "The key." } },
    { key: "Token", kind: "bearer", docs: {} },
    { key: "Login", kind: "basic", docs: {} },
    { key: "OAuth", kind: "bearer", docs: {} },
    { key: "Digest", kind: "http", scheme: "Digest", docs: {} },
    { key: "Shared", kind: "http", scheme: "SharedAccessKey", docs: {} },
  ]);
  expect(codesOf(diagnostics)).toEqual([
    "security-flow-ignored",
    "security-in-transport",
    "security-unsupported",
  ]);
});

test("an API key with an unknown location is not supported", () => {
  const key = { type: "apiKey", in: "object", name: "k" };
  const { value, diagnostics } = build(
    documentOf({ components: { securitySchemes: { key } } } as never),
  );
  expect(value?.schemes).toEqual([]);
  expect(codesOf(diagnostics)).toEqual(["security-unsupported"]);
});

test.each([
  ["alternatives", [{ Key: [] }, { Token: [] }], [["Key"], ["Token"]]],
  ["schemes that are needed together", [{ Key: [], Token: [] }], [["Key", "Token"]]],
  ["optional security", [{}, { Key: [] }], [["Key"], []]],
  ["none", [], []],
  ["an empty requirement", [{}], []],
  ["an unsupported alternative", [{ Magic: [] }, { Key: [] }], [["Key"]]],
  ["an unsupported alternative only", [{ Magic: [] }], []],
  ["another HTTP scheme", [{ Digest: [], Key: [] }], [["Digest", "Key"]]],
  ["a certificate, which is no credential", [{ Certificate: [] }, { Key: [] }], [["Key"], []]],
  ["a certificate with a key", [{ Certificate: [], Key: [] }], [["Key"]]],
  [
    "a certificate with something unsupported",
    [{ Certificate: [], Magic: [] }, { Key: [] }],
    [["Key"]],
  ],
  ["a scheme that does not exist", [{ Nobody: [], Key: [] }], [["Key"]]],
])("an operation has %s", (_, security, want) => {
  const { operation } = operationOf(
    { security },
    { components: { securitySchemes }, security: [{ Login: [] }] },
  );
  expect(keysOf(operation.security)).toEqual(want);
});

test("an operation without its own security has that of the document", () => {
  const { operation, api } = operationOf(
    {},
    { components: { securitySchemes }, security: [{ Login: [] }] },
  );
  expect(keysOf(operation.security)).toEqual([["Login"]]);
  expect(keysOf(api.security)).toEqual([["Login"]]);
});

/** The keys of the schemes of each alternative. */
function keysOf(security: Security): readonly (readonly string[])[] {
  return security.map((uses) => uses.map(({ key }) => key));
}

test("the document and operations have retry policies", () => {
  const said = {
    strategy: "backoff",
    backoff: { initialInterval: 500, exponent: 1.5 },
    statusCodes: ["5XX", 429],
    retryConnectionErrors: true,
  };
  const { operation, api } = operationOf(
    { "x-speakeasy-retries": { strategy: "none" } },
    { "x-speakeasy-retries": said },
  );
  expect(api.retries).toEqual({ ...said, statusCodes: ["5XX", "429"] });
  expect(operation.retries).toEqual({ strategy: "none" });
});

test.each([[{ strategy: "often" }], ["yes"]])(
  "warns about retries that cannot be read: %o",
  (said) => {
    expect(codesOf(built({ "x-speakeasy-retries": said }).diagnostics)).toEqual([
      "retries-invalid",
    ]);
  },
);

const query = (name: string): object => ({ name, in: "query", schema: { type: "string" } });
const cursor = { name: "cursor", in: "parameters", type: "cursor" };

test.each<readonly [string, unknown, boolean]>([
  ["a cursor", { type: "cursor", inputs: [cursor], outputs: { nextCursor: "$.next" } }, true],
  [
    "pages",
    {
      type: "offsetLimit",
      inputs: [{ name: "page", in: "parameters", type: "page" }],
      outputs: { results: "$.data" },
    },
    true,
  ],
  ["a URL", { type: "url", outputs: { nextUrl: "$.next" } }, true],
  [
    "a cursor that is missing",
    { type: "cursor", inputs: [], outputs: { nextCursor: "$.next" } },
    false,
  ],
  [
    "a parameter that is missing",
    { type: "cursor", inputs: [{ ...cursor, name: "no" }], outputs: { nextCursor: "$.next" } },
    false,
  ],
  ["a URL that is the whole body", { type: "url", outputs: { nextUrl: "$" } }, false],
  ["a URL without a path", { type: "url", outputs: { nextUrl: "" } }, false],
  [
    "a cursor that is the whole body",
    { type: "cursor", inputs: [cursor], outputs: { nextCursor: "$" } },
    false,
  ],
  [
    "results that are the whole body",
    {
      type: "offsetLimit",
      inputs: [{ name: "page", in: "parameters", type: "page" }],
      outputs: { results: "$" },
    },
    true,
  ],
  ["an unknown type", { type: "magic" }, false],
  [
    "no results",
    { type: "offsetLimit", inputs: [{ name: "page", in: "parameters", type: "page" }] },
    false,
  ],
])("paging by %s", (_, said, isPaged) => {
  const { operation, diagnostics } = operationOf({
    parameters: [query("cursor"), query("page")],
    "x-speakeasy-pagination": said,
  });
  expect(operation.pagination !== undefined).toBe(isPaged);
  expect(codesOf(diagnostics)).toEqual(isPaged ? [] : ["pagination-invalid"]);
});

test("an operation has its own servers, or those of its path", () => {
  const { operation } = operationOf({ servers: [{ url: "https://files.example.com/" }] });
  expect(operation.servers).toEqual([{ url: "https://files.example.com", variables: [] }]);
  expect(operationOf({}).operation).not.toHaveProperty("servers");
});

test("a diagnostic of a shared part is reported once", () => {
  const parameters = { P: { name: "p", in: "query", schema: { type: "string", not: {} } } };
  const operation = { parameters: [{ $ref: "#/components/parameters/P" }], responses: { 204: {} } };
  const { diagnostics } = built({
    components: { parameters },
    paths: {
      "/": { get: { operationId: "a", ...operation }, put: { operationId: "b", ...operation } },
    },
  });
  expect(codesOf(diagnostics)).toEqual(["keyword-ignored"]);
});

test("building is deterministic and does not change the document", () => {
  const document = documentOf({
    components: { securitySchemes, schemas: { A: { properties: { b: { enum: ["c"] } } } } },
  });
  const before = JSON.stringify(document);
  expect(build(document)).toEqual(build(document));
  expect(JSON.stringify(document)).toBe(before);
});
