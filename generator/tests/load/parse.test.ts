import { expect, test } from "vitest";
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
