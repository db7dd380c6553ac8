/** Our schemas inside a user's own zod, which uses their `_zod` and not their class. */
import { expect, test } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";
import { deepFreeze } from "./deep-freeze.js";
import { Connection } from "../../types/models.js";

const wire = () => ({
  id: "c-1",
  group: { group_ref: "g", plan: "gold" },
  create_time: "2026-01-02T03:04:05Z",
  status: "brand_new",
  scopes: ["read"],
  unnamed: { kept: true },
});
const value = () => ({
  id: "c-1",
  group: { groupRef: "g", plan: "gold" },
  createTime: new Date("2026-01-02T03:04:05Z"),
  status: "brand_new",
  scopes: ["read"],
  unnamed: { kept: true },
});
const sent = () => ({ ...wire(), create_time: "2026-01-02T03:04:05.000Z" });

/** The common part of zod and zod/mini, so that every case runs in both. */
const flavours = [
  ["zod", z],
  ["zod/mini", mini],
  ["zod, without eval", z],
] as const;

const cases: readonly [
  name: string,
  of: (zod: typeof mini) => mini.core.$ZodType,
  wire: unknown,
  value: unknown,
  sent?: unknown,
][] = [
  ["itself", () => Connection, wire(), value(), sent()],
  ["object", (zod) => zod.object({ c: Connection }), { c: wire() }, { c: value() }, { c: sent() }],
  [
    "looseObject",
    (zod) => zod.looseObject({ c: Connection }),
    { c: wire() },
    { c: value() },
    { c: sent() },
  ],
  [
    "strictObject",
    (zod) => zod.strictObject({ c: Connection }),
    { c: wire() },
    { c: value() },
    { c: sent() },
  ],
  ["array", (zod) => zod.array(Connection), [wire(), wire()], [value(), value()], [sent(), sent()]],
  ["set", (zod) => zod.set(Connection), new Set([wire()]), new Set([value()]), new Set([sent()])],
  [
    "map",
    (zod) => zod.map(zod.string(), Connection),
    new Map([["a", wire()]]),
    new Map([["a", value()]]),
    new Map([["a", sent()]]),
  ],
  [
    "optional, there",
    (zod) => zod.object({ c: zod.optional(Connection) }),
    { c: wire() },
    { c: value() },
    { c: sent() },
  ],
  ["optional, absent", (zod) => zod.object({ c: zod.optional(Connection) }), {}, {}, {}],
  ["nullable", (zod) => zod.nullable(Connection), null, null, null],
  ["union", (zod) => zod.union([zod.string(), Connection]), wire(), value(), sent()],
  ["union, other variant", (zod) => zod.union([Connection, zod.string()]), "text", "text", "text"],
  [
    "record",
    (zod) => zod.record(zod.string(), Connection),
    { a: wire() },
    { a: value() },
    { a: sent() },
  ],
  ["tuple", (zod) => zod.tuple([zod.number(), Connection]), [1, wire()], [1, value()], [1, sent()]],
  ["lazy", (zod) => zod.lazy(() => Connection), wire(), value(), sent()],
  ["readonly", (zod) => zod.readonly(Connection), wire(), value(), sent()],
  [
    "nested",
    (zod) => zod.object({ page: zod.object({ items: zod.array(Connection) }) }),
    { page: { items: [wire()] } },
    { page: { items: [value()] } },
    { page: { items: [sent()] } },
  ],
];

for (const [flavour, zod] of flavours) {
  // A new object each time, because older versions of zod write the direction into it.
  const context = () => ({ jitless: flavour.includes("without eval") });

  test.for(cases)(`${flavour}: %s decodes and encodes`, ([, of, wire, value, sent]) => {
    const schema = of(zod as typeof mini);
    const input = deepFreeze(structuredClone(wire));
    const decoded = zod.parse(schema, input, context());
    expect(decoded).toEqual(value);
    expect(input).toEqual(wire);
    expect(zod.encode(schema, deepFreeze(decoded) as never, context())).toEqual(sent);
    expect(zod.decode(schema, input as never, context())).toEqual(value);
  });

  test(`${flavour}: issues have paths from the outermost schema, and types instead of values`, async () => {
    const schema = (zod as typeof mini).object({ list: (zod as typeof mini).array(Connection) });
    const bad = {
      list: [wire(), { ...wire(), group: { group_ref: 5 }, scopes: ["a", { secret: "hush" }] }],
    };
    const failed = zod.safeParse(schema, bad, context());
    expect(failed.success).toBe(false);
    expect(failed.error?.issues.map(({ path, code }) => [code, path])).toEqual([
      ["invalid_type", ["list", 1, "group", "group_ref"]],
      ["invalid_type", ["list", 1, "scopes", 1]],
    ]);
    expect(JSON.stringify(failed.error)).not.toContain("hush");
    expect((await zod.safeParseAsync(schema, bad, context())).error?.issues).toEqual(
      failed.error?.issues,
    );
    expect((await zod.parseAsync(schema, { list: [wire()] }, context())).list).toEqual([value()]);
  });
}

test("refinements and transforms of the user receive the decoded value", () => {
  const schema = z
    .object({ c: Connection })
    .refine(({ c }) => c.createTime instanceof Date, "no Date")
    .transform(({ c }) => c.createTime.getTime());
  expect(z.parse(schema, { c: wire() })).toBe(Date.parse("2026-01-02T03:04:05Z"));
  const piped = z.pipe(
    Connection,
    z.transform((c) => c.id),
  );
  expect(z.parse(piped, wire())).toBe("c-1");
  expect(z.safeParse(piped, {}).success).toBe(false);
});

test("derived object schemas keep working: extend, pick, partial, required, intersection", () => {
  const base = z.object({ c: Connection, n: z.number() });
  expect(z.parse(base.extend({ d: Connection }), { c: wire(), n: 1, d: wire() }).d).toEqual(
    value(),
  );
  expect(z.parse(base.pick({ c: true }), { c: wire() })).toEqual({ c: value() });
  expect(z.parse(base.partial(), {})).toEqual({});
  expect(z.parse(base.partial().required(), { c: wire(), n: 1 }).c).toEqual(value());
  const both = z.intersection(z.object({ c: Connection }), z.object({ n: z.number() }));
  expect(z.parse(both, { c: wire(), n: 1 })).toEqual({ c: value(), n: 1 });
  expect(z.parse(z.prefault(Connection, wire()), undefined)).toEqual(value());
  expect(z.parse(z._default(Connection, value()), undefined)).toEqual(value());
  expect(
    z.parse(
      z.catch(Connection, () => value()),
      5,
    ),
  ).toEqual(value());
  expect(z.parse(z.promise(z.string()).or(Connection), wire())).toEqual(value());
});

test("the JSON Schema of a model is {}, if the user allows unrepresentable types", () => {
  const json = z.toJSONSchema(z.object({ c: Connection }), { unrepresentable: "any" });
  expect(json).toMatchObject({ type: "object", properties: { c: {} }, required: ["c"] });
});

test("a cycle in the value does not crash the process", () => {
  const cyclic: Record<string, unknown> = wire();
  cyclic["self"] = cyclic;
  expect(z.safeParse(z.object({ c: Connection }), { c: cyclic }).success).toBe(true);
});

test("validate of Standard Schema returns a value or issues, and does not modify its input", () => {
  const { version, vendor, validate } = Connection["~standard"];
  expect([version, vendor]).toEqual([1, "connections-sdk"]);
  const input = deepFreeze(wire());
  expect(validate(input)).toEqual({ value: value() });
  expect(validate({ ...wire(), create_time: "no date" })).toEqual({
    ok: false,
    issues: [
      {
        code: "invalid_type",
        path: ["create_time"],
        message: "expected date-time, received string",
      },
    ],
  });
});
