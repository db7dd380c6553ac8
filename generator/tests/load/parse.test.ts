import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import { parse } from "../../src/load/parse.js";
import { limits } from "../../../tests/support/limits.js";

test.each<readonly [string, string, unknown]>([
  ["YAML", "a: 1\nb: [x, ~]\n", { a: 1, b: ["x", null] }],
  ["JSON", '{"a": [1, 2]}', { a: [1, 2] }],
  ["a byte order mark", '\uFEFF{"a": 1}', { a: 1 }],
  ["numeric keys", "200: ok\n", { "200": "ok" }],
  ["words that YAML 1.1 reads as booleans", "a: no\nb: on\n", { a: "no", b: "on" }],
  [
    "aliases and merge keys",
    "a: &a {x: 1}\nb: {<<: *a, y: 2}\n",
    { a: { x: 1 }, b: { x: 1, y: 2 } },
  ],
  ["an empty second document", "a: 1\n---\n# the end\n...\n", { a: 1 }],
  [
    "the same key in other objects",
    '{"a": {"a": [{"a": 1}, {"a": ",a"}]}, "b": "a"}',
    { a: { a: [{ a: 1 }, { a: ",a" }] }, b: "a" },
  ],
  [
    "two merge keys",
    "a: &a {x: 1}\nb: &b {y: 2}\nc: {<<: *a, <<: *b}\n",
    { a: { x: 1 }, b: { y: 2 }, c: { x: 1, y: 2 } },
  ],
  [
    "numbers of every kind",
    "[1, -0.5, 1e3, 123456789012345, 1.5e-7, 0.1, 9007199254740991]",
    [1, -0.5, 1000, 123456789012345, 1.5e-7, 0.1, 9007199254740991],
  ],
  ["numbers of YAML", "[0xff, 0o17, +1, 1.50, 0xFFFFFFFF]", [255, 15, 1, 1.5, 4294967295]],
  ["no times", "a: 2024-01-01\n", { a: "2024-01-01" }],
])("%s is read", (_, text, value) => {
  expect(parse(text, "f.yaml")).toEqual({ value, diagnostics: [] });
});

test.each([
  ["a: b: c\n", "f.yaml:1:4", /colon/],
  ["a:\n\t- b\n", "f.yaml:2:1", /spaces/],
  ["a: 1\na: 2\n", "f.yaml:2:1", /one of the two/],
  ['{"a": 1,, "b": 2}', "f.yaml:1:9", /syntax/],
  ['{"a": "b', "f.yaml:1:9", /quote/],
  ['{"a": 1,\n "b": 2, "a": 3}', "f.yaml:2:10", /one of the two/],
  ['{"x": [{"a,}": 1, "\\u0061,}": 2}]}', "f.yaml:1:19", /one of the two/],
  ['{"\\"": {"b": "\\\\", "b": 1}}', "f.yaml:1:20", /one of the two/],
  ["200: a\n'200': b\n", "f.yaml:2:1", /one of the two/],
  ["a: {b: 1, b: 2}\n", "f.yaml:1:11", /one of the two/],
  ["~: a\n'': b\n", "f.yaml:2:1", /one of the two/],
  ["a: 1\n---\nb: 2\n", "f.yaml:2:1", /one document/],
  ["%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n", "f.yaml:5:1", /one document/],
  ['{"a": 1}\n---\n{"b": 2}\n', "f.yaml:2:1", /one document/],
  ["---\n---\na: 1\n", "f.yaml:2:1", /one document/],
])("%j is a syntax error at %s", (text, place, help) => {
  const { value, diagnostics } = parse(text, "f.yaml");
  expect(value).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ code: "syntax-error", severity: "error", pointer: place });
  expect(diagnostics[0]?.help).toMatch(help);
});

test.each([
  ["", "file-empty"],
  [" \n", "file-empty"],
  ["<!DOCTYPE html><html></html>", "file-not-openapi"],
])("%j is rejected with %s", (text, code) => {
  expect(parse(text, "f.yaml").diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("an alias bomb is rejected", () => {
  const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
  for (let n = 1; n < 12; n++) {
    bomb.push(`a${n}: &a${n} [${`*a${n - 1},`.repeat(10)}]`);
  }
  expect(parse(bomb.join("\n"), "f.yaml").diagnostics[0]?.code).toBe("document-too-large");
});

test("an alias that contains itself is rejected", () => {
  expect(parse("a: &a [*a]\n", "f.yaml").value).toBeUndefined();
});

test("an alias may be used often", { timeout: limits.computing }, () => {
  const text = `a: &a {x: 1}\nb:\n${"  - *a\n".repeat(5000)}`;
  expect(parse(text, "f.yaml").diagnostics).toEqual([]);
});

test("an alias without an anchor is a syntax error", () => {
  expect(parse("a: *b\n", "f.yaml").diagnostics[0]?.code).toBe("syntax-error");
});

test.each([
  ["[", "]"],
  ["[", ""],
  ["- ", ""],
  ["{a: ", "}"],
])("endless nesting is rejected (%j)", (open, close) => {
  const { value, diagnostics } = parse(open.repeat(20_000) + close.repeat(20_000), "f.yaml");
  expect(value).toBeUndefined();
  expect(diagnostics[0]?.code).toMatch(/^(?:document-too-large|syntax-error)$/);
});

const big = "9007199254740993";
const schema = (text: string): string =>
  `{"properties": {"a": ${text}, "default": {"type": "number"}}}`;

test.each<readonly [what: string, schema: string, kept: unknown, message: RegExp]>([
  ["an example", `{"example": ${big}}`, { example: big }, /kept as a string/],
  ["one of several", `{"examples": [1, ${big}]}`, { examples: [1, big] }, /kept as a string/],
  ["a default", `{"default": -${big}.5}`, { default: `-${big}.5` }, /kept as a string/],
  [
    "a member of a default",
    `{"default": {"a": [1e400]}}`,
    { default: { a: ["1e400"] } },
    /kept as a string/,
  ],
  [
    "a fraction",
    `{"default": 0.1234567890123456789}`,
    { default: "0.1234567890123456789" },
    /kept/,
  ],
  ["a tiny one", `{"default": 1e-400}`, { default: "1e-400" }, /kept as a string/],
  ["a constant", `{"const": ${big}}`, {}, /`const` is left out/],
  [
    "one of an enum",
    `{"type": "integer", "enum": [1, ${big}]}`,
    { type: "integer" },
    /`enum` is left out/,
  ],
  [
    "a bound",
    `{"type": "integer", "maximum": 9223372036854775807}`,
    { type: "integer" },
    /`maximum` is left out/,
  ],
  ["an endless bound", `{"minLength": 1e999}`, {}, /`minLength` is left out/],
  ["an extension", `{"x-a": ${big}}`, { "x-a": big }, /kept as a string/],
  ["an endless extension", `{"x-a": [1e400]}`, { "x-a": ["1e400"] }, /kept as a string/],
])("a number that JavaScript cannot hold, as %s, is a warning", (_, text, kept, message) => {
  for (const file of [schema(text), `# YAML\n${schema(text)}`]) {
    const { value, diagnostics } = parse(file, "f.yaml");
    expect(value).toEqual({ properties: { a: kept, default: { type: "number" } } });
    expect(diagnostics[0]).toMatchObject({ code: "number-inexact", severity: "warning" });
    expect(diagnostics[0]?.pointer).toMatch(/^f.yaml#\/properties\/a\//);
    expect(diagnostics[0]?.message).toMatch(message);
  }
});

test("a number is reported once, where it first stands", () => {
  const { diagnostics } = parse(
    `{"a/b": {"maximum": ${big}}, "c": {"maximum": ${big}, "minimum": -${big}}}`,
    "f.yaml",
  );
  expect(diagnostics.map(({ pointer, message }) => [pointer, message])).toEqual([
    [
      "f.yaml#/a~1b/maximum",
      `JavaScript cannot hold the number ${big}. The \`maximum\` is left out.`,
    ],
    [
      "f.yaml#/c/minimum",
      `JavaScript cannot hold the number -${big}. The \`minimum\` is left out.`,
    ],
  ]);
});

test.each([
  ["{type: string, enum: [1.0, 1.10, 2]}", { type: "string", enum: ["1.0", "1.10", 2] }],
  ["{type: [string, 'null'], example: 010}", { type: ["string", "null"], example: "010" }],
  ["{type: string, const: 0x1F}", { type: "string", const: "0x1F" }],
  [`{type: string, enum: [a, ${big}]}`, { type: "string", enum: ["a", big] }],
  ["{type: number, default: 1.0}", { type: "number", default: 1 }],
  ["{type: object, default: {a: 1.0}}", { type: "object", default: { a: 1 } }],
])("a string without quotes keeps its digits: %s", (text, value) => {
  expect(parse(`a: ${text}\n`, "f.yaml")).toEqual({ value: { a: value }, diagnostics: [] });
});

test("a string without quotes keeps its digits in JSON", () => {
  const { value } = parse('{"type": "string", "enum": [1.10, 1.1, -0, 1E2]}', "f.json");
  expect(value).toEqual({ type: "string", enum: ["1.10", 1.1, "-0", "1E2"] });
});

test("a long string with many escapes does not exhaust the stack", () => {
  const text = "\\n".repeat(3_000_000);
  expect(parse(`{"a": "${text}", "b": 1}`, "f.json").diagnostics).toEqual([]);
});

test("a number by an alias is kept too", () => {
  const { value } = parse(`x: &x {example: ${big}}\ny: *x\nz: &z ${big}\ndefault: *z\n`, "f.yaml");
  expect(value).toMatchObject({ x: { example: big }, y: { example: big }, default: big });
});

test("the parser and the scan agree on every JSON", () => {
  const keys = fc.oneof(fc.constantFrom("a", "b", '"', "\\\\", "default"), fc.string());
  const json = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.double().map((number) => JSON.stringify(number)),
      fc.string({ unit: "binary" }).map((string) => JSON.stringify(string)),
      fc.array(tie("value")).map((items) => `[${items.join(" , ")}]`),
      fc
        .uniqueArray(fc.tuple(keys, tie("value")), { selector: ([key]) => key })
        .map(
          (members) =>
            `{${members.map(([key, value]) => `${JSON.stringify(key)} : ${value}`).join()}}`,
        ),
    ),
  })).value;
  fc.assert(
    fc.property(json, (text) => {
      expect(parse(`[${text}]`, "f.yaml")).toEqual({ value: [JSON.parse(text)], diagnostics: [] });
    }),
    runs(200),
  );
});
