import { expect, test } from "vitest";
import { built, modelsOf } from "./documents.js";

const others = {
  A: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
  B: { type: "object", properties: { b: { type: "integer" } } },
  Chain: { allOf: [{ $ref: "#/components/schemas/A" }, { properties: { c: true } }] },
  Alias: { $ref: "#/components/schemas/A" },
  Counts: { properties: { total: true }, additionalProperties: { type: "integer" } },
  Record: { type: "object", additionalProperties: { type: "string" } },
  Sides: { properties: { id: { type: "string", readOnly: true } } },
  Deep: { properties: { sides: { $ref: "#/components/schemas/Sides" } } },
  Loop: { allOf: [{ $ref: "#/components/schemas/It" }, { properties: { l: true } }] },
};
const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const own = { type: "object", properties: { own: { type: "string" } } };

function baseOf(schemas: object): string | undefined {
  const model = modelsOf({ ...others, ...schemas }).find(({ pointer }) => /\/it$/i.test(pointer));
  return model?.type.kind === "object" ? model.type.base : undefined;
}

test.each<readonly [string, object, string]>([
  ["one named object and own members", { allOf: [to("A"), own] }, "A"],
  ["own members first", { allOf: [own, to("A")] }, "A"],
  ["own members in several parts", { allOf: [to("A"), own, { properties: { d: true } }] }, "A"],
  ["own members beside allOf", { allOf: [to("A")], properties: { own: true } }, "A"],
  ["own members beside a reference", { ...to("A"), properties: { own: true } }, "A"],
  ["an own member that is only required", { allOf: [to("A"), { required: ["own"] }] }, "A"],
  ["own members without names", { allOf: [to("A"), { additionalProperties: true }] }, "A"],
  ["a base that extends another", { allOf: [to("Chain"), own] }, "Chain"],
  ["a base with members without names", { allOf: [to("Counts"), own] }, "Counts"],
  ["annotations beside the parts", { allOf: [to("A"), own, { description: "D" }] }, "A"],
])("%s: the object extends it", (_, It, base) => {
  expect(baseOf({ It })).toBe(`/components/schemas/${base}`);
});

test.each<readonly [string, object]>([
  ["several named parts", { allOf: [to("A"), to("B")] }],
  ["several named parts and own members", { allOf: [to("A"), to("B"), own] }],
  ["only inline parts", { allOf: [own, { properties: { d: true } }] }],
  ["a named part inside an inline one", { allOf: [{ allOf: [to("B")] }, to("A"), own] }],
  ["a member that becomes required", { allOf: [to("B"), own, { required: ["b"] }] }],
  ["a member that is narrowed", { allOf: [to("A"), { properties: { a: { maxLength: 1 } } }] }],
  [
    "a member with another description",
    { allOf: [to("A"), { properties: { a: { title: "T" } } }] },
  ],
  ["no members of its own", { allOf: [to("A"), { properties: { a: { type: "string" } } }] }],
  ["an alias", { allOf: [to("Alias"), own] }],
  ["a base without named members", { allOf: [to("Record"), own] }],
  ["other members without names", { allOf: [to("Counts"), own, { additionalProperties: {} }] }],
  ["a base whose sides differ", { allOf: [to("Sides"), own] }],
  ["a base that contains sides that differ", { allOf: [to("Deep"), own] }],
  ["own members on one side", { allOf: [to("A"), { properties: { w: { writeOnly: true } } }] }],
  ["a base that extends it", { allOf: [to("Loop"), own] }],
  ["a missing base", { allOf: [to("Missing"), own] }],
])("%s: the object has all members itself", (_, It) => {
  expect(baseOf({ It })).toBeUndefined();
});

test("an object without a name of its own extends as well", () => {
  expect(baseOf({ Outer: { properties: { it: { allOf: [to("A"), own] } } } })).toBe(
    "/components/schemas/A",
  );
});

test("the variants of a discriminated union keep their narrowed members", () => {
  const kind = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const { models } = built({
    components: {
      schemas: {
        Any: { oneOf: [to("Cat"), to("Dog")], discriminator: { propertyName: "kind" } },
        Kind: kind,
        Cat: { allOf: [to("Kind"), own] },
        Dog: { allOf: [to("Kind"), own] },
      },
    },
  }).api;
  for (const { type } of models) expect(type).not.toHaveProperty("base");
});
