import { expect, test } from "vitest";
import { createEmitContext } from "../../../src/emit/context.js";
import { schemaExpression } from "../../../src/emit/models/schema.js";
import { tsType } from "../../../src/emit/models/ts-type.js";
import { render } from "../../../src/emit/print/render.js";
import type { Type } from "../../../src/model/types.js";
import {
  api,
  enumeration,
  field,
  list,
  model,
  nullable,
  object,
  options,
  ref,
  text,
  union,
  whole,
} from "../support/api.js";
import { plainNames } from "../support/names.js";

const tag = (value: string): Type => object([field("the_kind", { kind: "literal", value })]);

const sample = api({
  models: [
    model("Thing", object([field("id", text, { access: "read" })]), { splits: true }),
    model("Open", enumeration(["a"])),
    model("Closed", enumeration(["a"], false)),
    model("Level", enumeration([1])),
    model("Half", enumeration([0.5])),
    model("Cat", tag("tag0")),
    model("Dog", tag("tag1")),
  ],
});
const context = createEmitContext(sample, plainNames(sample), options());

const types: readonly [what: string, Type, ts: string, schema: string][] = [
  ["text", text, "string", "string"],
  ["a whole number", whole, "number", "integer"],
  ["a number", { kind: "number" }, "number", "number"],
  ["a big number in text", { kind: "bigint", format: "string" }, "bigint", "bigint"],
  ["a big number", { kind: "bigint" }, "bigint", "bigintNumber"],
  ["a truth value", { kind: "boolean" }, "boolean", "boolean"],
  ["null", { kind: "null" }, "null", "nil"],
  ["anything", { kind: "unknown" }, "unknown", "unknown"],
  ["nothing", { kind: "never" }, "never", "closedEnum<never>({})"],
  ["a date", { kind: "date" }, "string", "string"],
  ["an instant", { kind: "date-time" }, "Date", "dateTime"],
  ["octets in JSON", { kind: "bytes", encoding: "byte" }, "Uint8Array", "base64"],
  ["raw octets", { kind: "bytes", encoding: "binary" }, "Binary", "binary"],
  ["a literal", { kind: "literal", value: "a" }, '"a"', 'literal("a")'],
  ["a null literal", { kind: "literal", value: null }, "null", "literal(null)"],
  ["an open enum", enumeration(["a", "b"]), '"a" | "b" | (string & {})', "string"],
  ["an open enum of whole numbers", enumeration([1]), "1 | (number & {})", "integer"],
  [
    "a closed enum",
    enumeration(["a", "2"], false),
    '"a" | "2"',
    'closedEnum({ a: "a", value2: "2" })',
  ],
  [
    "a mixed closed enum",
    enumeration(["a", 1], false),
    '"a" | 1',
    'union<"a" | 1>(() => [literal("a"), literal(1)])',
  ],
  ["a list", list(text), "string[]", "array(string)"],
  ["a list of nullables", list(nullable(text)), "(string | null)[]", "array(nullable(string))"],
  [
    "a pair",
    { kind: "tuple", items: [text, whole] },
    "[string, number]",
    "tuple([string, integer])",
  ],
  [
    "a list with a head",
    { kind: "tuple", items: [text], rest: whole },
    "[string, ...number[]]",
    "tuple([string], integer)",
  ],
  ["a list of no place", { kind: "tuple", items: [] }, "[]", "tuple([])"],
  ["a bare object", object([]), "Record<string, unknown>", "record(unknown)"],
  ["a map", object([], whole), "Record<string, number>", "record(integer)"],
  [
    "members by pattern",
    { kind: "object", fields: [], extra: text, patterns: [{ pattern: "^x", type: whole }] },
    "Record<string, number | string>",
    "record(union<number | string>(() => [integer, string]))",
  ],
  ["a nullable", nullable(text), "string | null", "nullable(string)"],
  [
    "a union",
    union([text, ref("Open")]),
    "string | Open",
    "union<string | Open>(() => [string, string])",
  ],
  ["a union of one", union([text]), "string", "string"],
  ["a union of null alone", union([{ kind: "null" }]), "null", "nil"],
  [
    "a union of unions",
    nullable(union([text, union([whole, { kind: "null" }])])),
    "string | number | null",
    "nullable(union<string | number | null>(() => [string, nullable(integer)]))",
  ],
  [
    "a discriminated union",
    union([ref("Cat"), ref("Dog")], "the_kind"),
    "Cat | Dog",
    'tagged("theKind", "the_kind", () => ({ tag0: Cat, tag1: Dog }), false)',
  ],
  [
    "an open discriminated union",
    union([ref("Cat"), ref("Dog")], "the_kind", true),
    'Cat | Dog | UnknownVariant<"theKind">',
    'tagged("theKind", "the_kind", () => ({ tag0: Cat, tag1: Dog }), true)',
  ],
  [
    "an intersection",
    { kind: "intersection", parts: [ref("Cat"), ref("Dog")] },
    "Cat & Dog",
    "all(() => [Cat, Dog])",
  ],
  [
    "a list of intersections",
    list({ kind: "intersection", parts: [ref("Cat"), union([ref("Dog"), text])] }),
    "(Cat & (Dog | string))[]",
    "array(all(() => [Cat, union<Dog | string>(() => [Dog, string])]))",
  ],
  ["a reference", ref("Cat"), "Cat", "Cat"],
  ["a reference to an open enum", ref("Open"), "Open", "string"],
  ["a reference to an enum of numbers", ref("Level"), "Level", "integer"],
  ["a reference to an enum of fractions", ref("Half"), "Half", "number"],
  ["a reference to a closed enum", ref("Closed"), "Closed", "closedEnum(Closed)"],
  ["a reference to nothing", ref("Gone"), "unknown", "unknown"],
  ["a model with a twin", ref("Thing"), "ThingInput", "ThingInput"],
];

test.each(types)("%s has a type and a schema", (_, type, ts, schema) => {
  const place = { context, side: "request" } as const;
  expect(render(tsType(place, type), 100)).toBe(ts);
  expect(render(schemaExpression(place, type), 100)).toBe(schema);
});

test("a response uses the model itself where a request uses the twin", () => {
  expect(render(tsType({ context, side: "response" }, list(ref("Thing"))), 100)).toBe("Thing[]");
});

test("instants stay text where the configuration says so", () => {
  const texts = createEmitContext(sample, plainNames(sample), options({ dateTime: "string" }));
  const place = { context: texts, side: "response" } as const;
  expect(render(tsType(place, { kind: "date-time" }), 100)).toBe("string");
  expect(render(schemaExpression(place, { kind: "date-time" }), 100)).toBe("string");
});
