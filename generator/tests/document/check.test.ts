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
  return check(value).problems.map(
    ({ severity, code, pointer }) => `${severity === "error" ? "" : "warning "}${code} ${pointer}`,
  );
}

const malformed: readonly (readonly [what: string, value: Json, problems: readonly string[]])[] = [
  ["a text", "hello", ["wrong-type "]],
  ["null", null, ["wrong-type "]],
  ["nothing in it", {}, ["missing-member ", "missing-member ", "missing-member "]],
  [
    "a reference in place of the document",
    { $ref: "#/components", components: {} },
    ["missing-member ", "missing-member ", "missing-member "],
  ],
  ["no paths", { openapi: "3.1.1", info: { title: "T", version: "1" } }, ["missing-member "]],
  ["an info that is a list", documentWith({ info: [] }), ["wrong-type /info"]],
  ["paths that are a list", documentWith({ paths: [] }), ["wrong-type /paths"]],
  ["a path that is a text", documentWith({ paths: { "/a": "b" } }), ["wrong-type /paths/~1a"]],
  ["a path without a slash", withGet({}, "x"), ["path-without-slash /paths/x"]],
  [
    "an operationId twice",
    documentWith({
      paths: {
        "/a": { get: { ...operation, operationId: "a" }, post: { ...operation, operationId: "a" } },
      },
    }),
    ["duplicate-operation-id /paths/~1a/post/operationId"],
  ],
  [
    "a template name that no parameter declares",
    withGet({}, "/{id}"),
    ["undeclared-path-parameter /paths/~1{id}/get"],
  ],
  [
    "a path parameter that is not in the path",
    withGet({ parameters: [{ name: "id", in: "path", required: true }] }),
    ["unused-path-parameter /paths/~1x/get/parameters/0"],
  ],
  [
    "a parameter in the body",
    withGet({ parameters: [{ name: "b", in: "body" }] }),
    ["unknown-parameter-in /paths/~1x/get/parameters/0/in"],
  ],
  [
    "a parameter without a name",
    withGet({ parameters: [{ in: "query" }] }),
    ["missing-member /paths/~1x/get/parameters/0"],
  ],
  [
    "a parameter twice",
    withGet({
      parameters: [
        { name: "q", in: "query" },
        { name: "q", in: "query" },
      ],
    }),
    ["duplicate-parameter /paths/~1x/get/parameters/1"],
  ],
  [
    "no responses",
    documentWith({ paths: { "/a": { get: {} } } }),
    ["warning no-responses /paths/~1a/get"],
  ],
  [
    "a status that is none",
    withGet({ responses: { ok: {} } }),
    ["unknown-status /paths/~1x/get/responses/ok"],
  ],
  [
    "a ref to nothing",
    documentWith({ components: { schemas: { A: { $ref: "#/components/schemas/B" } } } }),
    ["unresolved-ref /components/schemas/A/$ref"],
  ],
  [
    "a ref to itself",
    documentWith({ components: { schemas: { A: { $ref: "#/components/schemas/A" } } } }),
    ["circular-ref /components/schemas/A/$ref"],
  ],
  [
    "a parameter that refers to a schema",
    documentWith({
      paths: { "/a": { get: { ...operation, parameters: [{ $ref: "#/components/schemas/A" }] } } },
      components: { schemas: { A: {} } },
    }),
    ["wrong-ref /paths/~1a/get/parameters/0/$ref"],
  ],
  [
    "a type that is none",
    documentWith({ components: { schemas: { A: { type: "date" } } } }),
    ["unknown-type /components/schemas/A/type"],
  ],
  [
    "required as a flag",
    documentWith({ components: { schemas: { A: { required: true } } } }),
    ["wrong-type /components/schemas/A/required"],
  ],
  [
    "a schema for each position in items",
    documentWith({ components: { schemas: { A: { items: [{}] } } } }),
    ["wrong-type /components/schemas/A/items"],
  ],
  [
    "a ref for all paths",
    documentWith({ paths: { $ref: "./paths.yaml" } }),
    ["misplaced-ref /paths/$ref", "wrong-type /paths/$ref"],
  ],
  [
    "security by an unknown scheme",
    documentWith({ security: [{ Key: [] }] }),
    ["unknown-security-scheme /security/0/Key"],
  ],
  [
    "an api key without a place",
    documentWith({ components: { securitySchemes: { K: { type: "apiKey", name: "k" } } } }),
    ["missing-member /components/securitySchemes/K"],
  ],
  [
    "a number for a text",
    documentWith({ info: { title: "T", version: 2 } }),
    ["warning unquoted-text /info/version"],
  ],
];

test.each(malformed)("a document with %s has its problems named", (_, value, problems) => {
  expect(found(value)).toEqual(problems);
});

test("every problem says what to do", () => {
  for (const [, value] of malformed) {
    for (const { message, help } of check(value).problems) {
      expect(message).toMatch(/[.]$/);
      expect(help).toMatch(/[.!?`]$/);
    }
  }
});

test("members without a value count as absent", () => {
  const { value, problems } = check(
    documentWith({
      info: { title: "T", version: "1", description: null },
      paths: { "/a": { parameters: null, get: operation } },
    }),
  );
  expect(problems).toEqual([]);
  expect(value?.info).toEqual({ title: "T", version: "1" });
  expect(value?.paths["/a"]).toEqual({ get: operation });
});

test("properties may be called like keywords", () => {
  const properties = { $ref: {}, type: {}, items: {}, properties: {}, example: {}, required: {} };
  expect(found(documentWith({ components: { schemas: { A: { properties } } } }))).toEqual([]);
});

test("schemas may contain themselves", () => {
  const node = { properties: { next: { $ref: "#/components/schemas/Node" } } };
  expect(found(documentWith({ components: { schemas: { Node: node } } }))).toEqual([]);
});

test("the document cannot be changed afterwards", () => {
  const { value } = check(withGet({}));
  expect(Object.isFrozen(value?.paths["/x"]?.get?.responses)).toBe(true);
});

test("nesting without end is a problem and no overflow", () => {
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

test("a member called toString breaks nothing", () => {
  const hostile = { toString: 1, valueOf: 1 };
  const schema = { discriminator: { propertyName: "p", mapping: { a: hostile } } };
  expect(found(documentWith({ components: { schemas: { A: schema } } }))).toEqual([
    "unresolved-ref /components/schemas/A/discriminator/mapping/a",
  ]);
});

test("no JSON value makes it throw", () => {
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
] as const)("the key %s is a warning that names %s", ([key, meant, schema]) => {
  const [problem, ...more] = check(withSchema(schema)).problems;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    severity: "warning",
    code: "misspelt-key",
    pointer: `/components/schemas/A/${key}`,
    help: expect.stringContaining(`\`${meant}\``),
  });
});

test("keys elsewhere are looked at as well", () => {
  expect(
    found(withGet({ operationID: "a", parameters: [{ name: "q", in: "query", requird: true }] })),
  ).toEqual([
    "warning misspelt-key /paths/~1x/get/operationID",
    "warning misspelt-key /paths/~1x/get/parameters/0/requird",
  ]);
});

test("names of properties, keys of one's own and keys like none are left alone", () => {
  const properties = { typ: {}, itmes: {}, propertys: {} };
  const own = { "x-typ": 1, note: "a", label: "b", id: "c", $comment: "d", examples: [], const: 1 };
  expect(found(withSchema({ type: "object", properties, ...own }))).toEqual([]);
  expect(found(withSchema({ example: { typ: 1 }, default: { itmes: 1 } }))).toEqual([]);
});
