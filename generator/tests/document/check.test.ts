import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import { check } from "../../src/document/check.js";
import type { Json, JsonObject } from "../../src/document/json.js";

const operation: JsonObject = { responses: { "200": { description: "ok" } } };

function documentWith(more: JsonObject): JsonObject {
  return { openapi: "3.1.1", info: { title: "T", version: "1" }, paths: {}, ...more };
}

function withGet(get: JsonObject, path = "/x"): JsonObject {
  return documentWith({ paths: { [path]: { get: { ...operation, ...get } } } });
}

function found(value: Json): readonly string[] {
  return check(value).diagnostics.map(
    ({ severity, code, pointer }) => `${severity === "error" ? "" : "warning "}${code} ${pointer}`,
  );
}

const malformed: readonly (readonly [what: string, value: Json, diagnostics: readonly string[]])[] =
  [
    ["a string", "hello", ["type-mismatch "]],
    ["null", null, ["type-mismatch "]],
    ["no members", {}, ["member-missing ", "member-missing ", "member-missing "]],
    [
      "a reference in the place of the document",
      { $ref: "#/components", components: {} },
      ["member-missing ", "member-missing ", "member-missing "],
    ],
    ["no paths", { openapi: "3.1.1", info: { title: "T", version: "1" } }, ["member-missing "]],
    ["a list for info", documentWith({ info: [] }), ["type-mismatch /info"]],
    ["a list for paths", documentWith({ paths: [] }), ["type-mismatch /paths"]],
    ["a string for a path", documentWith({ paths: { "/a": "b" } }), ["type-mismatch /paths/~1a"]],
    ["a path without a slash", withGet({}, "x"), ["path-without-slash /paths/x"]],
    [
      "a parameter without a name",
      withGet({ parameters: [{ in: "query" }] }),
      ["member-missing /paths/~1x/get/parameters/0"],
    ],
    [
      "a ref that does not resolve",
      documentWith({ components: { schemas: { A: { $ref: "#/components/schemas/B" } } } }),
      ["warning ref-unresolved /components/schemas/A/$ref"],
    ],
    [
      "a ref to itself",
      documentWith({ components: { schemas: { A: { $ref: "#/components/schemas/A" } } } }),
      ["warning ref-circular /components/schemas/A/$ref"],
    ],
    [
      "a parameter that refers to a schema",
      documentWith({
        paths: {
          "/a": { get: { ...operation, parameters: [{ $ref: "#/components/schemas/A" }] } },
        },
        components: { schemas: { A: {} } },
      }),
      ["ref-wrong-kind /paths/~1a/get/parameters/0/$ref"],
    ],
    [
      "an unknown type",
      documentWith({ components: { schemas: { A: { type: "date" } } } }),
      ["warning schema-type-unknown /components/schemas/A/type"],
    ],
    [
      "a boolean for required",
      documentWith({ components: { schemas: { A: { required: true } } } }),
      ["warning type-mismatch /components/schemas/A/required"],
    ],
    [
      "a list for items",
      documentWith({ components: { schemas: { A: { items: [{}] } } } }),
      ["warning type-mismatch /components/schemas/A/items"],
    ],
    [
      "a ref for all paths",
      documentWith({ paths: { $ref: "./paths.yaml" } }),
      ["ref-misplaced /paths/$ref", "type-mismatch /paths/$ref"],
    ],
    [
      "strings for security requirements",
      documentWith({ security: ["Key"] }),
      ["type-mismatch /security"],
    ],
    [
      "a number for a string",
      documentWith({ info: { title: "T", version: 2 } }),
      ["warning string-unquoted /info/version"],
    ],
  ];

test.each(malformed)("a document with %s is diagnosed", (_, value, diagnostics) => {
  expect(found(value)).toEqual(diagnostics);
});

test("every diagnostic has a message and a help of whole sentences", () => {
  for (const [, value] of malformed) {
    for (const { message, help } of check(value).diagnostics) {
      expect(message).toMatch(/[.]$/);
      expect(help).toMatch(/[.!?`]$/);
    }
  }
});

test("members without a value count as absent", () => {
  const { value, diagnostics } = check(
    documentWith({
      info: { title: "T", version: "1", description: null },
      paths: { "/a": { parameters: null, get: operation } },
    }),
  );
  expect(diagnostics).toEqual([]);
  expect(value?.info).toEqual({ title: "T", version: "1" });
  expect(value?.paths["/a"]).toEqual({ get: operation });
});

test("the type null needs no quotes", () => {
  const schemas = { A: { type: ["array", null], items: {} } };
  const { value, diagnostics } = check(documentWith({ components: { schemas } }));
  expect(diagnostics.map(({ code }) => code)).toEqual(["string-unquoted"]);
  expect(value?.components?.schemas?.["A"]).toEqual({ type: ["array", "null"], items: {} });
});

test("an extension in a map is no entry of it", () => {
  const properties = { a: {}, "x-order": ["a"], "x-real": { type: "string" } };
  const examples = { "x-note": "a", b: { value: 1 } };
  const schemas = { A: { properties }, "x-internal": true, "x-group": "a" };
  const { value, diagnostics } = check(documentWith({ components: { schemas, examples } }));
  expect(diagnostics).toEqual([]);
  expect(value?.components?.schemas?.["A"]).toEqual({ properties });
});

test("properties may have the names of keywords", () => {
  const properties = { $ref: {}, type: {}, items: {}, properties: {}, example: {}, required: {} };
  expect(found(documentWith({ components: { schemas: { A: { properties } } } }))).toEqual([]);
});

test("schemas may contain themselves", () => {
  const node = { properties: { next: { $ref: "#/components/schemas/Node" } } };
  expect(found(documentWith({ components: { schemas: { Node: node } } }))).toEqual([]);
});

test("the checked document is frozen", () => {
  const { value } = check(withGet({}));
  expect(Object.isFrozen(value?.paths["/x"]?.get?.responses)).toBe(true);
});

test("endless nesting is an error and no stack overflow", () => {
  let deep: Json = {};
  for (let n = 0; n < 50_000; n++) deep = { properties: { a: deep } };
  expect(found(documentWith({ components: { schemas: { A: deep } } }))).toEqual([
    "document-too-large ",
  ]);
});

const KEYS = [
  "openapi",
  "info",
  "paths",
  "/a",
  "/{b}",
  "get",
  "parameters",
  "schema",
  "properties",
  "items",
  "components",
  "schemas",
  "responses",
  "200",
  "content",
  "application/json",
  "$ref",
  "in",
  "name",
  "security",
  "securitySchemes",
  "discriminator",
  "mapping",
  "oneOf",
  "required",
  "type",
  "callbacks",
  "servers",
  "tags",
  "__proto__",
  "x-a",
];

test("a member named toString breaks nothing", () => {
  const hostile = { toString: 1, valueOf: 1 };
  const schema = { discriminator: { propertyName: "p", mapping: { a: hostile } } };
  expect(found(documentWith({ components: { schemas: { A: schema } } }))).toEqual([
    "warning ref-unresolved /components/schemas/A/discriminator/mapping/a",
  ]);
});

test("no JSON value makes the check throw", () => {
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "medium", withCrossShrink: true },
      fc.constantFrom<Json>(null, true, 1, "x", "#/components", "#", "string", "path", "query"),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie("tree"), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(tree, fc.jsonValue()), (value) => {
      const random = value as Json; // fast-check's type for the same values
      check(random);
      check({ openapi: "3.1.1", info: { title: "T", version: "1" }, paths: random });
      check(documentWith({ components: random }));
      check(documentWith({ paths: { "/{a}": { get: random } } }));
    }),
    runs(500),
  );
});

function withSchema(schema: JsonObject): JsonObject {
  return documentWith({ components: { schemas: { A: schema } } });
}

test.for([
  ["propertys", "properties", { propertys: { a: {} } }],
  ["typ", "type", { typ: "string" }],
  ["itmes", "items", { type: "array", itmes: {} }],
  ["Required", "required", { type: "object", Required: ["a"] }],
  ["nullabel", "nullable", { type: "string", nullabel: true }],
] as const)("the key %s is a warning that suggests %s", ([key, meant, schema]) => {
  const [diagnostic, ...more] = check(withSchema(schema)).diagnostics;
  expect(more).toEqual([]);
  expect(diagnostic).toMatchObject({
    severity: "warning",
    code: "key-misspelled",
    pointer: `/components/schemas/A/${key}`,
    help: expect.stringContaining(`\`${meant}\``),
  });
});

test("keys of other objects than schemas are checked too", () => {
  expect(
    found(withGet({ operationID: "a", parameters: [{ name: "q", in: "query", requird: true }] })),
  ).toEqual([
    "warning key-misspelled /paths/~1x/get/operationID",
    "warning key-misspelled /paths/~1x/get/parameters/0/requird",
  ]);
});

test("properties, custom keys and keys that resemble none are left alone", () => {
  const properties = { typ: {}, itmes: {}, propertys: {} };
  const own = { "x-typ": 1, note: "a", label: "b", id: "c", $comment: "d", examples: [], const: 1 };
  expect(found(withSchema({ type: "object", properties, ...own }))).toEqual([]);
  expect(found(withSchema({ example: { typ: 1 }, default: { itmes: 1 } }))).toEqual([]);
});

test("a response without anything after its status is empty", () => {
  const paths = { "/a": { get: { responses: { 204: null, default: null } } } };
  const { value, diagnostics } = check(documentWith({ paths }));
  expect(diagnostics).toEqual([]);
  expect(value?.paths["/a"]?.get?.responses).toEqual({ 204: {}, default: {} });
});
