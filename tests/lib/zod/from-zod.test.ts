/** Schemas of zod as schemas of operations, case by case. */
import { expect, test } from "vitest";
import * as z from "zod";
import { decodeLeniently, encode } from "../../../src/lib/schema/index.js";
import { openJSON } from "../../../src/lib/schema/open.js";
import * as classic from "../../../src/lib/zod/classic.js";
import { fromZod } from "../../../src/lib/zod/engine.js";
import * as minis from "../../../src/lib/zod/mini.js";

const Parcel = z.looseObject({
  parcelId: z.string(),
  limit: z.int().optional(),
  color: z.enum(["red", "blue"]).optional(),
});
const ParcelWire = z.codec(
  z.looseObject({
    parcel_id: z.string(),
    limit: z.int(),
    color: z.enum(["red", "blue"]).optional(),
  }),
  Parcel,
  classic.renamed({ parcel_id: "parcelId" }, { defaults: { limit: 10 } }) as never,
);

const at = (text: string): Date => new Date(text);

test.each([
  ["a date-time", classic.dateTime, "2026-01-02T03:04:05Z", at("2026-01-02T03:04:05Z")],
  ["lower-case letters", classic.dateTime, "2026-01-02t03:04:05z", at("2026-01-02T03:04:05Z")],
  ["a leap second", classic.dateTime, "2016-12-31T23:59:60Z", at("2017-01-01T00:00:00Z")],
  ["an offset", minis.dateTime, "2026-01-02T03:04:05+02:00", at("2026-01-02T01:04:05Z")],
  ["digits of a bigint", classic.bigintString, "12345678901234567890", 12345678901234567890n],
  ["a number for a bigint", classic.bigintString, 12, 12n],
  ["base64", classic.base64, "AQL/", Uint8Array.of(1, 2, 255)],
  ["base64url without padding", minis.base64url, "AQL_", Uint8Array.of(1, 2, 255)],
  ["a fraction for an integer", z.int(), 1.5, 1.5],
  ["null for an optional member", z.looseObject({ a: z.string().optional() }), { a: null }, {}],
  ["unknown members", z.looseObject({ a: z.string() }), { a: "a", b: 1 }, { a: "a", b: 1 }],
] as const)("%s is read without an issue", (_, schema, wire, value) => {
  expect(decodeLeniently(fromZod(schema), wire)).toEqual({ value, issues: [], isUsable: true });
});

test("a default is sent with a request that leaves the member out, and not made up in a response", () => {
  const sent = encode(fromZod(ParcelWire), { parcelId: "p" });
  expect(sent).toEqual({ ok: true, value: { parcel_id: "p", limit: 10 } });
  const read = decodeLeniently(fromZod(ParcelWire), { parcel_id: "p" });
  expect(read.value).toEqual({ parcelId: "p" });
  expect(read.issues.map(({ path }) => path)).toEqual([["limit"]]);
});

test("a new value of a closed enum is kept in responses and refused in requests", () => {
  const wire = { parcel_id: "p", limit: 1, color: "green" };
  const value = { parcelId: "p", limit: 1, color: "green" };
  expect(decodeLeniently(fromZod(ParcelWire), { ...wire })).toEqual({
    value,
    issues: [],
    isUsable: true,
  });
  expect(encode(fromZod(ParcelWire), value)).toMatchObject({
    ok: false,
    issues: [{ code: "invalid_value", path: ["color"] }],
  });
});

test.each([
  ["a string", z.string(), 5, "expected string, received number"],
  ["an integer", z.int(), 1.5, "expected integer, received number"],
  ["a number", z.number(), Number.NaN, "expected number, received NaN"],
  ["a literal", z.literal("a"), "secret", "expected a, received string"],
  ["a format", z.email(), "secret", "expected email, received string"],
  ["an invalid Date", classic.dateTime, at("never"), "expected Date, received invalid Date"],
  ["a record", z.record(z.string(), z.string()), "secret", "expected object, received string"],
  ["an array", z.array(z.string()), { 0: "secret" }, "expected array, received object"],
  ["a cycle", z.looseObject({}), cyclic(), "expected"],
  ["a Map", z.looseObject({}), { open: new Map([["secret", 1]]) }, "received Map"],
  ["a promise", z.unknown(), Promise.resolve("secret"), "received Promise"],
])(
  "%s that does not fit is refused without its value in the message",
  (_, schema, value, words) => {
    const sent = encode(fromZod(schema), value, openJSON);
    const message = sent.ok ? "" : sent.issues.map((issue) => issue.message).join();
    expect(message).toContain(words);
    expect(message).not.toContain("secret");
  },
);

function cyclic(): object {
  const self: Record<string, unknown> = {};
  return Object.assign(self, { self });
}

function pathsOf(issues: readonly { readonly path: readonly unknown[] }[]): unknown[] {
  return issues.map(({ path }) => path.join("."));
}

test("paths have the names on the wire in responses, and those of the SDK in requests", () => {
  const List = z.looseObject({ items: z.array(ParcelWire) });
  const read = decodeLeniently(fromZod(List), { items: [{ parcel_id: 5, limit: 1 }] });
  expect(pathsOf(read.issues)).toEqual(["items.0.parcel_id"]);
  expect(read.value).toEqual({ items: [{ parcelId: 5, limit: 1 }] });
  const sent = encode(fromZod(List), { items: [{ parcelId: 5 }] });
  expect(sent.ok ? [] : pathsOf(sent.issues)).toEqual(["items.0.parcelId"]);
});

test.each([
  ["of a string", z.string().min(3), "ab", []],
  ["of an integer", z.int().min(3), 2, []],
  ["of an array", z.array(z.string()).min(1), [], []],
  ["of an object", Parcel.refine(({ parcelId }) => parcelId !== "x"), { parcelId: "x" }, []],
  [
    "of the value of a codec",
    z.codec(
      z.looseObject({ parcel_id: z.string() }),
      z.looseObject({ parcelId: z.string().min(3) }).refine(({ parcelId }) => parcelId !== "xxx"),
      classic.renamed({ parcel_id: "parcelId" }) as never,
    ),
    { parcelId: "xxx" },
    [],
  ],
  ["inside an object", z.looseObject({ a: z.string().max(1) }), { a: "ab" }, ["a"]],
] as const)("a check %s that somebody added holds requests", (_, schema, value, path) => {
  expect(encode(fromZod(schema), value)).toMatchObject({ ok: false, issues: [{ path }] });
});

test("a codec of somebody's own converts in both directions", () => {
  const seconds = z.codec(z.number(), z.date(), {
    decode: (value) => new Date(value * 1000),
    encode: (date) => date.getTime() / 1000,
  });
  const of = fromZod(z.looseObject({ at: seconds.optional() }));
  const value = { at: at("2026-01-02T03:04:05Z") };
  const wire = { at: 1_767_323_045 };
  expect(decodeLeniently(of, { ...wire }).value).toEqual(value);
  expect(encode(of, value)).toEqual({ ok: true, value: wire });
  expect(decodeLeniently(of, { at: "soon" })).toMatchObject({
    value: { at: "soon" },
    issues: [{ path: ["at"] }],
  });
});

test("a schema that refers to itself is compiled once, and only when it is used", () => {
  let reads = 0;
  const Tree = z.looseObject({
    name: z.string(),
    get children() {
      reads++;
      return z.array(Tree).optional();
    },
  });
  const of = fromZod(Tree);
  expect(reads).toBe(0);
  const value = { name: "a", children: [{ name: "b", children: [{ name: "c" }] }] };
  expect(decodeLeniently(of, structuredClone(value)).value).toEqual(value);
  const before = reads;
  decodeLeniently(fromZod(Tree), structuredClone(value));
  expect(reads).toBe(before);
});
