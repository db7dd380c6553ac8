import { expect, test } from "vitest";
import type { JsonObject } from "../../src/document/json.js";
import { upgrade } from "../../src/load/upgrade.js";

interface Made {
  readonly schemas: Readonly<Record<string, unknown>>;
  readonly document: JsonObject;
  readonly warnings: readonly string[];
}

function made(schemas: JsonObject, more: JsonObject = {}): Made {
  const { value, diagnostics } = upgrade({ openapi: "3.1.0", ...more, components: { schemas } });
  const document = value as JsonObject; // like what is given
  const { components } = document as { components: { schemas: JsonObject } };
  return {
    document,
    schemas: components.schemas,
    warnings: diagnostics.map(({ code, pointer }) => `${code} ${pointer}`),
  };
}

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const item = { $dynamicRef: "#item" };
const items = (of: JsonObject): JsonObject => ({ type: "array", items: of });

const List = {
  type: "object",
  required: ["items"],
  properties: { items: items(item), next: { type: "string" } },
  $defs: { item: { $dynamicAnchor: "item", not: {} } },
};
const bind = (of: JsonObject): JsonObject => ({
  $defs: { item: { $dynamicAnchor: "item", ...of } },
});

test("a schema that binds the items of a generic list is a list of them", () => {
  const PetList = { description: "Pets", ...to("List"), ...bind(to("Pet")) };
  const { schemas, warnings } = made({ List, Pet: {}, PetList });
  expect(warnings).toEqual([]);
  expect(schemas.PetList).toEqual({
    ...List,
    description: "Pets",
    properties: { items: items(to("Pet")), next: { type: "string" } },
    ...bind(to("Pet")),
  });
  expect(schemas.List).toMatchObject({ properties: { items: items(to("List/$defs/item")) } });
});

test("inline items are referred to where they are", () => {
  const { schemas } = made({ List, Names: { ...to("List"), ...bind({ type: "string" }) } });
  expect(schemas.Names).toMatchObject({ properties: { items: items(to("Names/$defs/item")) } });
});

test("each use of a generic schema has its own items", () => {
  const use = (name: string): JsonObject => ({ ...to("List"), ...bind(to(name)) });
  const Both = { properties: { pets: use("Pet"), owners: use("Owner") } };
  const content = { "application/json": { schema: use("Pet") } };
  const paths = { "/pets": { get: { responses: { 200: { content } } } } };
  const { schemas, document } = made({ List, Pet: {}, Owner: {}, Both }, { paths });
  expect(schemas.Both).toMatchObject({
    properties: {
      pets: { properties: { items: items(to("Pet")) } },
      owners: { properties: { items: items(to("Owner")) } },
    },
  });
  expect(JSON.stringify(document["paths"])).toContain(JSON.stringify(items(to("Pet"))));
});

test("the outermost schema decides, through any number of refs", () => {
  const Page = { properties: { list: to("List") }, ...bind({}) };
  const PetPage = { ...to("Page"), ...bind(to("Pet")) };
  const Special = { ...to("PetPage"), ...bind(to("Dog")) };
  const { schemas } = made({ List, Page, PetPage, Special, Pet: {}, Dog: {} });
  const list = (name: string): object => ({
    properties: { list: { properties: { items: items(to(name)) } } },
  });
  expect(schemas.PetPage).toMatchObject(list("Pet"));
  expect(schemas.Special).toMatchObject(list("Dog"));
});

test("a schema with members of its own and a generic one are parts of an allOf", () => {
  const Mine = { ...to("List"), properties: { total: { type: "integer" } }, ...bind(to("Pet")) };
  const { schemas } = made({ List, Pet: {}, Mine });
  expect(schemas.Mine).toMatchObject({
    properties: { total: { type: "integer" } },
    allOf: [{ properties: { items: items(to("Pet")) } }],
  });
});

test("a tree that is extended has children that are extended", () => {
  const Tree = {
    $id: "tree",
    $dynamicAnchor: "node",
    type: "object",
    properties: { data: true, children: items({ $dynamicRef: "#node" }) },
  };
  const StrictTree = {
    $id: "strict",
    $dynamicAnchor: "node",
    ...to("Tree"),
    unevaluatedProperties: false,
  };
  const { schemas } = made({ Tree, StrictTree });
  expect(schemas.Tree).toMatchObject({ properties: { children: items(to("Tree")) } });
  expect(schemas.StrictTree).toMatchObject({
    properties: { data: true, children: items(to("StrictTree")) },
    unevaluatedProperties: false,
  });
});

test("a generic schema that contains itself ends", () => {
  const Node = {
    properties: { value: { $dynamicRef: "#T" }, next: to("Node") },
    $defs: { T: { $dynamicAnchor: "T" } },
  };
  const Numbers = { ...to("Node"), $defs: { T: { $dynamicAnchor: "T", type: "number" } } };
  const { schemas, warnings } = made({ Node, Numbers });
  expect(warnings).toEqual([]);
  expect(schemas.Numbers).toMatchObject({
    properties: { value: to("Numbers/$defs/T"), next: to("Numbers") },
  });
});

test.each<readonly [string, JsonObject, JsonObject]>([
  ["an anchor", { $anchor: "item" }, to("A/$defs/x")],
  ["a dynamic anchor", { $dynamicAnchor: "item" }, to("A/$defs/x")],
  ["nothing", {}, {}],
])("without another binding, $dynamicRef leads to %s", (_, x, want) => {
  const { schemas, warnings } = made({ A: { items: item, $defs: { x } } });
  expect(schemas.A).toMatchObject({ items: want });
  expect(warnings).toEqual(
    "$ref" in want ? [] : ["ref-missing /components/schemas/A/items/$dynamicRef"],
  );
});

test.each<readonly [JsonObject, JsonObject]>([
  [{ $dynamicRef: "#/components/schemas/B" }, to("B")],
  [{ $dynamicRef: "other#item" }, to("A/$defs/item")],
])("%j is %j", (ref, want) => {
  const { schemas } = made({
    A: { items: ref, $defs: { item: { $dynamicAnchor: "item" } } },
    B: {},
  });
  expect(schemas.A).toMatchObject({ items: want });
});

test("$recursiveRef is a $dynamicRef without a name", () => {
  const Tree = { $recursiveAnchor: true, properties: { children: items({ $recursiveRef: "#" }) } };
  const Named = { $recursiveAnchor: true, ...to("Tree"), required: ["name"] };
  const { schemas } = made({ Tree, Named });
  expect(schemas.Tree).toMatchObject({ properties: { children: items(to("Tree")) } });
  expect(schemas.Named).toMatchObject({
    allOf: [{ properties: { children: items(to("Named")) } }],
    required: ["name"],
  });
});

test("$recursiveRef without an anchor is the schema itself", () => {
  const { schemas, warnings } = made({ Tree: { items: { $recursiveRef: "#" } } });
  expect(warnings).toEqual([]);
  expect(schemas.Tree).toEqual({ items: to("Tree") });
});

test("a hostile document does not fill the memory", () => {
  const level = (n: number): JsonObject => ({
    properties: { a: to(`L${n + 1}`), b: to(`L${n + 1}`) },
  });
  const levels = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`L${n}`, level(n)]));
  const started = performance.now();
  made({ ...levels, L40: List, A: { ...to("L0"), ...bind(to("Pet")) }, Pet: {} });
  expect(performance.now() - started).toBeLessThan(5_000);
});
