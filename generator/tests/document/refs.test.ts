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

test("a chain of refs resolves to the schema at its end", () => {
  expect(resolve(document, "#/components/schemas/A")).toEqual({
    value: document.components.schemas.B,
    pointer: "/components/schemas/B",
  });
});

test("a ref with other keywords ends the chain", () => {
  expect(resolve(document, "#/components/schemas/C")?.pointer).toBe("/components/schemas/C");
});

test.each([
  "#/components/schemas/Loop",
  "#/components/schemas/Nothing",
  "#/toString",
  "#/components/schemas/B/properties/constructor",
  "other.yaml#/A",
  "#anchor",
])("%s is undefined, without an exception", (ref) => {
  expect(resolve(document, ref)).toBeUndefined();
});

test("a pointer continues through a ref", () => {
  expect(valueAt(document, "/components/schemas/A/properties/a~1b")).toEqual({ type: "string" });
});

test("the description next to a ref overrides that of its target", () => {
  const found = deref(document, { $ref: "#/components/parameters/P", description: "ours" }, "/x");
  expect(found).toEqual({
    value: { name: "p", in: "query", description: "ours" },
    pointer: "/components/parameters/P",
  });
});

test("a value that is not a reference resolves to itself", () => {
  expect(deref(document, { type: "string" }, "/x")).toEqual({
    value: { type: "string" },
    pointer: "/x",
  });
});
