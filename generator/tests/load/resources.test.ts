import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/document/json.js";
import { bundle } from "../../src/load/bundle.js";

const root = "file:///api/openapi.yaml";

function bundled(document: JsonObject, others: Readonly<Record<string, Json>> = {}): JsonObject {
  const files = new Map<string, Json>([[root, document]]);
  for (const [name, value] of Object.entries(others)) files.set(new URL(name, root).href, value);
  const { document: whole, unread, diagnostics } = bundle(files, root);
  expect({ unread, diagnostics }).toEqual({ unread: [], diagnostics: [] });
  return whole as JsonObject; // like the root
}

/** The ref of the schema A, next to other schemas. */
function refOf(ref: string, schemas: JsonObject, more: JsonObject = {}): unknown {
  const all = { A: { $ref: ref }, ...schemas };
  const { components } = bundled({ ...more, components: { schemas: all } });
  return (components as { schemas: { A: JsonObject } }).schemas.A["$ref"];
}

const at = (pointer: string): string => `#/components/schemas/${pointer}`;

test.each<readonly [string, string, JsonObject, string]>([
  ["an anchor", "#pet", { B: { $anchor: "pet" } }, at("B")],
  ["a dynamic anchor", "#pet", { B: { $dynamicAnchor: "pet" } }, at("B")],
  ["an anchor inside", "#pet", { B: { $defs: { P: { $anchor: "pet" } } } }, at("B/$defs/P")],
  ["the first of two anchors", "#pet", { B: { $anchor: "pet" }, C: { $anchor: "pet" } }, at("B")],
  ["no anchor", "#pet", {}, "#pet"],
  ["no anchor, but an example of one", "#pet", { B: { example: { $anchor: "pet" } } }, "#pet"],
  ["no anchor, but a property", "#pet", { B: { properties: { $anchor: "pet" } } }, "#pet"],
  ["an $id", "https://ids.example/pet", { B: { $id: "https://ids.example/pet" } }, at("B")],
  [
    "an $id with an empty fragment",
    "https://ids.example/pet",
    { B: { $id: "https://ids.example/pet#" } },
    at("B"),
  ],
  ["a relative $id", "pet", { B: { $id: "pet" } }, at("B")],
  ["a relative $id in a folder", "./schemas/pet.json", { B: { $id: "schemas/pet.json" } }, at("B")],
  ["an absolute path", "/pet", { B: { $id: "/pet" } }, at("B")],
  ["a URN", "urn:example:pet", { B: { $id: "urn:example:pet" } }, at("B")],
  [
    "a pointer in an $id",
    "pet#/properties/a",
    { B: { $id: "pet", properties: { a: {} } } },
    at("B/properties/a"),
  ],
  [
    "an anchor in an $id",
    "pet#tag",
    { B: { $id: "pet", $defs: { T: { $anchor: "tag" } } } },
    at("B/$defs/T"),
  ],
  [
    "an $id in an $id",
    "https://ids.example/a/c",
    { B: { $id: "https://ids.example/a/b", $defs: { C: { $id: "c" } } } },
    at("B/$defs/C"),
  ],
  [
    "$defs by pointer",
    "#/components/schemas/B/$defs/C",
    { B: { $defs: { C: {} } } },
    at("B/$defs/C"),
  ],
])("a ref leads to %s", (_, ref, schemas, want) => {
  expect(refOf(ref, schemas)).toBe(want);
});

test.each<readonly [string, string, JsonObject, string]>([
  ["a pointer", "#/$defs/C", { $defs: { C: {} } }, at("B/$defs/C")],
  ["itself", "#", {}, at("B")],
  ["an anchor of its own", "#own", { $defs: { C: { $anchor: "own" } } }, at("B/$defs/C")],
  ["another $id", "c", {}, at("C")],
  ["a pointer from the root of the document", "#/components/schemas/C", {}, at("C")],
])("in a schema with an $id, a ref is relative to it: %s", (_, ref, more, want) => {
  const inner = { $id: "https://ids.example/b", properties: { x: { $ref: ref } }, ...more };
  const schemas = { B: inner, C: { $id: "https://ids.example/c", $anchor: "own" } };
  const { components } = bundled({ components: { schemas } });
  expect(components).toMatchObject({
    schemas: { B: { properties: { x: { $ref: want } } }, C: { $anchor: "own" } },
  });
});

test("files are found relative to the file, whatever the $id", () => {
  const document = {
    $self: "https://ids.example/api.yaml",
    components: {
      schemas: {
        A: { $id: "https://ids.example/a", properties: { b: { $ref: "b.yaml" } } },
        C: { $ref: "https://ids.example/other#/$defs/D" },
      },
    },
  };
  const b = {
    $id: "https://ids.example/other",
    properties: { d: { $ref: "#/$defs/D" } },
    $defs: { D: {} },
  };
  expect(bundled(document, { "b.yaml": b })).toMatchObject({
    components: {
      schemas: {
        A: { properties: { b: { $ref: "#/components/schemas/b" } } },
        b: { properties: { d: { $ref: "#/components/schemas/C" } } },
        C: {},
      },
    },
  });
});

test("$self is the URI of the document", () => {
  const more = { $self: "https://ids.example/api.yaml" };
  expect(refOf("https://ids.example/api.yaml#/components/schemas/B", { B: {} }, more)).toBe(
    at("B"),
  );
  expect(refOf("api.yaml#/components/schemas/B", { B: {} }, more)).toBe(at("B"));
  expect(refOf("#/components/schemas/B", { B: {} }, more)).toBe(at("B"));
  expect(refOf("pet", { B: { $id: "https://ids.example/pet" } }, more)).toBe(at("B"));
});

test("bundling a bundled document changes nothing", () => {
  const schemas = {
    A: { $id: "https://ids.example/a", $ref: "b#x", properties: { a: { $ref: "#" } } },
    B: { $id: "https://ids.example/b", $defs: { X: { $anchor: "x" } } },
  };
  const once = bundled({ components: { schemas } });
  expect(bundled(once)).toEqual(once);
});

test("a mapping may name an $id, and its default too", () => {
  const discriminator = {
    propertyName: "kind",
    mapping: { a: "https://ids.example/b", b: "B" },
    defaultMapping: "B",
  };
  const schemas = { A: { discriminator }, B: { $id: "https://ids.example/b" } };
  expect(bundled({ components: { schemas } })).toMatchObject({
    components: {
      schemas: {
        A: { discriminator: { mapping: { a: at("B"), b: at("B") }, defaultMapping: at("B") } },
      },
    },
  });
});
