import { expect, test } from "vitest";
import { createEmitContext } from "../../../src/emit/context.js";
import { schemaExpression } from "../../../src/emit/models/schema.js";
import { tsType } from "../../../src/emit/types/ts-type.js";
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
  string,
  union,
  integer,
} from "../support/api.js";
import { plainNames } from "../support/names.js";

const tag = (value: string): Type => object([field("the_kind", { kind: "literal", value })]);

/** The union of a base with a single subtype. */
function subtypes(fallback: Type, optional = false): Type {
  return {
    kind: "union",
    variants: [{ type: ref("Cat"), discriminatorValues: ["tag0"] }],
    discriminator: { wire: "the_kind", optional },
    open: true,
    fallback,
  };
}

const sample = api({
  models: [
    model("Thing", object([field("id", string, { access: "read" })]), { splits: true }),
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
  ["text", string, "string", "string"],
  ["an integer", integer, "number", "integer"],
  ["a number", { kind: "number" }, "number", "number"],
  ["a bigint in a string", { kind: "bigint", format: "string" }, "bigint", "bigint"],
  ["a bigint in a number", { kind: "bigint" }, "bigint", "bigintNumber"],
  ["a boolean", { kind: "boolean" }, "boolean", "boolean"],
  ["null", { kind: "null" }, "null", "nil"],
  ["anything", { kind: "unknown" }, "unknown", "unknown"],
  ["nothing", { kind: "never" }, "never", "closedEnum({})"],
  ["a date", { kind: "date" }, "string", "string"],
  ["an instant", { kind: "date-time" }, "Date", "dateTime"],
  ["bytes in JSON", { kind: "bytes", encoding: "byte" }, "Uint8Array", "base64"],
  ["raw bytes", { kind: "bytes", encoding: "binary" }, "Binary", "binary"],
  ["a literal", { kind: "literal", value: "a" }, '"a"', 'literal("a")'],
  ["a null literal", { kind: "literal", value: null }, "null", "literal(null)"],
  ["an open enum", enumeration(["a", "b"]), '"a" | "b" | (string & {})', "string"],
  ["an open enum of integers", enumeration([1]), "1 | (number & {})", "integer"],
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
    'union(() => [literal("a"), literal(1)])',
  ],
  ["a list", list(string), "string[]", "array(string)"],
  ["a list of nullables", list(nullable(string)), "(string | null)[]", "array(nullable(string))"],
  [
    "a tuple",
    { kind: "tuple", items: [string, integer] },
    "[string, number]",
    "tuple([string, integer])",
  ],
  [
    "a tuple with a rest",
    { kind: "tuple", items: [string], rest: integer },
    "[string, ...number[]]",
    "tuple([string], integer)",
  ],
  [
    "a tuple that may be shorter",
    { kind: "tuple", items: [string, nullable(integer)], optional: 1 },
    "[string, (number | null)?]",
    "tuple([string, optional(nullable(integer))])",
  ],
  [
    "a tuple that may be empty, with a rest",
    { kind: "tuple", items: [string], optional: 1, rest: integer },
    "[string?, ...number[]]",
    "tuple([optional(string)], integer)",
  ],
  ["an empty tuple", { kind: "tuple", items: [] }, "[]", "tuple([])"],
  ["a bare object", object([]), "Record<string, unknown>", "record(unknown)"],
  ["a map", object([], integer), "Record<string, number>", "record(integer)"],
  [
    "members by pattern",
    { kind: "object", fields: [], extra: string, patterns: [{ pattern: "^x", type: integer }] },
    "Record<string, number | string>",
    "record(union(() => [integer, string]))",
  ],
  ["a nullable", nullable(string), "string | null", "nullable(string)"],
  ["a union", union([string, ref("Open")]), "string | Open", "union(() => [string, string])"],
  ["a union of one", union([string]), "string", "string"],
  ["a union of null alone", union([{ kind: "null" }]), "null", "nil"],
  [
    "a union of unions",
    nullable(union([string, union([integer, { kind: "null" }])])),
    "string | number | null",
    "nullable(union(() => [string, nullable(integer)]))",
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
    "a discriminated union that adds its member to a variant",
    union([{ kind: "intersection", parts: [tag("tag0"), ref("Open")] }, ref("Dog")], "the_kind"),
    '({ theKind: "tag0" } & Open) | Dog',
    `tagged(
  "theKind",
  "the_kind",
  () => ({
    tag0: all(() => [
      object(() => ({
        theKind: as("the_kind", literal("tag0")),
      })),
      string,
    ]),
    tag1: Dog,
  }),
  false,
)`,
  ],
  [
    "a union of the subtypes of a base",
    subtypes(ref("Thing")),
    'Cat | (ThingInput & UnknownSubtype<"theKind">)',
    `polymorphic(
  "theKind",
  "the_kind",
  () => ({ tag0: Cat }),
  () => ThingInput,
)`,
  ],
  [
    "a union of the subtypes of a base, whose discriminator may be absent",
    subtypes(object([]), true),
    'Cat | Partial<UnknownSubtype<"theKind">>',
    `polymorphic(
  "theKind",
  "the_kind",
  () => ({ tag0: Cat }),
  () => record(unknown),
  true,
)`,
  ],
  [
    "a list of intersections",
    list({ kind: "intersection", parts: [ref("Cat"), union([ref("Dog"), string])] }),
    "(Cat & (Dog | string))[]",
    "array(all(() => [Cat, union(() => [Dog, string])]))",
  ],
  ["a reference", ref("Cat"), "Cat", "Cat"],
  ["a reference to an open enum", ref("Open"), "Open", "string"],
  ["a reference to an enum of numbers", ref("Level"), "Level", "integer"],
  ["a reference to an enum of fractions", ref("Half"), "Half", "number"],
  ["a reference to a closed enum", ref("Closed"), "Closed", "closedEnum(Closed)"],
  ["a reference that does not resolve", ref("Gone"), "unknown", "unknown"],
  ["a model with an input declaration", ref("Thing"), "ThingInput", "ThingInput"],
];

test.each(types)("%s has a type and a schema", (_, type, ts, schema) => {
  const typeContext = { context, side: "request" } as const;
  expect(render(tsType(typeContext, type), 100)).toBe(ts);
  expect(render(schemaExpression(typeContext, type), 100)).toBe(schema);
});

test("a response uses the model where a request uses its input declaration", () => {
  expect(render(tsType({ context, side: "response" }, list(ref("Thing"))), 100)).toBe("Thing[]");
});

test("instants are strings if the configuration asks for it", () => {
  const context = createEmitContext(sample, plainNames(sample), options({ dateTime: "string" }));
  const typeContext = { context: context, side: "response" } as const;
  expect(render(tsType(typeContext, { kind: "date-time" }), 100)).toBe("string");
  expect(render(schemaExpression(typeContext, { kind: "date-time" }), 100)).toBe("string");
});
