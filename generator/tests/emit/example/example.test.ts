import { expect, test } from "vitest";
import { Code, fromJson, printLiteral } from "../../../src/emit/example/literal.js";
import { sdkExample } from "../../../src/emit/example/sdk.js";
import { wireExample } from "../../../src/emit/example/wire.js";
import type { Field, Type } from "../../../src/model/types.js";
import { api, field, model, names, ref } from "../support/connections-api.js";

const string: Type = { kind: "string" };
const object = (...fields: readonly Field[]): Type => ({
  kind: "object",
  fields,
  extra: undefined,
  patterns: [],
});
const models = new Map(
  [
    ...api.models,
    model(
      "Node",
      object(
        field("id"),
        field("children", { kind: "array", items: ref("Node") }),
        field("next", ref("Node"), { required: false }),
      ),
    ),
    model("Endless", object(field("next", ref("Endless")))),
    model(
      "Cat",
      object(field("type", { kind: "literal", value: "cat" }), field("purrs", { kind: "boolean" })),
    ),
    model("Dog", object(field("type"), field("barks", { kind: "boolean" }))),
  ].map((each) => [each.pointer, each] as const),
);
const pets: Type = {
  kind: "union",
  open: true,
  discriminator: { wire: "type" },
  variants: [
    { type: ref("Cat"), discriminatorValues: ["cat"] },
    { type: ref("Dog"), discriminatorValues: ["dog"] },
  ],
};

test.each<[string, Type, { name?: string; given?: unknown }, unknown]>([
  ["a string", string, {}, "<value>"],
  ["an id by its name", string, { name: "connectionId" }, "<id>"],
  ["an id in snake case", string, { name: "connection_id" }, "<id>"],
  ["no id for a word with that ending", string, { name: "valid" }, "<value>"],
  ["the document's example", string, { given: "my-project" }, "my-project"],
  ["an example that does not fit", { kind: "integer" }, { given: "seven" }, 1],
  ["a format", { kind: "string", format: "uuid" }, {}, "123e4567-e89b-12d3-a456-426614174000"],
  [
    "a format that is a member of every object",
    { kind: "string", format: "constructor" },
    {},
    "<value>",
  ],
  ["an instant", { kind: "date-time" }, {}, "2024-01-01T00:00:00Z"],
  ["an invalid instant", { kind: "date-time" }, { given: "yesterday" }, "2024-01-01T00:00:00Z"],
  ["a number within its bounds", { kind: "integer", limits: { min: 10, multipleOf: 4 } }, {}, 12],
  ["a number above an exclusive bound", { kind: "integer", limits: { exclusiveMin: 5 } }, {}, 6],
  ["a number below a bound", { kind: "number", limits: { max: -3 } }, {}, -3],
  ["a bigint in a string", { kind: "bigint", format: "string" }, {}, "1"],
  [
    "the first value of an enum",
    { kind: "enum", open: false, values: [{ value: "a" }, { value: "b" }] },
    { given: "c" },
    "a",
  ],
  [
    "a new value of an open enum",
    { kind: "enum", open: true, values: [{ value: "a" }] },
    { given: "c" },
    "c",
  ],
  ["one item", { kind: "array", items: string }, {}, ["<value>"]],
  [
    "required members",
    object(field("id"), field("note", string, { required: false })),
    {},
    { id: "<id>" },
  ],
  [
    "members with an example",
    object(field("note", string, { required: false, docs: { example: "hi" } })),
    {},
    { note: "hi" },
  ],
  [
    "members that an example lacks",
    object(field("id"), field("name")),
    { given: { name: "n" } },
    { id: "<id>", name: "n" },
  ],
  [
    "an open record",
    { kind: "object", fields: [], extra: string, patterns: [] },
    {},
    { key: "<value>" },
  ],
  ["a tree, which ends", ref("Node"), {}, { id: "<id>", children: [] }],
  ["nothing for a model that requires itself", ref("Endless"), {}, undefined],
  [
    "a variant by its discriminator",
    pets,
    { given: { type: "dog" } },
    { type: "dog", barks: false },
  ],
  ["the first variant", pets, {}, { type: "cat", purrs: false }],
  [
    "no unnamed member in a request",
    object(field("id")),
    { given: { id: "1", more: 2 } },
    { id: "1" },
  ],
])("makes %s", (_, type, source, want) => {
  expect(wireExample({ models, direction: "request" }, type, source)).toEqual(want);
});

test("keeps unnamed members in a response", () => {
  const given = { id: "1", more: 2 };
  expect(wireExample({ models, direction: "response" }, object(field("id")), { given })).toEqual(
    given,
  );
});

test("omits read-only members from requests and write-only members from responses", () => {
  const type = object(
    field("id", string, { access: "read" }),
    field("secret", string, { access: "write" }),
  );
  expect(wireExample({ models, direction: "request" }, type)).toEqual({ secret: "<value>" });
  expect(wireExample({ models, direction: "response" }, type)).toEqual({ id: "<id>" });
});

test.each<[string, Type, unknown, string]>([
  ["instants", { kind: "date-time" }, "2024-01-01T00:00:00Z", 'new Date("2024-01-01T00:00:00Z")'],
  ["bytes in JSON", { kind: "bytes", encoding: "byte" }, "aGk=", 'new TextEncoder().encode("hi")'],
  [
    "bytes that are not text",
    { kind: "bytes", encoding: "byte" },
    "//8=",
    "Uint8Array.of(255, 255)",
  ],
  ["files", { kind: "bytes", encoding: "binary" }, "x", 'new Blob(["x"])'],
  ["bigints", { kind: "bigint" }, 12, "12n"],
])("writes %s as the SDK takes them", (_, type, wire, want) => {
  expect(
    printLiteral(sdkExample({ models, names, dateTime: "date", spelling: "sdk" }, type, wire)),
  ).toBe(want);
});

test("writes instants as strings if gen.yaml asks for it", () => {
  const dialect = { models, names, dateTime: "string", spelling: "sdk" } as const;
  expect(sdkExample(dialect, { kind: "date-time" }, "2024-01-01")).toBe("2024-01-01");
});

test("names members as the SDK does, and as the document does for what is sent", () => {
  const wire = { id: "1", create_time: "2024-01-01T00:00:00Z", status: "created" };
  const dialect = { models, names, dateTime: "date", spelling: "sdk" } as const;
  expect(sdkExample(dialect, ref("Connection"), wire)).toEqual(
    new Map<string, unknown>([
      ["id", "1"],
      ["createTime", new Code('new Date("2024-01-01T00:00:00Z")')],
      ["status", "created"],
    ]),
  );
  expect(sdkExample({ ...dialect, spelling: "sent" }, ref("Connection"), wire)).toEqual(
    new Map<string, unknown>([
      ["id", "1"],
      ["create_time", "2024-01-01T00:00:00.000Z"],
      ["status", "created"],
    ]),
  );
});

test("collects unnamed members under additionalProperties", () => {
  const type: Type = { kind: "object", fields: [field("id")], extra: string, patterns: [] };
  const written = sdkExample({ models, names, dateTime: "date", spelling: "sdk" }, type, {
    id: "1",
    color: "red",
  });
  expect(printLiteral(written)).toBe(
    '{\n  id: "1",\n  additionalProperties: {\n    color: "red",\n  },\n}',
  );
});

test("prints members of any name safely", () => {
  const value = fromJson(JSON.parse('{"__proto__": 1, "a-b": "\\u2028*/", "ok": []}'));
  expect(printLiteral(value)).toBe('{\n  ["__proto__"]: 1,\n  "a-b": "\\u2028*/",\n  ok: [],\n}');
});
