import { expect, test } from "vitest";
import type { OperationResponse } from "../../src/model/types.js";
import { built, codesOf, field, integer, operationOf, ref, string, unknown } from "./documents.js";

const json = (schema: unknown): object => ({ content: { "application/json": { schema } } });
const referring = (name: string): object => json({ $ref: `#/components/schemas/${name}` });

const shape = (name: string): object => json({ properties: { [name]: { type: "string" } } });

const responsesOf = (responses: object, parts: object = {}): readonly OperationResponse[] =>
  operationOf({ responses }, parts).operation.responses;

test("parameters of the path come first and are replaced in place by the operation's own", () => {
  const { api } = built({
    paths: {
      "/a/{id}": {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: "trace", in: "header", schema: { type: "string" } },
        ],
        get: {
          operationId: "doIt",
          parameters: [
            { name: "q", in: "query", schema: { type: "string" } },
            { name: "id", in: "path", required: true, schema: { type: "integer" } },
          ],
          responses: { 204: {} },
        },
      },
    },
  });
  expect(api.operations[0]?.parameters.map(({ wire, type }) => [wire, type.kind])).toEqual([
    ["id", "integer"],
    ["trace", "string"],
    ["q", "string"],
  ]);
});

test.each([
  ["path", {}, "simple", false],
  ["header", {}, "simple", false],
  ["query", {}, "form", true],
  ["cookie", {}, "form", true],
  ["query", { style: "pipeDelimited" }, "pipeDelimited", false],
  ["query", { style: "deepObject" }, "deepObject", true],
  ["query", { explode: false }, "form", false],
  ["path", { style: "matrix", explode: true }, "matrix", true],
])("%s parameters with %o have style %s, exploded %s", (where, rest, style, explode) => {
  const parameter = { name: "p", in: where, schema: { type: "string" }, ...rest };
  const { operation, diagnostics } = operationOf({ parameters: [parameter] }, {}, "/{p}");
  expect(operation.parameters[0]).toMatchObject({ style, explode, required: where === "path" });
  expect(diagnostics.filter(({ code }) => code !== "parameter-undeclared")).toEqual([]);
});

test.each<readonly [string, object, string]>([
  ["a style of another location", { name: "p", in: "query", style: "matrix" }, "parameter-style"],
  ["a header that the transport sets", { name: "Authorization", in: "header" }, "header-ignored"],
  [
    "a path parameter that is not in the path",
    { name: "p", in: "path", required: true },
    "parameter-ignored",
  ],
  ["a body parameter of Swagger 2.0", { name: "p", in: "body" }, "parameter-ignored"],
  ["a reference that does not resolve", { $ref: "#/components/parameters/P" }, "ref-missing"],
  ["empty values", { name: "p", in: "query", allowEmptyValue: true }, "keyword-ignored"],
])("warns about %s", (_, parameter, code) => {
  expect(codesOf(operationOf({ parameters: [parameter] }).diagnostics)).toEqual([code]);
});

test("a variable of the path without a parameter is a string", () => {
  const { operation, diagnostics } = operationOf({}, {}, "/a/{b}:go");
  expect(codesOf(diagnostics)).toEqual(["parameter-undeclared"]);
  expect(operation.parameters).toMatchObject([
    { wire: "b", in: "path", required: true, type: string },
  ]);
});

test("other members of a parameter are kept", () => {
  const schema = { enum: ["force", "ifExpired"], default: "force", description: "How." };
  const { operation, api } = operationOf({
    parameters: [
      {
        name: "refresh",
        in: "query",
        schema,
        "x-not-idempotent-when": ["force"],
        "x-speakeasy-name-override": "renew",
      },
      {
        name: "filter",
        in: "query",
        content: { "application/json; charset=utf-8": { schema: {} } },
      },
      { name: "hidden", in: "query", "x-speakeasy-ignore": true },
    ],
  });
  expect(operation.parameters).toMatchObject([
    {
      suggestedName: "renew",
      default: "force",
      notIdempotentWhen: ["force"],
      docs: { description: "How." },
      type: { kind: "ref", to: "/paths/~1things/get/parameters/0/schema" },
    },
    { wire: "filter", media: "application/json", type: unknown },
  ]);
  expect(api.models[0]).toMatchObject({
    suggestedName: "doIt renew",
    home: "operations",
  });
});

test("a global parameter is optional in requests", () => {
  const parameter = { name: "workspace", in: "path", required: true, schema: { type: "string" } };
  const { operation, api } = operationOf(
    { parameters: [parameter] },
    { "x-speakeasy-globals": { parameters: [parameter] } },
    "/{workspace}",
  );
  expect(operation.parameters[0]).toMatchObject({ wire: "workspace", required: false });
  expect(api.globals).toMatchObject([{ wire: "workspace", required: true }]);
});

test.each<readonly [string, object, object]>([
  [
    "JSON before everything else",
    { "text/plain": {}, "application/json": { schema: { type: "integer" } } },
    { media: "application/json", encoding: "json", type: integer },
  ],
  [
    "plain JSON before other JSON",
    { "application/vnd.a+json": {}, "application/json": {} },
    { media: "application/json" },
  ],
  [
    "other JSON",
    { "application/vnd.a+json; version=1": {} },
    { media: "application/vnd.a+json", encoding: "json" },
  ],
  [
    "a form before multipart",
    { "multipart/form-data": {}, "application/x-www-form-urlencoded": {} },
    { encoding: "form" },
  ],
  ["text", { "text/plain": { schema: { type: "integer" } } }, { encoding: "text", type: string }],
  [
    "bytes",
    { "image/png": {} },
    { media: "image/png", encoding: "bytes", type: { kind: "bytes", encoding: "binary" } },
  ],
  [
    "a range as JSON",
    { "*/*": { schema: { type: "object" } } },
    { media: "application/json", encoding: "json" },
  ],
  [
    "a range as bytes",
    { "*/*": { schema: { type: "string", format: "binary" } } },
    { media: "*/*", encoding: "bytes" },
  ],
  ["a range of bytes", { "image/*": {} }, { media: "image/*", encoding: "bytes" }],
])("of request bodies it sends %s", (_, content, want) => {
  const { operation, diagnostics } = operationOf(
    { requestBody: { content } },
    {},
    "/things",
    "post",
  );
  expect(operation.body).toMatchObject(want);
  expect(codesOf(diagnostics)).toEqual([]);
});

const thing = { type: "object", properties: { id: { type: "string" } } };
const file = { type: "string", format: "binary" };

test.each<readonly [string, object, readonly string[], readonly string[]]>([
  [
    "JSON, then a form, multipart, text and bytes",
    {
      "image/png": {},
      "text/csv": {},
      "multipart/form-data": { schema: { type: "object", properties: { file } } },
      "application/x-www-form-urlencoded": { schema: thing },
      "application/json": { schema: thing },
    },
    [
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "text/csv",
      "image/png",
    ],
    [],
  ],
  [
    "JSON by several names, which is one",
    {
      "text/json": { schema: thing },
      "application/*+json": { schema: thing },
      "application/json": { schema: thing },
      "application/json; charset=utf-8": { schema: thing },
    },
    ["application/json"],
    [],
  ],
  [
    "JSON of another schema",
    {
      "application/json": { schema: thing },
      "application/json-patch+json": { schema: { type: "array", items: {} } },
    },
    ["application/json", "application/json-patch+json"],
    [],
  ],
  [
    "no other spelling of the same object",
    {
      "application/json": { schema: thing },
      "application/xml": { schema: thing },
      "application/x-protobuf": { schema: thing },
    },
    ["application/json"],
    ["media-type-ignored", "media-type-ignored"],
  ],
  [
    "a table of the same object",
    { "application/json": { schema: thing }, "text/csv": { schema: thing } },
    ["application/json", "text/csv"],
    [],
  ],
  ["a file as JSON", { "application/json": { schema: file } }, ["application/json"], []],
])("a body can be sent as %s", (_, content, media, codes) => {
  const { operation, diagnostics } = operationOf({ requestBody: { content } }, {}, "/t", "post");
  const { body } = operation;
  expect([body?.media, ...(body?.others ?? []).map((other) => other.media)]).toEqual(media);
  expect(codesOf(diagnostics)).toEqual(codes);
});

test("bodies of equal schemas are one model", () => {
  const content = {
    "application/json": { schema: thing },
    "application/x-www-form-urlencoded": { schema: thing },
    "multipart/form-data": { schema: { type: "object", properties: { file } } },
  };
  const { operation, api } = operationOf({ requestBody: { content } }, {}, "/t", "post");
  const [form, multipart] = operation.body?.others ?? [];
  expect(form?.type).toEqual(operation.body?.type);
  expect(multipart?.type).not.toEqual(operation.body?.type);
  expect(api.models.map(({ suggestedName }) => suggestedName)).toEqual([
    "doIt request body",
    "doIt form request body",
  ]);
});

test.each<readonly [string, object]>([
  ["format: binary", file],
  ["a media type of its own", { type: "string", contentMediaType: "application/pdf" }],
  ["a media type without a type", { contentMediaType: "application/json" }],
  ["a reference", { $ref: "#/components/schemas/File" }],
])("a file under the media type of JSON is bytes: %s", (_, schema) => {
  const components = { schemas: { File: file } };
  const content = { "application/json": { schema } };
  const found = operationOf(
    { requestBody: { content }, responses: { 200: { content } } },
    { components },
    "/t",
    "post",
  ).operation;
  expect(found.body).toMatchObject({ media: "application/json", encoding: "bytes" });
  expect(found.responses[0]).toMatchObject({ media: "application/json", encoding: "bytes" });
});

test.each<readonly [string, object]>([
  ["a string", { type: "string" }],
  ["a string of JSON", { type: "string", contentMediaType: "application/json" }],
  ["base64", { type: "string", format: "binary", contentEncoding: "base64" }],
  ["an object with a file", { type: "object", properties: { file } }],
])("%s under the media type of JSON is JSON", (_, schema) => {
  const content = { "application/json": { schema } };
  expect(responsesOf({ 200: { content } })[0]).toMatchObject({ encoding: "json" });
});

test.each<readonly [string, object, readonly string[], boolean, readonly string[]]>([
  [
    "that have types of their own",
    { "application/pdf": {}, "text/csv": {}, "application/json": { schema: thing } },
    ["application/json", "text/csv", "application/pdf"],
    true,
    [],
  ],
  [
    "of one type",
    { "application/vnd.a+json": { schema: thing }, "application/json": { schema: thing } },
    ["application/json", "application/vnd.a+json"],
    false,
    [],
  ],
  [
    "that are all strings",
    { "text/plain": {}, "application/json": { schema: { type: "string", format: "uri" } } },
    ["application/json", "text/plain"],
    false,
    [],
  ],
  [
    "that are strings of a component",
    {
      "text/plain": { schema: { $ref: "#/components/schemas/Name" } },
      "application/json": { schema: { $ref: "#/components/schemas/Name" } },
    },
    ["application/json", "text/plain"],
    false,
    [],
  ],
  [
    "that are strings and values of an enum",
    { "text/plain": {}, "application/json": { schema: { type: "string", enum: ["a", "b"] } } },
    ["application/json", "text/plain"],
    true,
    [],
  ],
  ["that are all bytes", { "image/png": {}, "image/*": {} }, ["image/png", "image/*"], false, []],
  [
    "of which one is JSON by another name, and one another spelling",
    {
      "text/plain": { schema: thing },
      "application/json": { schema: thing },
      "text/json": { schema: thing },
    },
    ["application/json"],
    false,
    ["media-type-ignored"],
  ],
  [
    "that cannot be read",
    { "multipart/mixed": {}, "application/json": { schema: thing } },
    ["application/json"],
    false,
    ["media-type-ignored"],
  ],
  [
    "that are streams, which are told from other values",
    { "text/event-stream": {}, "application/json": { schema: thing } },
    ["application/json", "text/event-stream"],
    false,
    [],
  ],
])("a success can have media types %s", (_, content, media, isChoice, codes) => {
  const components = { schemas: { Name: { type: "string" } } };
  const { operation, diagnostics } = operationOf(
    { responses: { 200: { content } } },
    { components },
  );
  expect(operation.responses.map((response) => response.media)).toEqual(media);
  expect(operation.responses.every((response) => response.isChoice === true)).toBe(isChoice);
  expect(operation.accept?.media).toEqual(media.length > 1 ? media : undefined);
  expect(codesOf(diagnostics)).toEqual(codes);
});

test("the pages of a list have one media type", () => {
  const { operation } = operationOf({
    parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
    "x-speakeasy-pagination": {
      type: "offsetLimit",
      inputs: [{ name: "page", in: "parameters", type: "page" }],
      outputs: { results: "$.items" },
    },
    responses: { 200: { content: { "text/csv": {}, "application/json": { schema: thing } } } },
  });
  expect(operation.responses.map(({ media }) => media)).toEqual(["application/json"]);
  expect(operation.accept).toBeUndefined();
});

const media = { "application/json": { schema: thing }, "text/csv": {} };

test.each<readonly [string, object, object, object | undefined]>([
  [
    "an enum",
    { type: "string", enum: ["text/csv", "application/vnd.v2+json"] },
    media,
    { media: ["text/csv", "application/vnd.v2+json"], open: false },
  ],
  [
    "an enum with a default",
    { type: "string", enum: ["text/csv", "application/json"], default: "text/csv" },
    media,
    { media: ["text/csv", "application/json"], open: false, default: "text/csv" },
  ],
  [
    "an enum in a component",
    { $ref: "#/components/schemas/Accepted" },
    media,
    { media: ["text/csv", "image/png"], open: false },
  ],
  [
    "one value",
    { type: "string", const: "text/csv" },
    media,
    { media: ["text/csv"], open: false, default: "text/csv" },
  ],
  ["the only type", { type: "string", enum: ["image/png"] }, { "image/png": {} }, undefined],
  [
    "the only type by default",
    { type: "string", default: "image/png" },
    { "image/png": {} },
    undefined,
  ],
  ["any", { type: "string" }, { "image/png": {} }, { media: ["image/png"], open: true }],
])("a header parameter Accept is the choice: %s", (_, schema, content, accept) => {
  const components = { schemas: { Accepted: { enum: ["text/csv", "image/png"] } } };
  const { operation, diagnostics } = operationOf(
    {
      parameters: [{ name: "accept", in: "header", required: true, schema }],
      responses: { 200: { content } },
    },
    { components },
  );
  expect(operation.accept).toEqual(accept);
  expect(operation.parameters).toEqual([]);
  expect(codesOf(diagnostics)).toEqual([]);
});

test("a header parameter Accept cannot ask a list with pages for anything but JSON", () => {
  const enumeration = ["text/csv", "application/json", "application/vnd.v2+json"];
  const schema = { type: "string", enum: enumeration, default: "text/csv" };
  const object = { type: "object", properties: { items: { type: "array", items: {} } } };
  const content = { "application/json": { schema: object }, "text/csv": {} };
  const { operation } = operationOf({
    parameters: [
      { name: "Accept", in: "header", schema },
      { name: "page", in: "query", schema: { type: "integer" } },
    ],
    responses: { 200: { content } },
    "x-speakeasy-pagination": {
      type: "offsetLimit",
      inputs: [{ name: "page", in: "parameters", type: "page" }],
      outputs: { results: "$.items" },
    },
  });
  expect(operation.accept).toEqual({
    media: ["application/json", "application/vnd.v2+json"],
    open: false,
  });
});

test("a body with one member can be that member", () => {
  const schema = {
    type: "object",
    properties: { patch: { type: "array", items: { type: "string" } } },
  };
  const example = { patch: ["a"] };
  const requestBody = {
    "x-body-member": "patch",
    content: { "application/json": { schema, example } },
  };
  const { operation, diagnostics } = operationOf({ requestBody }, {}, "/things", "post");
  expect(operation.body).toMatchObject({
    suggestedName: "patch",
    member: "patch",
    type: { kind: "array", items: { kind: "string" } },
    docs: { example: ["a"] },
  });
  expect(codesOf(diagnostics)).toEqual([]);
});

test.for<[string, object]>([
  ["another member", { "application/json": { schema: { properties: { other: {} } } } }],
  ["two members", { "application/json": { schema: { properties: { patch: {}, other: {} } } } }],
  ["a body that is not JSON", { "text/plain": { schema: { properties: { patch: {} } } } }],
  ["no schema", { "application/json": {} }],
])("a body of %s is given as a whole, with a warning", ([, content]) => {
  const requestBody = { "x-body-member": "patch", content };
  const { operation, diagnostics } = operationOf({ requestBody }, {}, "/things", "post");
  expect(operation.body).not.toHaveProperty("member");
  expect(codesOf(diagnostics)).toEqual(["extension-unsupported"]);
});

test("parts of a multipart body keep their encoding", () => {
  const schema = {
    type: "object",
    properties: { file: { type: "string", format: "binary" }, meta: { type: "object" } },
  };
  const encoding = { file: { contentType: "image/png" }, meta: { style: "form", explode: false } };
  const requestBody = {
    required: true,
    "x-speakeasy-name-override": "upload",
    content: { "multipart/form-data": { schema, encoding } },
  };
  const { operation, api } = operationOf({ requestBody }, {}, "/things", "post");
  expect(operation.body).toMatchObject({
    suggestedName: "upload",
    required: true,
    parts: [
      { wire: "file", contentType: "image/png" },
      { wire: "meta", style: "form", explode: false },
    ],
  });
  expect(api.models[0]).toMatchObject({
    suggestedName: "doIt request body",
    usedIn: { request: true, response: false },
  });
});

test("responses are successes and errors", () => {
  const found = responsesOf({
    200: json({ type: "string" }),
    302: {},
    404: json({ type: "integer" }),
    "5XX": {},
    default: json({}),
  });
  expect(found.map(({ status, encoding, isError }) => [status, encoding, isError])).toEqual([
    [200, "json", false],
    [302, "empty", true],
    [404, "json", true],
    ["5XX", "empty", true],
    ["default", "json", true],
  ]);
});

test.each([
  ["a default alone", { default: json({}) }, false],
  ["a redirect alone", { 302: {} }, false],
])("%s is a success", (_, responses, isError) => {
  expect(responsesOf(responses)).toMatchObject([{ isError }]);
});

test("x-speakeasy-errors says which statuses are errors", () => {
  const responses = { 200: {}, 299: {}, 404: {}, 500: {} };
  const errorsOf = (parts: object): readonly unknown[] =>
    operationOf({ responses, ...parts })
      .operation.responses.filter(({ isError }) => isError)
      .map(({ status }) => status);
  expect(errorsOf({ "x-speakeasy-errors": { statusCodes: ["299"] } })).toEqual([299, 404, 500]);
  expect(errorsOf({ "x-speakeasy-errors": { statusCodes: ["5XX"], override: true } })).toEqual([
    500,
  ]);
});

test.each<readonly [string, object, object, readonly string[]]>([
  [
    "XML as a string",
    { "application/xml": { schema: { type: "object" } } },
    { encoding: "text", type: string },
    ["media-type-as-string"],
  ],
  [
    "XML whose schema says what is in it as a value",
    { "application/xml": { schema: { type: "object", properties: { a: { type: "string" } } } } },
    { encoding: "xml", type: { kind: "ref" }, xml: { name: "root" } },
    [],
  ],
  [
    "XML whose schema is a string as a string",
    { "text/xml": { schema: { type: "string" } } },
    { encoding: "text", type: string },
    ["media-type-as-string"],
  ],
  ["events", { "text/event-stream": {} }, { encoding: "events" }, []],
  [
    "no multipart",
    { "multipart/mixed": {} },
    { encoding: "unsupported" },
    ["media-type-unsupported"],
  ],
  [
    "JSON without a schema as unknown",
    { "application/json": {} },
    { encoding: "json", type: unknown },
    [],
  ],
  [
    "a media type without its parameters",
    { "Application/JSON; charset=utf-8": {} },
    { media: "application/json" },
    [],
  ],
  [
    "a wildcard by its schema",
    { "*/*": { schema: { type: "array" } } },
    { media: "*/*", encoding: "json" },
    [],
  ],
])("of responses it reads %s", (_, content, want, codes) => {
  const { operation, diagnostics } = operationOf({ responses: { 200: { content } } });
  expect(operation.responses).toMatchObject([want]);
  expect(codesOf(diagnostics)).toEqual(codes);
});

test("an error may have any JSON media type that is declared", () => {
  const content = {
    "application/json": { schema: {} },
    "application/problem+json": { schema: {} },
  };
  expect(responsesOf({ 204: {}, 400: { content } }).map(({ media }) => media)).toEqual([
    undefined,
    "application/json",
    "application/problem+json",
  ]);
});

test.each([
  ["204", "get"],
  ["200", "head"],
])("a %s to %s has no body, whatever is declared", (status, method) => {
  const { operation } = operationOf(
    { responses: { [status]: json({ type: "string" }) } },
    {},
    "/things",
    method,
  );
  expect(operation.responses).toMatchObject([{ media: undefined, encoding: "empty" }]);
});

test("headers of responses are fields", () => {
  const headers = {
    "X-Count": { required: true, schema: { type: "integer" } },
    "Content-Type": {},
  };
  expect(responsesOf({ 200: { headers } })[0]?.headers).toEqual([
    field("X-Count", integer, { required: true }),
  ]);
});

test("shared responses and their names are followed", () => {
  const components = {
    responses: {
      Bad: {
        "x-speakeasy-name-override": "BadRequest",
        ...json({ properties: { code: { type: "string" } } }),
      },
    },
  };
  const { operation, api } = operationOf(
    { responses: { 204: {}, 400: { $ref: "#/components/responses/Bad" } } },
    { components },
  );
  expect(operation.responses[1]).toMatchObject({
    component: { pointer: "/components/responses/Bad", suggestedName: "BadRequest" },
    type: { kind: "ref" },
  });
  expect(api.models[0]).toMatchObject({ suggestedName: "Bad", home: "components" });
});

test("an override next to the ref is the name of that response alone", () => {
  const named = { "x-speakeasy-name-override": "Mine" };
  const components = { responses: { Bad: json({ type: "string" }) } };
  const responses = {
    204: {},
    400: { $ref: "#/components/responses/Bad", ...named },
    401: { ...json({ type: "string" }), ...named },
    402: json({ type: "string", ...named }),
  };
  const { operation } = operationOf({ responses }, { components });
  const component = { pointer: "/components/responses/Bad", suggestedName: "Bad" };
  expect(operation.responses.slice(1)).toMatchObject([
    { suggestedName: "Mine", component },
    { suggestedName: "Mine" },
    { suggestedName: "Mine" },
  ]);
});

const describedBody = (description: string): object =>
  json({ description, properties: { code: { enum: ["a"] }, at: { properties: { x: true } } } });

test("bodies of errors of equal shape are one model for each status", () => {
  const { api } = built({
    paths: {
      "/a": {
        get: {
          operationId: "a",
          responses: { 204: {}, 401: describedBody("A"), 404: describedBody("A") },
        },
      },
      "/b": { get: { operationId: "b", responses: { 204: {}, 401: describedBody("B") } } },
      "/c": {
        get: { operationId: "c", responses: { 204: {}, 401: shape("other"), 404: shape("c") } },
      },
      "/d": { get: { operationId: "d", responses: { 200: describedBody("no error") } } },
    },
  });
  expect(api.models.map(({ suggestedName }) => suggestedName)).toEqual([
    "Unauthorized response body",
    "Unauthorized response body code",
    "Unauthorized response body at",
    "a Not Found response body",
    "a Not Found response body code",
    "a Not Found response body at",
    "c Unauthorized response body",
    "c Not Found response body",
    "d response body",
    "d response body code",
    "d response body at",
  ]);
  const [a, b] = api.operations.map(({ responses }) => responses[1]);
  expect(a?.type).toEqual(b?.type);
});

test("a body that something else refers to stays", () => {
  const inside = "#/paths/~1b/get/responses/401/content/application~1json/schema/properties/at";
  const body = json({ properties: { at: { properties: { x: true } } } });
  const { api } = built({
    paths: {
      "/a": { get: { operationId: "a", responses: { 204: {}, 401: body } } },
      "/b": { get: { operationId: "b", responses: { 204: {}, 401: body } } },
      "/c": { get: { operationId: "c", responses: { 200: json({ $ref: inside }) } } },
    },
  });
  const to = api.operations[2]?.responses[0]?.type;
  expect(api.models.map(({ pointer }) => ({ kind: "ref", to: pointer }))).toContainEqual(to);
});

test("models of inline responses are named after operation and status", () => {
  const { api } = operationOf({
    responses: { 200: shape("a"), 201: shape("b"), 404: shape("c"), default: shape("d") },
  });
  expect(api.models.map(({ suggestedName }) => suggestedName)).toEqual([
    "doIt response body",
    "doIt Created response body",
    "doIt Not Found response body",
    "doIt Default response body",
  ]);
});

test("an operation without an id is named after method and path", () => {
  const { operation, diagnostics } = operationOf(
    { operationId: undefined },
    {},
    "/users/{id}/pets",
  );
  expect(operation.id).toBe("get_users_id_pets");
  expect(codesOf(diagnostics)).toEqual(["operation-id-missing", "parameter-undeclared"]);
});

test("the second of two operations with one id gets a number", () => {
  const responses = { 204: {} };
  const item = { get: { operationId: "a", responses }, put: { operationId: "a", responses } };
  const { api, diagnostics } = built({ paths: { "/": item } });
  expect(api.operations.map(({ id, method }) => [id, method])).toEqual([
    ["a", "GET"],
    ["a_2", "PUT"],
  ]);
  expect(codesOf(diagnostics)).toEqual(["operation-id-duplicate"]);
});

test.each<readonly [string, object, readonly string[]]>([
  ["x-speakeasy-group", { "x-speakeasy-group": "a.b", tags: ["c"] }, ["a", "b"]],
  ["the first tag", { tags: ["c", "d"] }, ["c"]],
  ["an empty x-speakeasy-group", { "x-speakeasy-group": "", tags: ["c"] }, []],
  ["a blank x-speakeasy-group", { "x-speakeasy-group": " ", tags: ["c"] }, []],
  ["a tag with a dot", { tags: ["beta.agents"] }, ["beta", "agents"]],
  ["a tag with several dots", { tags: ["v1.beta.agents_2.x"] }, ["v1", "beta", "agents_2", "x"]],
  ["a tag with a version", { tags: ["v1.2"] }, ["v1.2"]],
  ["a tag with an abbreviation", { tags: ["Acme Inc. Users"] }, ["Acme Inc. Users"]],
  ["a tag that starts and ends with dots", { tags: [".agents."] }, [".agents."]],
  ["nothing", {}, []],
])("the group comes from %s", (_, parts, group) => {
  const { operation, api } = operationOf(parts);
  expect(operation.group).toEqual(group);
  expect(api.groups.map(({ path }) => path)).toEqual(
    group.map((_, index) => group.slice(0, index + 1)),
  );
});

test("the group of an operation replaces that of its path, also with the root", () => {
  const responses = { 204: {} };
  const { api } = built({
    paths: {
      "/": {
        "x-speakeasy-group": "things",
        get: { operationId: "a", responses },
        put: { operationId: "b", "x-speakeasy-group": "", responses },
      },
    },
  });
  expect(api.operations.map(({ group }) => group)).toEqual([["things"], []]);
});

test("spellings of one group are one group, with the docs of its tag", () => {
  const responses = { 204: {} };
  const { api } = built({
    tags: [{ name: "connections", description: "All about them." }],
    paths: {
      "/": {
        get: { operationId: "a", tags: ["Connections"], responses },
        put: { operationId: "b", "x-speakeasy-group": "connections", responses },
      },
    },
  });
  expect(api.operations.map(({ group }) => group)).toEqual([["Connections"], ["Connections"]]);
  expect(api.groups).toEqual([{ path: ["Connections"], docs: { description: "All about them." } }]);
});

test("names come from the operation, or from a rule of the document", () => {
  const rules = {
    "x-speakeasy-name-override": [{ operationId: "^do", methodNameOverride: "run" }],
  };
  expect(operationOf({}, rules).operation.suggestedName).toBe("run");
  expect(operationOf({ "x-speakeasy-name-override": "go" }, rules).operation.suggestedName).toBe(
    "go",
  );
  expect(operationOf({}).operation.suggestedName).toBe("doIt");
});

test("the last rule that matches names the method", () => {
  const rules = {
    "x-speakeasy-name-override": [
      { operationId: "^do.*?", methodNameOverride: "run" },
      { operationId: "^doIt$", methodNameOverride: "runIt" },
      { operationId: "^other", methodNameOverride: "other" },
      { operationId: "^doIt", methodNameOverride: "" },
    ],
  };
  expect(operationOf({}, rules).operation.suggestedName).toBe("runIt");
});

test("ignored operations are omitted without a warning", () => {
  const { api, diagnostics } = built({
    paths: {
      "/": { get: { "x-speakeasy-ignore": true } },
      "/b": { "x-speakeasy-ignore": true, get: {} },
    },
  });
  expect(api.operations).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test("features that are not generated are warnings", () => {
  const { diagnostics } = operationOf(
    { callbacks: {}, "x-speakeasy-usage-example": true, responses: { 200: { links: {} } } },
    { webhooks: { a: {} } },
  );
  expect(codesOf(diagnostics)).toEqual([
    "extension-unsupported",
    "feature-unsupported",
    "feature-unsupported",
    "feature-unsupported",
  ]);
});

test("models know where they are used", () => {
  const schemas = {
    In: {
      properties: {
        shared: { $ref: "#/components/schemas/Both" },
        got: { $ref: "#/components/schemas/Got", readOnly: true },
      },
    },
    Out: { properties: { shared: { $ref: "#/components/schemas/Both" } } },
    Both: { properties: { self: { $ref: "#/components/schemas/Both" } } },
    Got: { properties: { a: true } },
    None: { properties: { a: { $ref: "#/components/schemas/In" } } },
  };
  const { api } = operationOf(
    { requestBody: referring("In"), responses: { 200: referring("Out") } },
    { components: { schemas } },
    "/things",
    "post",
  );
  expect(
    api.models.map(({ suggestedName, usedIn, splits, recursive }) => [
      suggestedName,
      usedIn.request,
      usedIn.response,
      splits,
      recursive,
    ]),
  ).toEqual([
    ["In", true, false, true, false],
    ["Out", false, true, false, false],
    ["Both", true, true, false, true],
    ["Got", false, false, false, false],
    ["None", false, false, true, false],
  ]);
  expect(api.operations[0]?.body?.type).toEqual(ref("In"));
});

const old = (replacement: string): object => ({
  "x-speakeasy-deprecation-replacement": replacement,
  responses: { 204: {} },
});

test("the replacement of a deprecated operation must be an operation of the document", () => {
  const { api, diagnostics } = built({
    paths: {
      "/a": {
        get: { operationId: "known", ...old("other") },
        put: { operationId: "unknown", ...old("nowhere") },
        post: { operationId: "ignored", ...old("hidden") },
      },
      "/b": {
        get: { operationId: "other", responses: { 204: {} } },
        put: { operationId: "hidden", "x-speakeasy-ignore": true, responses: { 204: {} } },
      },
    },
  });
  expect(api.operations.map(({ replacement }) => replacement)).toEqual([
    "other",
    undefined,
    undefined,
    undefined,
  ]);
  expect(api.operations.map(({ docs }) => docs.deprecated)).toEqual(["", "", "", undefined]);
  expect(diagnostics).toEqual(
    ["nowhere", "hidden"].map((id, i) =>
      expect.objectContaining({
        code: "extension-invalid",
        pointer: `/paths/~1a/${i === 0 ? "put" : "post"}/x-speakeasy-deprecation-replacement`,
        message: `There is no operation \`${id}\`.`,
      }),
    ),
  );
});

const schemes = {
  Login: {
    type: "oauth2",
    flows: { implicit: { authorizationUrl: "https://a.example", scopes: {} } },
  },
  Connect: { type: "openIdConnect", openIdConnectUrl: "https://a.example" },
  Key: { type: "apiKey", in: "header", name: "X-Key" },
};

test.each<[string, readonly object[] | undefined, readonly string[] | undefined]>([
  ["its requirement", [{ Login: ["a", "b"] }], ["a", "b"]],
  ["OpenID Connect", [{ Connect: ["openid"] }], ["openid"]],
  ["several schemes that are needed together", [{ Login: ["a"], Connect: ["b"] }], ["a", "b"]],
  [
    "the first alternative that names some",
    [{ Login: [] }, { Login: ["b"] }, { Login: ["c"] }],
    ["b"],
  ],
  ["the document, without a requirement of its own", undefined, ["all"]],
  ["nothing, if it is public", [], undefined],
  ["nothing, if it names none", [{ Login: [] }], undefined],
  ["nothing, for the roles of another scheme", [{ Key: ["admin"] }], undefined],
  ["nothing, for a scheme that does not exist", [{ Gone: ["a"] }], undefined],
])("the scopes of an operation are those of %s", (_, security, scopes) => {
  const { operation } = operationOf(
    { responses: { 204: {} }, ...(security && { security }) },
    { security: [{ Login: ["all"] }], components: { securitySchemes: schemes } },
  );
  expect(operation.scopes).toEqual(scopes);
});
