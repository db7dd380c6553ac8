import { expect, test } from "vitest";
import type { XMLNames } from "../../src/model/types.js";
import { built } from "./documents.js";

/** The names of the members of the schema `It`, and of the body that holds it. */
function namesOf(schema: object, others: object = {}): Record<string, XMLNames | undefined> {
  const content = { "application/xml": { schema: { $ref: "#/components/schemas/It" } } };
  const { api } = built({
    components: { schemas: { It: schema, ...others } },
    paths: { "/": { put: { operationId: "put", requestBody: { content }, responses: {} } } },
  });
  const type = api.models.find(({ pointer }) => pointer === "/components/schemas/It")?.type;
  const fields = type?.kind === "object" ? type.fields : [];
  return Object.fromEntries([
    ["", api.operations[0]?.body?.xml],
    ...fields.map(({ wire, xml }) => [wire, xml]),
  ]);
}

test("members have the names of their xml objects", () => {
  const properties = {
    plain: { type: "string" },
    id: { type: "integer", xml: { attribute: true, name: "ID", prefix: "p", namespace: "urn:p" } },
    attribute: { type: "string", xml: { nodeType: "attribute" } },
    text: { type: "string", xml: { nodeType: "cdata" } },
    other: { type: "string", xml: { "x-ms-text": true } },
    tags: { type: "array", items: { type: "string", xml: { name: "tag" } } },
    wrapped: { type: "array", xml: { wrapped: true, name: "all" }, items: { type: "string" } },
    nodes: { type: "array", xml: { nodeType: "element" }, items: { type: "string" } },
    odd: { type: "string", xml: "odd" },
  };
  expect(namesOf({ type: "object", xml: { name: "it" }, properties })).toEqual({
    "": { name: "it" },
    plain: undefined,
    id: { in: "attribute", name: "ID", prefix: "p", namespace: "urn:p" },
    attribute: { in: "attribute" },
    text: { in: "text" },
    other: { in: "text" },
    tags: { items: { name: "tag" } },
    wrapped: { wrapped: true, name: "all" },
    nodes: { wrapped: true },
    odd: undefined,
  });
});

test("a reference has the names of its target, unless it has its own", () => {
  const Named = { type: "object", xml: { name: "named" }, properties: { a: { type: "string" } } };
  const List = {
    type: "array",
    xml: { wrapped: true },
    items: { $ref: "#/components/schemas/Named" },
  };
  const named = { $ref: "#/components/schemas/Named" };
  const properties = {
    target: named,
    own: { allOf: [named], xml: { name: "own" } },
    list: { $ref: "#/components/schemas/List" },
    merged: { allOf: [named, { type: "object", properties: { b: { type: "string" } } }] },
  };
  expect(namesOf({ type: "object", properties }, { Named, List })).toEqual({
    "": { name: "It" },
    target: { name: "named" },
    own: { name: "own" },
    list: { wrapped: true, items: { name: "named" } },
    merged: undefined,
  });
});

test("xml objects mean nothing in a document without XML, and endless ones end", () => {
  const schemas = {
    It: { type: "object", properties: { a: { type: "string", xml: { name: "b" } } } },
  };
  const [model] = built({ components: { schemas } }).api.models;
  expect(model?.type).toMatchObject({ fields: [{ wire: "a" }] });
  expect(model?.type).not.toHaveProperty(["fields", 0, "xml"]);
  const endless = {
    type: "array",
    items: { $ref: "#/components/schemas/Endless" },
    xml: { wrapped: true },
  };
  const names = namesOf(
    { type: "object", properties: { e: { $ref: "#/components/schemas/Endless" } } },
    { Endless: endless },
  );
  expect(names["e"]).toMatchObject({ wrapped: true, items: { wrapped: true } });
});
