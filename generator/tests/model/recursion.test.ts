import { expect, test } from "vitest";
import { build } from "../../src/model/build.js";
import { documentOf } from "./documents.js";
import { limits } from "../../../tests/support/limits.js";

const C = { $ref: "#/components/schemas/C" };
const member = (schema: object): object => ({
  C: { type: "object", properties: { child: schema } },
});
const y = { properties: { y: { type: "string" } } };

test.for<[what: string, schemas: object]>([
  ["a member, by allOf with members of its own", member({ allOf: [C, y] })],
  ["a member, by a $ref with siblings", member({ ...C, required: ["z"] })],
  ["a list", member({ type: "array", items: { ...C, required: ["z"] } })],
  ["a variant of a union", member({ anyOf: [{ ...C, required: ["z"] }, { type: "string" }] })],
  ["other members", { C: { additionalProperties: { ...C, patternProperties: {} } } }],
  [
    "a variant with other members",
    { C: { additionalProperties: { anyOf: [{ ...C, patternProperties: {} }] } } },
  ],
  [
    "a member that is merged at every level",
    member({ allOf: [C, { properties: { child: { type: "object", ...y } } }] }),
  ],
  [
    "each other",
    {
      A: { type: "object", properties: { b: { allOf: [{ $ref: "#/components/schemas/B" }, y] } } },
      B: { type: "object", properties: { a: { allOf: [{ $ref: "#/components/schemas/A" }, y] } } },
    },
  ],
])("a schema may hold itself with more: as %s", ([, schemas]) => {
  const { value } = build(documentOf({ components: { schemas } }));
  const pointers = value?.models.map(({ pointer }) => pointer) ?? [];
  expect(pointers.length).toBeGreaterThan(0);
  const refs = [...JSON.stringify(value?.models).matchAll(/"to":"([^"]+)"/g)].map(([, to]) => to);
  expect(refs.length).toBeGreaterThan(0);
  expect(pointers).toEqual(expect.arrayContaining(refs));
});

test("a schema that extends its parent contains children of its own kind", () => {
  const { value } = build(documentOf({ components: { schemas: member({ allOf: [C, y] }) } }));
  const types = Object.fromEntries(value?.models.map(({ pointer, type }) => [pointer, type]) ?? []);
  const child = "/components/schemas/C/properties/child";
  expect(types[child]).toMatchObject({
    kind: "object",
    fields: [
      { wire: "child", type: { kind: "ref", to: child } },
      { wire: "y", type: { kind: "string" } },
    ],
  });
});

const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

test("what is merged in several ways is one model, so that levels add up instead of multiplying", () => {
  const level = (name: string, depth: number): object =>
    depth === 12 ? {} : { a: to(`${name}${depth + 1}`), b: to(`${name}${depth + 1}`) };
  const schemas = Object.fromEntries(
    Array.from({ length: 13 }, (_, depth) =>
      ["X", "Y"].map((name) => {
        const properties = { [`of${name}`]: { type: "string" }, ...level(name, depth) };
        return [`${name}${depth}`, { type: "object", properties }];
      }),
    ).flat(),
  );
  const { value } = build(
    documentOf({ components: { schemas: { ...schemas, Both: { allOf: [to("X0"), to("Y0")] } } } }),
  );
  const merged = value?.models.filter(({ type }) => /ofX.*ofY/s.test(JSON.stringify(type)));
  expect(merged).toHaveLength(1 + 12 * 2);
});

/** How often the last schema is read. */
function reads(links: number): number {
  let count = 0;
  const last = {
    get type() {
      count++;
      return "string";
    },
  };
  const entries = Array.from({ length: links }, (_, index) => {
    const next = { allOf: [to(`L${index + 1}`), { type: "object" }] };
    const more = { type: "object", properties: { [`p${index}`]: next } };
    return [`L${index}`, { allOf: [to(`L${index + 1}`), more] }];
  });
  const end = { [`L${links}`]: { type: "object", properties: { last } } };
  build(documentOf({ components: { schemas: { ...Object.fromEntries(entries), ...end } } }));
  return count;
}

test("a part at the end of a chain of allOf is read once per link", () => {
  expect(reads(12)).toBeLessThan(3 * reads(6));
});

test(
  "parts with too many combinations are unknown from some level on, with a warning",
  { timeout: limits.computing },
  () => {
    const last = { type: "object", properties: { end: { type: "string" } } };
    const entries = Array.from({ length: 10 }, (_, index) => {
      const next = to(`N${index + 1}`);
      return [`N${index}`, { type: "object", properties: { a: next, b: next } }];
    });
    const start = { a: { allOf: [to("Start"), to("N0")] }, b: to("Start") };
    const schemas = { ...Object.fromEntries(entries), N10: last };
    const { value, diagnostics } = build(
      documentOf({
        components: { schemas: { Start: { type: "object", properties: start }, ...schemas } },
      }),
    );
    expect(value?.models.length).toBeGreaterThan(12);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["merge-too-deep"]));
  },
);
