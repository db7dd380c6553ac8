import type { Api } from "../../../src/model/types.js";
import {
  response,
  api,
  body,
  enumeration,
  field,
  list,
  model,
  nullable,
  object,
  operation,
  parameter,
  ref,
  string,
  union,
  integer,
} from "./api.js";

const LONG = "aRatherLongNameThatTakesUpQuiteSomeRoom";
const HOSTILE = "*/ alert(1); /* `${x}` \"quoted\" 'too' \u2028 @deprecated \u202e";

/** An API with everything that an emitter can meet. */
export const richApi: Api = api({
  info: { title: HOSTILE, version: "1 */ 2", docs: { description: `${HOSTILE}\n\n@internal` } },
  servers: [
    {
      url: "https://{region}.example.com/v1",
      id: "prod",
      variables: [{ name: "region", default: "eu", values: ["eu", "us"], description: HOSTILE }],
    },
    { url: "https://sandbox.example.com", id: "sandbox", variables: [] },
  ],
  schemes: [
    {
      key: "apiKeyHeader",
      docs: { description: HOSTILE },
      kind: "apiKey",
      in: "header",
      name: "X-Api-Key",
    },
    { key: "token", docs: {}, kind: "bearer" },
    { key: "login", docs: {}, kind: "basic" },
  ],
  security: [[{ key: "apiKeyHeader" }], [{ key: "token" }, { key: "login" }]],
  retries: {
    strategy: "backoff",
    backoff: { initialInterval: 500, exponent: 1.5 },
    retryConnectionErrors: true,
  },
  globals: [
    parameter("query", "tenant", { docs: { description: "Whose data." }, default: "main" }),
  ],
  groups: [
    { path: ["things"], docs: { description: HOSTILE } },
    { path: ["things", "parts"], docs: {} },
    { path: ["other"], docs: {} },
  ],
  models: [
    model("Status", enumeration(["created", "bad_credentials", 'it\'s "so"', "1"]), {
      docs: { description: "Whether the credentials work." },
    }),
    model("Level", enumeration([1, 2, 3])),
    model("Direction", enumeration(["up", "down"], false)),
    model("Mixed", enumeration(["a", 1])),
    model("Described", {
      kind: "enum",
      open: true,
      values: [
        { value: "x", description: HOSTILE },
        { value: "y", suggestedName: "Why" },
      ],
    }),
    model(
      "Group",
      object([field("ref", string), field("name", nullable(string), { required: false })]),
    ),
    model(
      "Thing",
      object([
        field("id", string, {
          access: "read",
          docs: { description: HOSTILE, deprecated: "Gone." },
        }),
        field("create_time", { kind: "date-time" }, { access: "read" }),
        field("day", { kind: "date" }, { required: false }),
        field("secret", string, { access: "write", required: false }),
        field("status", ref("Status")),
        field("level", ref("Level"), { required: false, default: 1 }),
        field("direction", nullable(ref("Direction"))),
        field("mixed", ref("Mixed")),
        field("group", ref("Group")),
        field("children", list(ref("Thing")), { required: false }),
        field("parent", nullable(ref("Thing")), { required: false }),
        field("count", { kind: "integer", limits: { min: 1, max: 9, pattern: "a`*/" } }),
        field("big", { kind: "bigint", format: "string" }),
        field("bigger", { kind: "bigint" }),
        field("octets", { kind: "bytes", encoding: "byte" }),
        field("nothing", { kind: "null" }),
        field("anything", { kind: "unknown" }, { required: false }),
        field("never", { kind: "never" }, { required: false }),
        field("exactly", { kind: "literal", value: HOSTILE }),
        field("yes", { kind: "literal", value: true }),
        field("pair", { kind: "tuple", items: [string, integer] }),
        field("rest", { kind: "tuple", items: [string], rest: nullable(integer) }),
        field("free", object([])),
        field("counts", object([], integer)),
        field("patterns", {
          kind: "object",
          fields: [],
          extra: string,
          patterns: [{ pattern: "^x-", type: integer }],
        }),
        field("either", union([string, list(integer), ref("Group")])),
        field("lots", list(nullable(union([ref("Group"), ref("Shape"), string, integer])))),
        field("inline", enumeration(["p", "q"]), { required: false }),
        field("strict", enumeration(["p", "2"], false)),
        field("both", { kind: "intersection", parts: [ref("Group"), ref("Extras")] }),
        field("shape", ref("Shape")),
        field("kebab-case", string, { suggestedName: "kebab-case" }),
        field("__proto__", string, { required: false, suggestedName: "__proto__" }),
        field('say "hi"', string, { required: false, suggestedName: 'say "hi"' }),
        field(
          LONG,
          list(
            list(
              union([
                ref("Group"),
                ref("Shape"),
                ref("Extras"),
                ref("Circle"),
                nullable(ref("Square")),
              ]),
            ),
          ),
          { required: false },
        ),
        field("long_enum", enumeration([`${LONG}1`, `${LONG}2`, `${LONG}3`]), { required: false }),
        field("tagged", nullable(union([ref("Circle"), ref("Square")], "shape_kind", true)), {
          required: false,
        }),
      ]),
      { splits: true, recursive: true, docs: { summary: "A thing.", description: HOSTILE } },
    ),
    model(
      "Extras",
      object([field("a", string), field("b_b", integer, { required: false })], {
        kind: "date-time",
      }),
    ),
    model(
      "Circle",
      object([
        field("shape_kind", { kind: "literal", value: "tag0" }, { suggestedName: "shapeKind" }),
        field("r", { kind: "number" }),
      ]),
    ),
    model(
      "Square",
      object([
        field("shape_kind", { kind: "literal", value: "tag1" }, { suggestedName: "shapeKind" }),
        field("a", { kind: "number" }),
      ]),
    ),
    model("Shape", union([ref("Circle"), ref("Square")], "shape_kind", true)),
    model("ClosedShape", union([ref("Circle"), ref("Square")], "shape_kind")),
    model("Names", list(string)),
    model("Alias", ref("Thing"), { splits: true }),
    model("Tree", list(union([string, ref("Tree")])), { recursive: true }),
    model(
      "AnyJson",
      union([
        string,
        integer,
        list(nullable(ref("AnyJson"))),
        object([], nullable(ref("AnyJson"))),
      ]),
      { recursive: true },
    ),
    model("Left", object([], ref("Right")), { recursive: true }),
    model("Right", union([string, object([], list(ref("Left")))]), { recursive: true }),
    model("Wide", object([], union([list(ref("Wide")), string, ref(`${LONG}${LONG}${LONG}`)])), {
      recursive: true,
    }),
    model(
      "Wider",
      union([string, object([], union([ref("Wider"), ref(`${LONG}${LONG}${LONG}`)]))]),
      {
        recursive: true,
      },
    ),
    model(`${LONG}${LONG}`, object([field("a", string)])),
    model(`${LONG}${LONG}Extended`, {
      ...object([field("a", string), field("b", string)]),
      base: `/${LONG}${LONG}`,
    }),
    model("MaybeName", nullable(string)),
    model("Either", union([ref("Group"), ref("Extras")])),
    model("Json", { kind: "unknown" }),
    model("Record", object([], ref("Thing"))),
    model("Date", object([field("year", integer), field("at", { kind: "date-time" })])),
    model(`${LONG}${LONG}${LONG}`, list(string)),
    model(
      "Problem",
      object([
        field("message", string),
        field("requestId", string, { required: false }),
        field("causes", list(string)),
      ]),
      {
        usedIn: { request: false, response: true },
      },
    ),
    model("SmallProblem", object([field("code", integer)])),
    model("ListProblem", list(string)),
    model(
      "CreateBody",
      object([
        field("name", string),
        field("page", object([field("cursor", string)]), { required: false }),
      ]),
      {
        home: "operations",
        usedIn: { request: true, response: false },
      },
    ),
    model(
      "Page",
      object([
        field("data", object([field("rows", list(ref("Thing")))])),
        field("next_link", nullable(string), { required: false, suggestedName: "nextLink" }),
      ]),
    ),
  ],
  operations: [
    operation("listThings", {
      group: ["things"],
      suggestedName: "list",
      path: "/projects/{project-id}/things",
      parameters: [
        parameter("path", "project-id", { docs: { description: HOSTILE, example: HOSTILE } }),
        parameter("query", "status", { type: list(ref("Status")), explode: false }),
        parameter("query", "page", { type: integer, default: 0 }),
        parameter("query", "limit", { type: integer, default: 100 }),
        parameter("query", "tenant", { required: true }),
      ],
      pagination: {
        type: "offsetLimit",
        inputs: [
          { name: "page", in: "parameters", type: "page" },
          { name: "limit", in: "parameters", type: "limit" },
        ],
        outputs: { results: "$.data.rows" },
      },
      responses: [
        response(200, ref("Page")),
        response(404, ref("Problem"), { media: "application/problem+json" }),
      ],
      security: [[{ key: "apiKeyHeader" }], [{ key: "token" }, { key: "login" }]],
      docs: {
        summary: "List things",
        description: HOSTILE,
        externalDocs: { url: "https://example.com/*/" },
      },
    }),
    operation("allThings", {
      group: ["things"],
      suggestedName: "all",
      parameters: [parameter("query", "cursor")],
      pagination: {
        type: "cursor",
        inputs: [{ name: "cursor", in: "parameters", type: "cursor" }],
        outputs: { results: "$", nextCursor: "$.next_link" },
      },
      responses: [response(200, ref("Page"))],
      security: [[{ key: "apiKeyHeader" }], [{ key: "token" }, { key: "login" }]],
    }),
    operation("createThing", {
      group: ["things"],
      suggestedName: "create",
      method: "POST",
      body: body(ref("CreateBody")),
      responses: [
        response(200, ref("Thing")),
        response(201, ref("Thing")),
        response(202),
        response(400, ref("Problem")),
        response(422, ref("ListProblem")),
      ],
      security: [],
    }),
    operation("replaceThing", {
      group: ["things"],
      suggestedName: "replace",
      method: "PUT",
      path: "/things/{id}:replace",
      parameters: [parameter("path", "id")],
      body: body(ref("Thing"), { required: true, media: "application/merge-patch+json" }),
      responses: [response(200, ref("Thing"))],
      security: [[{ key: "login" }]],
      servers: [
        { url: "https://{where}.example.com", variables: [{ name: "where", default: "up" }] },
      ],
      retries: { strategy: "backoff", statusCodes: ["5XX", "429"] },
    }),
    operation("upload", {
      group: ["things", "parts"],
      method: "POST",
      parameters: [
        parameter("query", "ids", { type: list(integer), style: "pipeDelimited", explode: false }),
        parameter("query", "filter", { type: ref("Group"), style: "deepObject", explode: true }),
        parameter("query", "q", { allowReserved: true }),
        parameter("query", "json", { media: "application/json", type: ref("Group") }),
        parameter("header", "X-Trace", { type: list(string), explode: true }),
        parameter("cookie", "session"),
        parameter("path", "matrix", { type: list(string), style: "matrix", explode: true }),
        parameter("path", "label", { style: "label", explode: true, allowReserved: true }),
      ],
      body: body(
        object([field("file", { kind: "bytes", encoding: "binary" }), field("note", string)]),
        {
          encoding: "multipart",
          media: "multipart/form-data",
          required: false,
          parts: [
            { wire: "file", contentType: "image/png" },
            { wire: "note", style: "form", explode: false },
          ],
        },
      ),
      responses: [response("2XX", undefined, { media: "application/pdf", encoding: "bytes" })],
      docs: { deprecated: "", description: "word ".repeat(700) },
    }),
    operation("raw", {
      group: ["other"],
      method: "PUT",
      body: body(string, { encoding: "bytes", media: "image/png", required: false }),
      responses: [
        response(200, undefined, { media: "text/plain", encoding: "text" }),
        response(201, undefined, { media: "text/csv", encoding: "unsupported" }),
      ],
      security: [[{ key: "apiKeyHeader" }], [{ key: "token" }, { key: "login" }]],
    }),
    operation("note", {
      group: ["other"],
      method: "POST",
      parameters: [
        parameter("query", "refresh", {
          type: { kind: "boolean" },
          notIdempotentWhen: [true, "force"],
        }),
      ],
      body: body(string, { encoding: "text", media: "text/plain" }),
      responses: [response("default", ref("Json"), { isError: false })],
    }),
    operation("json", {
      suggestedName: "json",
      responses: [response(200, ref("Json")), response("4XX", ref("SmallProblem"))],
    }),
    operation("getDate", {
      responses: [
        response(200, ref("Date")),
        ...[400, 401, 403, 500].map((status) =>
          response(status, ref("Problem"), { suggestedName: "AnyProblem" }),
        ),
        response(410, ref("SmallProblem")),
      ],
    }),
    operation(`${LONG}${LONG}`, {
      suggestedName: `${LONG}${LONG}`,
      parameters: [
        parameter("path", "a"),
        parameter("query", "b", { type: enumeration(["x", "y"], false) }),
      ],
      responses: [
        response(200, list(list(union([ref("Thing"), ref("Group"), string])))),
        response(404, ref("Problem")),
      ],
    }),
  ],
});
