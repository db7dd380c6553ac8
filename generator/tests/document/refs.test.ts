import { expect, test } from "vitest";
import { valueAt, deref, resolve } from "../../src/document/refs.js";
import type { Document } from "../../src/document/types.js";

const document = {
  openapi: "3.1.1",
  info: { title: "T", version: "1" },
  paths: {},
  components: {
    schemas: {
      A: { $ref: "#/components/schemas/B" },
      B: { type: "object", properties: { "a/b": { type: "string" } } },
      C: { $ref: "#/components/schemas/B", minProperties: 1 },
      Loop: { $ref: "#/components/schemas/Pool" },
      Pool: { $ref: "#/components/schemas/Loop" },
    },
    parameters: { P: { name: "p", in: "query", description: "theirs" } },
  },
} as const satisfies Document;

test("a chain of refs ends at the schema that it leads to", () => {
  expect(resolve(document, "#/components/schemas/A")).toEqual({
    value: document.components.schemas.B,
    pointer: "/components/schemas/B",
  });
});

test("a ref with keywords beside it is an end of its own", () => {
  expect(resolve(document, "#/components/schemas/C")?.pointer).toBe("/components/schemas/C");
});

test.each([
  "#/components/schemas/Loop",
  "#/components/schemas/Nothing",
  "#/toString",
  "#/components/schemas/B/properties/constructor",
  "other.yaml#/A",
  "#anchor",
])("%s leads nowhere, without an exception", (ref) => {
  expect(resolve(document, ref)).toBeUndefined();
});

test("a pointer goes on through a ref on its way", () => {
  expect(valueAt(document, "/components/schemas/A/properties/a~1b")).toEqual({ type: "string" });
});

test("the description beside a ref overrides that of its target", () => {
  const found = deref(document, { $ref: "#/components/parameters/P", description: "ours" }, "/x");
  expect(found).toEqual({
    value: { name: "p", in: "query", description: "ours" },
    pointer: "/components/parameters/P",
  });
});

test("what is no reference is its own target", () => {
  expect(deref(document, { type: "string" }, "/x")).toEqual({
    value: { type: "string" },
    pointer: "/x",
  });
});
