/** What a parameter or body holds and its encoding cannot say. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { operationOf } from "./documents.js";

const string = { type: "string" };
const list = { type: "array", items: string };
const object = { type: "object", properties: { a: string } };
const file = { type: "string", format: "binary" };

const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const parameter = (schema: object, more: object = {}): readonly string[] => {
  const parameters = [{ name: "limit", in: "query", schema: string }];
  const own = { name: "p", in: "query", schema, ...more };
  const components = {
    schemas: { List: list, Lists: { type: "array", items: { $ref: "#/components/schemas/List" } } },
  };
  return told(operationOf({ parameters: [...parameters, own] }, { components }).diagnostics);
};

const HERE = "/paths/~1things/get/parameters/1";

test.for<[what: string, schema: object, more?: object]>([
  ["a list of objects in a form", { type: "array", items: object }],
  ["a list of lists in a form", { type: "array", items: list }],
  ["an object with a list in a form", { type: "object", properties: { a: list } }],
  ["a map of objects in a form", { type: "object", additionalProperties: object }],
  ["a tuple with an object", { type: "array", prefixItems: [string, object] }],
  ["lists by reference", { $ref: "#/components/schemas/Lists" }],
  ["a union with a nested variant", { oneOf: [string, { type: "array", items: list }] }],
  ["a merged object with a list", { allOf: [object, { type: "object", properties: { b: list } }] }],
  ["pipes", { type: "array", items: object }, { style: "pipeDelimited", explode: false }],
  ["spaces", { type: "array", items: object }, { style: "spaceDelimited", explode: false }],
  ["a header", { type: "array", items: object }, { in: "header" }],
  ["a cookie", { type: "array", items: object }, { in: "cookie" }],
])("%s is nested, for which OpenAPI defines no encoding", ([, schema, more]) => {
  expect(parameter(schema, more)).toEqual([`style-undefined ${HERE}`]);
});

test.for(["simple", "label", "matrix"])(
  "so is an object with a list in a path of style %s",
  (style) => {
    const schema = { type: "object", properties: { a: list } };
    const parameters = [{ name: "p", in: "path", required: true, style, schema }];
    const { diagnostics } = operationOf({ parameters }, {}, "/things/{p}");
    expect(told(diagnostics)).toEqual(["style-undefined /paths/~1things~1{p}/get/parameters/0"]);
  },
);

test.for<[what: string, schema: object, more?: object]>([
  ["a list", list],
  ["an object", object],
  ["a map", { type: "object", additionalProperties: string }],
  ["anything", {}],
  [
    "a deep object",
    { type: "object", properties: { a: { type: "array", items: object } } },
    { style: "deepObject" },
  ],
  ["a list or a string", { oneOf: [string, list] }],
])("%s is not nested", ([, schema, more]) => {
  expect(parameter(schema, more)).toEqual([]);
});

test("JSON holds everything, also in a parameter", () => {
  const schema = { type: "array", items: object };
  const own = { name: "p", in: "query", content: { "application/json": { schema } } };
  expect(told(operationOf({ parameters: [own] }).diagnostics)).toEqual([]);
});

test("a parameter of the path or of the components is named where it is", () => {
  const nested = { name: "p", in: "query", schema: { type: "array", items: list } };
  const paths = {
    "/a": {
      parameters: [nested],
      get: { operationId: "a", responses: { 204: {} } },
    },
    "/b": {
      get: {
        operationId: "b",
        parameters: [{ $ref: "#/components/parameters/P" }],
        responses: { 204: {} },
      },
    },
  };
  const { diagnostics } = operationOf({}, { paths, components: { parameters: { P: nested } } });
  expect(told(diagnostics)).toEqual([
    "style-undefined /paths/~1a/parameters/0",
    "style-undefined /components/parameters/P",
  ]);
});

const bodyOf = (content: object, components: object = {}): ReturnType<typeof operationOf> =>
  operationOf({ requestBody: { content } }, { components }, "/things", "post");

test("a member of a form with a style is like a parameter, and one without is JSON", () => {
  const items = { type: "array", items: object };
  const schema = { type: "object", properties: { a: items, b: items, c: items, d: list } };
  const encoding = {
    a: { style: "pipeDelimited" },
    b: { style: "deepObject" },
    d: { explode: false },
  };
  const { diagnostics } = bodyOf({ "application/x-www-form-urlencoded": { schema, encoding } });
  expect(told(diagnostics)).toEqual([
    "style-undefined /paths/~1things/post/requestBody/content/application~1x-www-form-urlencoded/encoding/a",
  ]);
});

test("styles have no effect in a multipart body", () => {
  const schema = { type: "object", properties: { a: list, b: list, c: list } };
  const encoding = {
    a: { style: "form" },
    b: { explode: false },
    c: { style: "form", explode: true },
  };
  const { operation, diagnostics } = bodyOf({ "multipart/form-data": { schema, encoding } });
  const at = "/paths/~1things/post/requestBody/content/multipart~1form-data/encoding";
  expect(told(diagnostics)).toEqual([`parameter-style ${at}/b`]);
  expect(operation.body?.parts).toMatchObject([{ wire: "a" }, { wire: "b" }, { wire: "c" }]);
});

test.for<[what: string, schema: object]>([
  ["as a member", { type: "object", properties: { f: file } }],
  ["in a list", { type: "object", properties: { f: { type: "array", items: file } } }],
  ["as a whole", { type: "array", items: file }],
  ["by reference", { $ref: "#/components/schemas/Holder" }],
  ["in a model that holds itself", { $ref: "#/components/schemas/Tree" }],
])("a file in JSON (%s) is rejected when it is sent", ([, schema]) => {
  const schemas = {
    Holder: { type: "object", properties: { inner: { $ref: "#/components/schemas/Inner" } } },
    Inner: { type: "object", properties: { f: file } },
    Tree: {
      type: "object",
      properties: {
        f: file,
        more: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    },
  };
  const { operation, diagnostics } = bodyOf({ "application/json": { schema } }, { schemas });
  expect(told(diagnostics)).toEqual(["file-in-json /paths/~1things/post/requestBody"]);
  expect(operation.body).toMatchObject({ rejectsFiles: true });
});

test("base64 in JSON is no file, nor is a file that is only received", () => {
  const schema = {
    type: "object",
    properties: { a: { type: "string", format: "byte" }, b: { ...file, readOnly: true } },
  };
  const { operation, diagnostics } = bodyOf({ "application/json": { schema } });
  expect(told(diagnostics)).toEqual([]);
  expect(operation.body).not.toHaveProperty("rejectsFiles");
});

test("a form cannot hold files either, nor can JSON in a multipart body", () => {
  const inner = { type: "object", properties: { f: file } };
  const schema = {
    type: "object",
    properties: { f: file, list: { type: "array", items: file }, inner },
  };
  const at = "/paths/~1things/post/requestBody";
  const form = bodyOf({ "application/x-www-form-urlencoded": { schema } });
  expect(told(form.diagnostics)).toEqual([`file-in-json ${at}`]);
  const multipart = bodyOf({ "multipart/form-data": { schema } });
  expect(told(multipart.diagnostics)).toEqual([`file-in-json ${at}`]);
  const { inner: _, ...files } = schema.properties;
  const fine = bodyOf({ "multipart/form-data": { schema: { type: "object", properties: files } } });
  expect(told(fine.diagnostics)).toEqual([]);
});

test("a part that is a file says so if its content type is JSON", () => {
  const schema = {
    type: "object",
    properties: { a: file, b: { type: "array", items: file }, c: string, d: file },
  };
  const encoding = {
    a: { contentType: "application/json" },
    b: { contentType: "application/geo+json" },
    c: { contentType: "application/json" },
    d: { contentType: "text/csv" },
  };
  const { operation } = bodyOf({ "multipart/form-data": { schema, encoding } });
  expect(operation.body?.parts).toEqual([
    { wire: "a", contentType: "application/json", file: true },
    { wire: "b", contentType: "application/geo+json", file: true },
    { wire: "c", contentType: "application/json" },
    { wire: "d", contentType: "text/csv" },
  ]);
});
