import { expect, test } from "vitest";
import type { Type } from "../../src/model/types.js";
import { built, codesOf, modelsOf, ref, string, typeOf } from "./documents.js";

const optional = (value: string): object => ({ properties: { kind: { const: value } } });

const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const pet = (kind?: object): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind: kind ?? { type: "string" } },
});
const tagged = (cat: readonly string[], dog: readonly string[], open = true): Type => ({
  kind: "union",
  variants: [
    { type: ref("Cat"), discriminatorValues: cat },
    { type: ref("Dog"), discriminatorValues: dog },
  ],
  discriminator: { wire: "kind" },
  open,
});
const oneOf = [to("Cat"), to("Dog")];
const discriminator = { propertyName: "kind" };

test.each<readonly [string, object, object, Type]>([
  [
    "a mapping by ref",
    {
      oneOf,
      discriminator: {
        ...discriminator,
        mapping: {
          c: "#/components/schemas/Cat",
          d: "#/components/schemas/Dog",
          dd: "#/components/schemas/Dog",
        },
      },
    },
    { Cat: pet(), Dog: pet() },
    tagged(["c"], ["d", "dd"]),
  ],
  [
    "a mapping by bare name",
    { oneOf, discriminator: { ...discriminator, mapping: { c: "Cat", d: "Dog" } } },
    { Cat: pet(), Dog: pet() },
    tagged(["c"], ["d"]),
  ],
  [
    "constants",
    { oneOf, discriminator },
    { Cat: pet({ const: "cat" }), Dog: pet({ enum: ["dog"] }) },
    tagged(["cat"], ["dog"]),
  ],
  [
    "names of components",
    { oneOf, discriminator },
    { Cat: pet(), Dog: pet() },
    tagged(["Cat"], ["Dog"]),
  ],
  [
    "names of components if a common enum tells nothing apart",
    { oneOf, discriminator },
    { Cat: pet({ enum: ["Cat", "Dog"] }), Dog: pet({ enum: ["Cat", "Dog"] }) },
    tagged(["Cat"], ["Dog"]),
  ],
  [
    "constants without a discriminator",
    { anyOf: oneOf },
    { Cat: pet({ const: "cat" }), Dog: pet({ const: "dog" }) },
    tagged(["cat"], ["dog"]),
  ],
  [
    "a closed union",
    { oneOf, discriminator, "x-speakeasy-unknown-values": "disallow" },
    { Cat: pet(), Dog: pet() },
    tagged(["Cat"], ["Dog"], false),
  ],
])("variants are told apart by %s", (_, schema, others, want) => {
  expect(typeOf(schema, others)).toEqual(want);
});

test("the discriminator property has only the values of its variant", () => {
  const models = modelsOf({
    Pet: {
      oneOf,
      discriminator: { ...discriminator, mapping: { cat: "Cat", tom: "Cat", dog: "Dog" } },
    },
    Cat: pet(),
    Dog: pet(),
  });
  const kind = (index: number): unknown => {
    const type = models[index]?.type;
    return type?.kind === "object" ? type.fields[0]?.type : undefined;
  };
  expect(kind(1)).toMatchObject({
    kind: "union",
    variants: [{ type: { value: "cat" } }, { type: { value: "tom" } }],
  });
  expect(kind(2)).toEqual({ kind: "literal", value: "dog" });
});

test("an optional constant does not tell variants apart", () => {
  const type = typeOf({ oneOf }, { Cat: optional("cat"), Dog: optional("dog") });
  expect(type).toMatchObject({ kind: "union", open: false });
  expect(type).not.toHaveProperty("discriminator");
});

test("a discriminator that tells nothing apart is a warning", () => {
  const { diagnostics } = built({
    components: {
      schemas: {
        It: { oneOf: [{ properties: { a: true } }, { properties: { b: true } }], discriminator },
      },
    },
  });
  expect(codesOf(diagnostics)).toEqual(["discriminator-ignored"]);
});

test("inline variants are named after the owner and their title, constant or number", () => {
  const models = modelsOf({
    It: {
      oneOf: [
        { title: "First", properties: { a: { type: "string" } } },
        { properties: { kind: { const: "second" } } },
        { properties: { c: { type: "string" } } },
        { title: "It really", properties: { d: { type: "string" } } },
      ],
    },
  });
  expect(models.map(({ suggestedName }) => suggestedName)).toEqual([
    "It",
    "It First",
    "It second",
    "It 3",
    "It really",
  ]);
});

test("a nullable union is a model or null where it is used", () => {
  const models = modelsOf({
    Owner: { properties: { pet: { oneOf: [to("Cat"), to("Dog"), { type: "null" }] } } },
    Cat: pet({ const: "cat" }),
    Dog: pet({ const: "dog" }),
  });
  expect(models[0]?.type).toMatchObject({
    fields: [
      {
        type: {
          kind: "union",
          variants: [{ type: ref("Owner/properties/pet") }, { type: { kind: "null" } }],
        },
      },
    ],
  });
  expect(models[1]).toMatchObject({ suggestedName: "Owner pet", type: tagged(["cat"], ["dog"]) });
});

test("a nested union has the values of its variants", () => {
  const type = typeOf(
    { oneOf: [to("Cats"), to("Dog")], discriminator },
    {
      Cats: { oneOf: [to("Cat"), to("Lion")] },
      Cat: pet({ const: "cat" }),
      Lion: pet({ const: "lion" }),
      Dog: pet({ const: "dog" }),
    },
  );
  expect(type).toMatchObject({
    variants: [{ discriminatorValues: ["cat", "lion"] }, { discriminatorValues: ["dog"] }],
  });
});

test("an object without properties in a union stays an open record", () => {
  expect(typeOf({ anyOf: [{ type: "string" }, { type: "object" }] })).toMatchObject({
    variants: [
      { type: string },
      { type: { kind: "object", fields: [], extra: { kind: "unknown" } } },
    ],
  });
});

test("the discriminator value of a variant is found in its base", () => {
  const base = { Base: pet({ const: "cat" }) };
  const type = typeOf(
    { oneOf },
    {
      ...base,
      Cat: { allOf: [to("Base"), { properties: { a: { type: "string" } } }] },
      Dog: pet({ const: "dog" }),
    },
  );
  expect(type).toEqual(tagged(["cat"], ["dog"]));
});
