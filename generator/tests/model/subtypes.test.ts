import { describe, expect, test } from "vitest";
import type { Type, Variant } from "../../src/model/types.js";
import { built, codesOf, field, modelsOf, objectOf, ref, string, typeOf } from "./documents.js";

const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const own = (name: string): object => ({ properties: { [name]: { type: "string" } } });
const child = (of: string, name: string): object => ({ allOf: [to(of), own(name)] });
const kind = { type: "string" };
const base = (more: object = {}): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind, id: { type: "string" } },
  discriminator: { propertyName: "kind" },
  ...more,
});
const mapped = (mapping: object): object =>
  base({ discriminator: { propertyName: "kind", mapping } });
const cats = { Cat: child("It", "c"), Dog: child("It", "d") };

/** The values of each variant, by the name of its schema. */
function valuesIn(type: Type): Record<string, readonly string[]> {
  if (type.kind !== "union") throw new Error(`not a union but ${type.kind}`);
  expect(type.discriminator?.wire).toBe("kind");
  return Object.fromEntries(
    type.variants.map(({ type: of, discriminatorValues }) => [nameOf(of), discriminatorValues]),
  );
}

function nameOf(type: Variant["type"]): string {
  if (type.kind === "ref") return type.to.replace("/components/schemas/", "");
  return type.kind === "intersection" ? type.parts.slice(1).map(nameOf).join(" & ") : type.kind;
}

const literal = (value: string): Type => ({ kind: "literal", value });

const members = "It/discriminator";

describe("a base with a discriminator is a union of what extends it", () => {
  test.each<readonly [string, object, object, Record<string, readonly string[]>]>([
    [
      "by full refs",
      mapped({ cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" }),
      cats,
      { Cat: ["cat"], Dog: ["dog"] },
    ],
    ["by names", mapped({ cat: "Cat", dog: "Dog" }), cats, { Cat: ["cat"], Dog: ["dog"] }],
    [
      "by names with dots, slashes and escapes",
      mapped({
        a: "My.Cat",
        b: "#/components/schemas/a~1b",
        c: "#/components/schemas/My%20Dog",
        d: "a/b",
      }),
      { "My.Cat": child("It", "c"), "a/b": child("It", "d"), "My Dog": child("It", "e") },
      { "My.Cat": ["a"], "a~1b": ["b", "d"], "My Dog": ["c"] },
    ],
    [
      "by an alias",
      mapped({ cat: "Alias", dog: "Dog" }),
      { ...cats, Alias: to("Cat") },
      { Cat: ["cat"], Dog: ["dog"] },
    ],
    [
      "with several values for one schema",
      mapped({ cat: "Cat", tom: "Cat", dog: "Dog" }),
      cats,
      { Cat: ["cat", "tom"], Dog: ["dog"] },
    ],
    [
      "by a mapping of some, and the names of the others",
      mapped({ cat: "Cat" }),
      cats,
      { Cat: ["cat"], Dog: ["Dog"] },
    ],
    [
      "by a mapping that names the base",
      mapped({ cat: "Cat", dog: "Dog", it: "It" }),
      cats,
      { Cat: ["cat"], Dog: ["dog"], [members]: ["it"] },
    ],
    [
      "by a mapping that leads nowhere",
      mapped({ cat: "Cat", fish: "Fish", dog: "Dog" }),
      cats,
      { Cat: ["cat"], Dog: ["dog"] },
    ],
    ["by their names", base(), cats, { Cat: ["Cat"], Dog: ["Dog"], [members]: ["It"] }],
    [
      "by their constants",
      base(),
      {
        Cat: { allOf: [to("It"), { properties: { kind: { const: "cat" } } }] },
        Dog: { allOf: [to("It")], properties: { kind: { enum: ["dog", "puppy"] } } },
      },
      { Cat: ["cat"], Dog: ["dog", "puppy"], [members]: ["It"] },
    ],
    [
      "by the values of an enum that are spelled as their names, and others for the base",
      base({ properties: { kind: { enum: ["CAT", "guide-dog", "fish"] }, id: string } }),
      { Cat: child("It", "c"), GuideDog: child("It", "d") },
      { Cat: ["CAT"], GuideDog: ["guide-dog"], [members]: ["fish"] },
    ],
    [
      "beside a reference",
      mapped({ cat: "Cat" }),
      { Cat: { ...to("It"), ...own("c") } },
      { Cat: ["cat"] },
    ],
    [
      "in parts of parts",
      mapped({ cat: "Cat" }),
      { Cat: { allOf: [{ allOf: [to("It"), own("c")] }] } },
      { Cat: ["cat"] },
    ],
    [
      "without members of their own",
      base(),
      { Cat: { allOf: [to("It")] } },
      {
        Cat: ["Cat"],
        [members]: ["It"],
      },
    ],
    [
      "with schemas that only the mapping names",
      mapped({ cat: "Cat", other: "Other" }),
      { Cat: child("It", "c"), Other: own("o") },
      { Cat: ["cat"], [`Other & ${members}`]: ["other"] },
    ],
    [
      "at any depth, each by its name",
      base(),
      { Cat: child("It", "c"), Lion: child("Cat", "l") },
      { "Cat/discriminator": ["Cat"], Lion: ["Lion"], [members]: ["It"] },
    ],
    [
      "at any depth, without those in between if the mapping leaves them out",
      mapped({ lion: "Lion" }),
      { Cat: child("It", "c"), Lion: child("Cat", "l") },
      { Lion: ["lion"] },
    ],
    [
      "with mappings at several levels",
      mapped({ cat: "Cat" }),
      {
        Cat: {
          allOf: [to("It"), own("c")],
          discriminator: { propertyName: "kind", mapping: { lion: "Lion" } },
        },
        Lion: child("Cat", "l"),
      },
      { "Cat/discriminator": ["cat"], Lion: ["lion"] },
    ],
    [
      "with unions of their own",
      mapped({ cat: "Cat", dog: "Dog" }),
      {
        Cat: { allOf: [to("It"), own("c")], discriminator: { propertyName: "breed" } },
        Lion: child("Cat", "l"),
        Dog: child("It", "d"),
      },
      { Cat: ["cat"], Dog: ["dog"] },
    ],
    [
      "with the discriminator in a part",
      { allOf: [mapped({ cat: "Cat" }), own("more")] },
      { Cat: child("It", "c") },
      { Cat: ["cat"] },
    ],
    [
      "listed in `oneOf`",
      { ...mapped({ cat: "Cat", dog: "Dog" }), oneOf: [to("Cat"), to("Dog")] },
      cats,
      { Cat: ["cat"], Dog: ["dog"] },
    ],
  ])("%s", (_, schema, others, want) => {
    const { api, diagnostics } = built({ components: { schemas: { It: schema, ...others } } });
    expect(valuesIn(api.models[0]?.type ?? string)).toEqual(want);
    expect(codesOf(diagnostics)).toEqual([]);
  });
});

test("the subtypes have their values, and extend what they have in common", () => {
  const models = modelsOf({ It: mapped({ cat: "Cat", dog: "Dog" }), ...cats });
  expect(models.map(({ suggestedName }) => suggestedName)).toEqual(["It", "It base", "Cat", "Dog"]);
  expect(models[0]?.type).toMatchObject({ open: true, fallback: ref(members) });
  expect(models[1]?.type).toEqual(objectOf(field("id", string)));
  expect(models[2]?.type).toEqual({
    ...objectOf(
      field("kind", { kind: "literal", value: "cat" }, { required: true }),
      field("id", string),
      field("c", string),
    ),
    base: `/components/schemas/${members}`,
  });
});

test("a base of subtypes with a discriminator of their own has that of its own base", () => {
  const models = modelsOf({
    It: mapped({ cat: "Cat" }),
    Cat: {
      allOf: [to("It")],
      required: ["breed"],
      properties: { breed: { type: "string" } },
      discriminator: { propertyName: "breed", mapping: { lion: "Lion" } },
    },
    Lion: child("Cat", "l"),
  });
  const typeAt = (path: string): Type | undefined =>
    models.find(({ pointer }) => pointer === `/components/schemas/${path}`)?.type;
  expect(typeAt("Cat/discriminator")).toMatchObject({
    fields: [{ wire: "kind", type: literal("cat") }, { wire: "id" }],
    base: `/components/schemas/${members}`,
  });
  expect(typeAt("Lion")).toMatchObject({
    fields: [
      { wire: "kind", type: literal("cat") },
      { wire: "id" },
      { wire: "breed", type: literal("lion") },
      { wire: "l" },
    ],
    base: "/components/schemas/Cat/discriminator",
  });
});

test("a base that nobody extends stays an object, with a warning", () => {
  const { api, diagnostics } = built({ components: { schemas: { It: base() } } });
  expect(api.models[0]?.type.kind).toBe("object");
  expect(codesOf(diagnostics)).toEqual(["discriminator-ignored"]);
});

test("a closed base has only its subtypes", () => {
  const type = typeOf(
    { ...mapped({ cat: "Cat", dog: "Dog" }), "x-speakeasy-unknown-values": "disallow" },
    cats,
  );
  expect(type).toMatchObject({ kind: "union", open: false });
  expect(type).not.toHaveProperty("fallback");
});

test.each<readonly [string, object, object]>([
  ["an optional discriminator", { required: [] }, { wire: "kind", optional: true }],
  ["an undeclared discriminator", { required: [], properties: {} }, { wire: "kind" }],
])("%s is optional only if the document says so", (_, more, discriminator) => {
  const type = typeOf({ ...mapped({ cat: "Cat" }), ...more }, { Cat: child("It", "c") });
  expect(type).toMatchObject({ kind: "union", discriminator });
});

test("a nullable base is null or one of its subtypes, also of a single one", () => {
  const models = modelsOf({
    Owner: { properties: { pet: to("It") } },
    It: { ...mapped({ cat: "Cat" }), type: ["object", "null"] },
    Cat: child("It", "c"),
  });
  const [owner, it] = models;
  expect(owner?.type).toMatchObject({
    fields: [{ type: { variants: [{ type: ref("It") }, { type: { kind: "null" } }] } }],
  });
  expect(it?.type).toMatchObject({ kind: "union", discriminator: { wire: "kind" } });
});

test("an inline schema with a base in `allOf` is any of its subtypes, with more members", () => {
  const models = modelsOf({
    Owner: { properties: { pet: { allOf: [to("It"), own("since")] } } },
    It: mapped({ cat: "Cat", dog: "Dog" }),
    ...cats,
  });
  const pet = models.find(({ suggestedName }) => suggestedName === "Owner pet");
  expect(pet?.type).toMatchObject({ kind: "intersection", parts: [{}, ref("It")] });
});

test("a base without other members has subtypes without a common base", () => {
  const type = typeOf(
    { ...base({ properties: { kind } }) },
    { Cat: child("It", "c"), Dog: child("It", "d") },
  );
  expect(type).toMatchObject({ kind: "union", fallback: { kind: "object", fields: [] } });
});

test("a choice of subtypes elsewhere is told apart as their base says", () => {
  const type = typeOf(
    { oneOf: [to("Cat"), to("Dog")] },
    { Base: mapped({ cat: "Cat", dog: "Dog" }), Cat: child("Base", "c"), Dog: child("Base", "d") },
  );
  expect(valuesIn(type)).toEqual({ Cat: ["cat"], Dog: ["dog"] });
});

test("a base that lists its subtypes without a discriminator is a plain union of them", () => {
  const { models } = built({
    components: {
      schemas: {
        It: { ...own("id"), oneOf: [to("Cat"), to("Dog")] },
        Cat: child("It", "c"),
        Dog: child("It", "d"),
      },
    },
  }).api;
  expect(models[0]?.type).toMatchObject({ kind: "union", variants: [{ type: ref("Cat") }, {}] });
  expect(models.find(({ suggestedName }) => suggestedName === "Cat")?.type).toMatchObject({
    kind: "object",
    fields: [{ wire: "id" }, { wire: "c" }],
  });
});

test.each<readonly [string, object]>([
  ["schemas that extend each other", { It: { ...base(), allOf: [to("Cat")] }, ...cats }],
  ["a schema that extends itself", { It: { ...base(), allOf: [to("It")] }, ...cats }],
  ["a mapping to itself alone", { It: mapped({ it: "It" }) }],
  ["a mapping in circles", { It: mapped({ a: "A" }), A: to("B"), B: to("A"), ...cats }],
  ["a discriminator without a name", { It: base({ discriminator: {} }), ...cats }],
])("%s do not end in a loop", (_, schemas) => {
  expect(() => modelsOf(schemas)).not.toThrow();
});

test("a long chain of bases is built in time that grows with its length", () => {
  const levels = 400;
  const schemas = Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `S${level}`,
      level === 0 ? base() : child(`S${level - 1}`, `p${level}`),
    ]),
  );
  expect(modelsOf(schemas).length).toBeGreaterThan(levels);
});

describe("a subtype with a choice beside its base", () => {
  const choice = { oneOf: [own("a"), own("b")] };

  test.each<readonly [string, object]>([
    ["in allOf", { allOf: [to("It"), choice] }],
    ["beside allOf", { allOf: [to("It")], ...choice }],
    ["with members of its own", { allOf: [to("It"), choice], ...own("c") }],
  ])("keeps the members of the base: %s", (_, Cat) => {
    const { api, diagnostics } = built({ components: { schemas: { It: base(), Cat } } });
    expect(codesOf(diagnostics)).not.toContain("schema-circular");
    const cat = api.models.find(({ pointer }) => pointer === "/components/schemas/Cat")?.type;
    const parts = cat?.kind === "intersection" ? cat.parts : [];
    const members = parts.map((part) =>
      part.kind === "ref" ? api.models.find(({ pointer }) => pointer === part.to)?.type : part,
    );
    expect(members.map((type) => type?.kind)).toEqual(["object", "union"]);
    expect(JSON.stringify(members[0])).toContain('"id"');
  });

  test("is only the choice, where the base has no members", () => {
    const It = { ...base(), properties: { kind } };
    const Cat = { allOf: [to("It"), choice] };
    const { models } = built({ components: { schemas: { It, Cat } } }).api;
    const cat = models.find(({ pointer }) => pointer === "/components/schemas/Cat");
    expect(cat?.type.kind).toBe("ref");
  });
});
