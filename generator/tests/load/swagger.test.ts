import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import { isObject, type Json, type JsonObject } from "../../src/document/json.js";
import { append } from "../../src/document/pointer.js";
import { valueAt } from "../../src/document/refs.js";
import type { Document } from "../../src/document/types.js";
import { type Upgraded, upgrade } from "../../src/load/upgrade.js";

const document: JsonObject = { swagger: "2.0", info: { title: "T", version: "1" } };

function upgraded(more: JsonObject): Upgraded {
  return upgrade({ ...document, ...more });
}

/** What is at a pointer of the upgraded document. */
function at(more: JsonObject, pointer: string): unknown {
  // `valueAt` needs nothing of the document but that it is JSON.
  return valueAt(upgraded(more).value as unknown as Document, pointer);
}

function operation(value: JsonObject, more: JsonObject = {}): JsonObject {
  return { paths: { "/a": { post: { responses: {}, ...value } } }, ...more };
}

const post = "/paths/~1a/post";
const strings = { type: "array", items: { type: "string" } };
const pet = { $ref: "#/definitions/Pet" };
const movedPet = { $ref: "#/components/schemas/Pet" };

test.each<readonly [JsonObject, readonly string[] | undefined]>([
  [{}, undefined],
  [{ host: "api.example" }, ["https://api.example"]],
  [
    { host: "api.example", basePath: "/v1", schemes: ["http", "https"] },
    ["https://api.example/v1", "http://api.example/v1"],
  ],
  [{ host: "api.example", schemes: ["http"] }, ["http://api.example"]],
  [{ host: "api.example", schemes: ["ws"] }, ["https://api.example"]],
  [{ host: "https://api.example/", basePath: "v1" }, ["https://api.example/v1"]],
  [{ basePath: "/v1" }, ["/v1"]],
])("the servers of %j are %j", (more, urls) => {
  expect(at(more, "/servers")).toEqual(urls?.map((url) => ({ url })));
});

test("the schemes of an operation are its servers", () => {
  const more = { host: "api.example", basePath: "/v1", schemes: ["http"] };
  const { value, originOf } = upgraded(operation({ schemes: ["https"] }, more));
  expect(value).toMatchObject({
    paths: { "/a": { post: { servers: [{ url: "https://api.example/v1" }] } } },
  });
  expect(originOf(`${post}/servers`)).toBe(`${post}/schemes`);
});

test.each<readonly [string, JsonObject, JsonObject]>([
  [
    "a string",
    { type: "string", minLength: 2, description: "d" },
    { description: "d", schema: { type: "string", minLength: 2 } },
  ],
  ["csv", { ...strings }, { schema: strings, style: "form", explode: false }],
  [
    "ssv",
    { ...strings, collectionFormat: "ssv" },
    { schema: strings, style: "spaceDelimited", explode: false },
  ],
  [
    "tsv",
    { ...strings, collectionFormat: "tsv" },
    { schema: strings, style: "tabDelimited", explode: false },
  ],
  [
    "pipes",
    { ...strings, collectionFormat: "pipes" },
    { schema: strings, style: "pipeDelimited", explode: false },
  ],
  [
    "multi",
    { ...strings, collectionFormat: "multi" },
    { schema: strings, style: "form", explode: true },
  ],
  ["x-example", { type: "string", "x-example": "e" }, { example: "e", schema: { type: "string" } }],
  ["x-nullable", { type: "string", "x-nullable": true }, { schema: { type: ["string", "null"] } }],
  [
    "names of enum values",
    { type: "integer", enum: [1], "x-enum-varnames": ["ONE"], "x-mine": 1 },
    { "x-mine": 1, schema: { type: "integer", enum: [1], "x-enum-varnames": ["ONE"] } },
  ],
  ["a schema already", { schema: { type: "string" } }, { schema: { type: "string" } }],
])("a query parameter with %s", (_, parameter, want) => {
  const query = { name: "q", in: "query" };
  expect(at(operation({ parameters: [{ ...query, ...parameter }] }), `${post}/parameters`)).toEqual(
    [{ ...query, ...want }],
  );
});

test("csv is the style of headers and paths, and stays unsaid", () => {
  const parameters = [{ name: "X-A", in: "header", ...strings, collectionFormat: "csv" }];
  expect(at(operation({ parameters }), `${post}/parameters/0`)).toEqual({
    name: "X-A",
    in: "header",
    schema: strings,
  });
});

const body = { name: "pet", in: "body", required: true, description: "d", schema: pet };

test.each<readonly [string, JsonObject, JsonObject, readonly string[]]>([
  ["nothing", {}, {}, ["application/json"]],
  [
    "the document",
    {},
    { consumes: ["application/xml", "text/json"] },
    ["application/xml", "text/json"],
  ],
  [
    "the operation",
    { consumes: ["text/plain"] },
    { consumes: ["application/xml"] },
    ["text/plain"],
  ],
  ["an empty list", { consumes: [] }, { consumes: ["application/xml"] }, ["application/json"]],
  ["no list", { consumes: "application/xml" }, {}, ["application/xml"]],
  ["forms too", { consumes: ["multipart/form-data", "text/json"] }, {}, ["text/json"]],
])("a body whose media types are said by %s", (_, own, more, medias) => {
  const { value } = upgraded(operation({ ...own, parameters: [body] }, more));
  expect(valueAt(value as unknown as Document, `${post}/parameters`)).toEqual([]);
  expect(valueAt(value as unknown as Document, `${post}/requestBody`)).toEqual({
    description: "d",
    required: true,
    content: Object.fromEntries(medias.map((media) => [media, { schema: movedPet }])),
  });
});

test("a body by reference is a request body of the document", () => {
  const more = { parameters: { PetBody: { ...body, schema: { type: "object" } } } };
  const own = { parameters: [{ $ref: "#/parameters/PetBody" }] };
  const { value, originOf } = upgraded(operation(own, more));
  const content = { "application/json": { schema: { type: "object" } } };
  expect(value).toMatchObject({
    paths: { "/a": { post: { requestBody: { $ref: "#/components/requestBodies/PetBody" } } } },
    components: { requestBodies: { PetBody: { required: true, content } } },
  });
  expect(Object(value).components).not.toHaveProperty("parameters");
  expect(originOf("/components/requestBodies/PetBody/content/application~1json/schema/type")).toBe(
    "/parameters/PetBody/schema/type",
  );
  // With other media types the body is another one, but its type is the same.
  expect(
    at(operation({ ...own, consumes: ["text/json"] }, more), `${post}/requestBody/content`),
  ).toEqual({
    "text/json": {
      schema: { $ref: "#/components/requestBodies/PetBody/content/application~1json/schema" },
    },
  });
});

test("a schema that several media types share has one type", () => {
  const own = {
    consumes: ["application/xml", "application/json"],
    parameters: [{ ...body, schema: {} }],
  };
  const schema = { $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema" };
  expect(at(operation(own), `${post}/requestBody/content`)).toEqual({
    "application/xml": { schema },
    "application/json": { schema: {} },
  });
});

const file = { name: "file", in: "formData", type: "file", required: true };
const name = { name: "name", in: "formData", type: "string", description: "d", "x-example": "e" };
const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

test.each<readonly [string, JsonObject, readonly JsonObject[], readonly string[]]>([
  ["a file", {}, [file], [multipart]],
  ["a file in a form", { consumes: [form] }, [file, name], [multipart]],
  ["a file in other multipart", { consumes: ["multipart/mixed"] }, [file], ["multipart/mixed"]],
  ["no file", {}, [name], [form]],
  ["no file in multipart", { consumes: [multipart] }, [name], [multipart]],
  ["no file in both", { consumes: [multipart, form] }, [name], [multipart, form]],
  ["no file in JSON", { consumes: ["application/json"] }, [name], [form]],
])("form data with %s", (_, own, parameters, medias) => {
  expect(
    Object.keys(at(operation({ ...own, parameters }), `${post}/requestBody/content`) as object),
  ).toEqual(medias);
});

test("form data is an object with the fields of path and operation", () => {
  const list = { name: "tags", in: "formData", ...strings };
  const item = {
    parameters: [{ $ref: "#/parameters/File" }, { ...name, type: "integer" }],
    post: { parameters: [name, { ...list, collectionFormat: "pipes" }], responses: {} },
  };
  const { value, originOf } = upgraded({ paths: { "/a": item }, parameters: { File: file } });
  const at = `${post}/requestBody/content/multipart~1form-data`;
  expect(valueAt(value as unknown as Document, at)).toEqual({
    schema: {
      type: "object",
      properties: {
        file: { type: "string", format: "binary" },
        name: { type: "string", description: "d", examples: ["e"] },
        tags: strings,
      },
      required: ["file"],
    },
    encoding: { tags: { style: "pipeDelimited", explode: false } },
  });
  expect(valueAt(value as unknown as Document, "/paths/~1a/parameters")).toEqual([]);
  expect(originOf(`${at}/schema/properties/tags/items`)).toBe(`${post}/parameters/1/items`);
  expect(originOf(`${at}/schema/properties/file`)).toBe("/parameters/File");
});

test("a second body is ignored, with a warning at its place", () => {
  const { diagnostics } = upgraded(operation({ parameters: [body, name, body] }));
  expect(diagnostics).toMatchObject([
    { code: "parameter-ignored", severity: "warning", pointer: `${post}/parameters/2` },
    { code: "parameter-ignored", severity: "warning", pointer: `${post}/parameters/1` },
  ]);
});

test.each<readonly [string, JsonObject, JsonObject, unknown]>([
  ["no schema", {}, {}, undefined],
  ["a schema", { schema: pet }, {}, { "application/json": { schema: movedPet } }],
  [
    "what the operation produces",
    { schema: pet },
    { produces: ["text/csv", "application/xml"] },
    { "text/csv": { schema: movedPet }, "application/xml": { schema: movedPet } },
  ],
  [
    "examples",
    { schema: pet, examples: { "application/json": { a: 1 }, "text/html": "b" } },
    {},
    { "application/json": { schema: movedPet, example: { a: 1 } } },
  ],
  [
    "an example only",
    { examples: { "application/json": 1 } },
    {},
    { "application/json": { example: 1 } },
  ],
  [
    "a file",
    { schema: { type: "file" } },
    {},
    { "*/*": { schema: { type: "string", format: "binary" } } },
  ],
  [
    "a PDF",
    { schema: { type: "file" } },
    { produces: ["application/pdf", "application/json"] },
    { "application/pdf": { schema: { type: "string", format: "binary" } } },
  ],
])("a response with %s", (_, response, own, content) => {
  const responses = { 200: { description: "d", ...response } };
  expect(at(operation({ ...own, responses }), `${post}/responses/200`)).toEqual({
    description: "d",
    ...(content !== undefined && { content }),
  });
});

test("errors are JSON where only the success has another media type", () => {
  const own = {
    produces: ["text/csv"],
    responses: { 400: { schema: pet }, 500: { schema: { type: "string" } } },
  };
  const content = (status: number): unknown =>
    Object.keys(at(operation(own), `${post}/responses/${status}/content`) as object);
  expect(content(400)).toEqual(["application/json", "text/csv"]);
  expect(content(500)).toEqual(["text/csv"]);
});

test("headers of responses have a schema", () => {
  const headers = {
    "X-Rate": { type: "integer", description: "d" },
    "X-List": { ...strings, collectionFormat: "csv" },
  };
  const more = operation({ responses: { 204: { headers } } });
  expect(at(more, `${post}/responses/204/headers`)).toEqual({
    "X-Rate": { description: "d", schema: { type: "integer" } },
    "X-List": { schema: strings },
  });
});

test("responses of the document are components, with the media types of the operation for its success", () => {
  const responses = {
    Pet: { description: "d", schema: { type: "object" } },
    Gone: { description: "g" },
  };
  const own = {
    produces: ["application/hal+json"],
    responses: { 200: { $ref: "#/responses/Pet" }, 404: { $ref: "#/responses/Gone" } },
  };
  const { value } = upgraded(operation(own, { responses }));
  const schema = { $ref: "#/components/responses/Pet/content/application~1json/schema" };
  expect(value).toMatchObject({
    paths: {
      "/a": {
        post: {
          responses: {
            200: { description: "d", content: { "application/hal+json": { schema } } },
            404: { $ref: "#/components/responses/Gone" },
          },
        },
      },
    },
    components: { responses: { Gone: { description: "g" } } },
  });
});

test.each<readonly [string, JsonObject, JsonObject]>([
  ["a discriminator", { discriminator: "kind" }, { discriminator: { propertyName: "kind" } }],
  ["x-nullable", { type: "string", "x-nullable": true }, { type: ["string", "null"] }],
  [
    "x-nullable next to a ref",
    { ...pet, "x-nullable": true },
    { anyOf: [movedPet, { type: "null" }] },
  ],
  ["a file", { type: "file" }, { type: "string", format: "binary" }],
  ["an example with a ref", { example: pet }, { examples: [pet] }],
  [
    "properties with the names of keywords",
    { properties: { discriminator: { type: "string" } } },
    { properties: { discriminator: { type: "string" } } },
  ],
  ["an exclusive bound", { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  [
    "readOnly",
    { properties: { a: { type: "string", readOnly: true } } },
    { properties: { a: { type: "string", readOnly: true } } },
  ],
])("a definition with %s", (_, schema, want) => {
  expect(at({ definitions: { A: schema } }, "/components/schemas/A")).toEqual(want);
});

test("the values of a discriminator are the mapping of the base", () => {
  const definitions = {
    Pet: { type: "object", discriminator: "kind" },
    Cat: { allOf: [pet], "x-ms-discriminator-value": "#cat" },
    Lion: { allOf: [{ $ref: "#/definitions/Cat" }], "x-discriminator-value": "#lion" },
  };
  expect(at({ definitions }, "/components/schemas/Pet/discriminator")).toEqual({
    propertyName: "kind",
    mapping: { "#cat": "#/components/schemas/Cat", "#lion": "#/components/schemas/Lion" },
  });
});

test.each<readonly [string, JsonObject, JsonObject]>([
  [
    "basic",
    { type: "basic", description: "d" },
    { type: "http", scheme: "basic", description: "d" },
  ],
  [
    "apiKey",
    { type: "apiKey", in: "header", name: "X" },
    { type: "apiKey", in: "header", name: "X" },
  ],
  [
    "accessCode",
    {
      type: "oauth2",
      flow: "accessCode",
      authorizationUrl: "a",
      tokenUrl: "t",
      scopes: { s: "d" },
      description: "d",
    },
    {
      type: "oauth2",
      description: "d",
      flows: { authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes: { s: "d" } } },
    },
  ],
  [
    "application",
    { type: "oauth2", flow: "application", tokenUrl: "t" },
    { type: "oauth2", flows: { clientCredentials: { tokenUrl: "t", scopes: {} } } },
  ],
  [
    "implicit",
    { type: "oauth2", flow: "implicit", authorizationUrl: "a", scopes: {} },
    { type: "oauth2", flows: { implicit: { authorizationUrl: "a", scopes: {} } } },
  ],
  [
    "password",
    { type: "oauth2", flow: "password", tokenUrl: "t", scopes: {} },
    { type: "oauth2", flows: { password: { tokenUrl: "t", scopes: {} } } },
  ],
])("a security definition of %s", (_, scheme, want) => {
  expect(at({ securityDefinitions: { S: scheme } }, "/components/securitySchemes/S")).toEqual(want);
});

test.each<readonly [before: string, after: string]>([
  ["#/definitions/Pet/properties/a", "#/components/schemas/Pet/properties/a"],
  [
    "#/paths/~1b/get/responses/200/schema/items",
    "#/paths/~1b/get/responses/200/content/application~1json/schema/items",
  ],
  [
    "#/paths/~1b/get/parameters/0/schema",
    "#/paths/~1b/get/requestBody/content/application~1json/schema",
  ],
  ["#/parameters/B/schema", "#/components/requestBodies/B/content/application~1json/schema"],
  ["#/responses/R/schema", "#/components/responses/R/content/application~1json/schema"],
  ["#/components/schemas/A", "#/components/schemas/A"],
  ["#/elsewhere", "#/elsewhere"],
])("a ref to %s leads to %s", (before, after) => {
  const schema = { type: "array", items: {} };
  const more = {
    paths: { "/b": { get: { parameters: [{ ...body, schema }], responses: { 200: { schema } } } } },
    parameters: { B: { ...body, schema } },
    responses: { R: { schema } },
    definitions: { A: { $ref: before } },
  };
  expect(at(more, "/components/schemas/A/$ref")).toBe(after);
});

test.each<readonly [after: string, before: string]>([
  ["", ""],
  ["/info/title", "/info/title"],
  ["/components/schemas/Pet/type", "/definitions/Pet/type"],
  ["/components/securitySchemes/S/flows/implicit/scopes", "/securityDefinitions/S/scopes"],
  ["/servers/0/url", "/host/0/url"],
  [`${post}/parameters/0/schema/type`, `${post}/parameters/1/type`],
  [`${post}/requestBody/content/application~1json`, "/consumes/0"],
  [`${post}/requestBody/content/application~1json/schema/$ref`, `${post}/parameters/0/schema/$ref`],
  [`${post}/responses/200/content/application~1json/schema`, `${post}/responses/200/schema`],
  [`${post}/responses/200/headers/A/schema/type`, `${post}/responses/200/headers/A/type`],
])("what is at %s came from %s", (after, before) => {
  const own = {
    parameters: [body, { name: "q", in: "query", type: "string" }],
    responses: { 200: { schema: pet, headers: { A: { type: "string" } } } },
  };
  const { originOf } = upgraded(
    operation(own, {
      host: "api.example",
      consumes: ["application/json"],
      definitions: { Pet: { type: "object" } },
      securityDefinitions: { S: { type: "oauth2", flow: "implicit", scopes: {} } },
    }),
  );
  expect(originOf(after)).toBe(before);
});

test.each<Json>([
  {
    swagger: "2.0",
    paths: null,
    definitions: [],
    parameters: 1,
    responses: "",
    host: {},
    schemes: 1,
  },
  {
    swagger: 2,
    paths: { "/a": { get: { parameters: [null, 1, { in: "body" }], responses: [] } } },
  },
  { swagger: "2.0", parameters: { A: { $ref: "#/parameters/A" }, B: null, C: { in: "formData" } } },
  {
    swagger: "2.0",
    paths: {
      "/a": { parameters: {}, get: { consumes: {}, produces: [1], responses: { 200: null } } },
    },
  },
  {
    swagger: "2.0",
    definitions: { A: { allOf: [{ $ref: "#/definitions/A" }], "x-discriminator-value": "a" } },
  },
])("nothing throws on %j", (value) => {
  expect(isObject(upgrade(value).value)).toBe(true);
});

test("nothing throws on any document, and every ref inside leads where its target went", () => {
  const name = fc.constantFrom("A", "B", "a/b", "c~d", "__proto__");
  const ref = fc
    .tuple(fc.constantFrom("definitions", "parameters", "responses"), name)
    .map(([section, key]) => ({
      $ref: `#/${section}/${key.replace("~", "~0").replace("/", "~1")}`,
    }));
  const schema: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom({ type: "string" }, { type: "file" }, { discriminator: "k" }, true, null),
      ref,
      fc.record({ properties: fc.dictionary(name, tie("schema")), "x-nullable": fc.boolean() }),
    ),
  })).schema;
  const parameter = fc.oneof(
    ref,
    fc.record({
      name,
      in: fc.constantFrom("query", "body", "formData", "header", "path", 1),
      type: fc.constantFrom("array", "file", "string"),
      collectionFormat: fc.constantFrom("csv", "tsv", "multi", "nothing", null),
      schema,
    }),
    fc.jsonValue(),
  );
  const response = fc.oneof(ref, fc.record({ schema, examples: fc.jsonValue() }), fc.jsonValue());
  const operation = fc.record(
    {
      consumes: fc.oneof(fc.array(fc.constantFrom("a/b", "multipart/form-data")), fc.jsonValue()),
      produces: fc.oneof(fc.array(fc.constantFrom("a/b", "application/json")), fc.jsonValue()),
      parameters: fc.oneof(fc.array(parameter), fc.jsonValue()),
      responses: fc.oneof(fc.dictionary(fc.constantFrom("200", "4XX"), response), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  const whole = fc.record(
    {
      paths: fc.dictionary(fc.constant("/a"), fc.dictionary(fc.constant("post"), operation)),
      definitions: fc.dictionary(name, schema),
      parameters: fc.dictionary(name, parameter),
      responses: fc.dictionary(name, response),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(whole, (parts) => {
      const { value, originOf } = upgraded(parts as JsonObject); // of JSON values
      const text = JSON.stringify(value);
      for (const key of Object.keys(parts.definitions ?? {})) {
        const pointer = append("/components/schemas", key);
        expect(originOf(pointer)).toBe(append("/definitions", key));
        expect(valueAt(value as unknown as Document, pointer)).toBeDefined();
      }
      expect(text).not.toMatch(/"\$ref":"#\/definitions/);
    }),
    runs(),
  );
});
