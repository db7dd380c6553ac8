import { expect, test } from "vitest";
import {
  arrayLiteral,
  arrow,
  arrowArray,
  arrowObject,
  assign,
  call,
  jsonLiteral,
  property,
} from "../../../src/emit/print/expression.js";
import type { Layout } from "../../../src/emit/print/layout.js";
import { render } from "../../../src/emit/print/render.js";

/** Prints at width 20, so that the cases stay readable. */
const cases: readonly [what: string, Layout, string[]][] = [
  ["a list that fits", arrayLiteral(["a", "b"]), ["[a, b]"]],
  [
    "a list that does not",
    arrayLiteral(["aaaaaaaa", "bbbbbbbbb"]),
    ["[", "  aaaaaaaa,", "  bbbbbbbbb,", "]"],
  ],
  ["a call that fits", call("f", ["a", "b"]), ["f(a, b)"]],
  [
    "a call that does not",
    call("f", ["aaaaaaaa", "bbbbbbbbb"]),
    ["f(", "  aaaaaaaa,", "  bbbbbbbbb,", ")"],
  ],
  [
    "a last list that hugs the parentheses",
    call("f", ["a", { literal: arrayLiteral(["aaaaaaaa", "bbbbbb"]) }]),
    ["f(a, [", "  aaaaaaaa,", "  bbbbbb,", "])"],
  ],
  [
    "a function that returns an object",
    call("f", [arrowObject(["a: 1"], { broken: true })]),
    ["f(() => ({", "  a: 1,", "}))"],
  ],
  ["a function that returns a list", call("f", [arrowArray(["a", "b"])]), ["f(() => [a, b])"]],
  [
    "a function that returns a call",
    call("f", [arrow(call("g", ["aaaaaaaaa"]))]),
    ["f(() =>", "  g(aaaaaaaaa),", ")"],
  ],
  [
    "a function that returns a name",
    call("fff", [arrow("aaaaaaaaaa")]),
    ["fff(", "  () => aaaaaaaaaa,", ")"],
  ],
  [
    "functions below each other",
    call("f", [arrowObject(["a"]), arrow("b")]),
    ["f(", "  () => ({ a }),", "  () => b,", ")"],
  ],
  [
    "a function within a call among others",
    call("f", ["a", call("g", [arrowArray(["b"])])]),
    ["f(", "  a,", "  g(() => [b]),", ")"],
  ],
  ["a value after the equals sign", assign("const a", " =", "b"), ["const a = b"]],
  [
    "a value below it",
    assign("const aaaaaaaaa", " =", "bbbbbbbbb"),
    ["const aaaaaaaaa =", "  bbbbbbbbb"],
  ],
  [
    "a short key that keeps its value",
    property("id", '"aaaaaaaaaaaaaaaaaaaaa"'),
    ['id: "aaaaaaaaaaaaaaaaaaaaa"'],
  ],
  ["a name that is its own value", property("a", "a"), ["a"]],
  [
    "JSON",
    jsonLiteral({ a: [1, null], "b-c": "d" }),
    ["{", "  a: [1, null],", '  "b-c": "d",', "}"],
  ],
];

test.each(cases)("prints %s", (_, layout, expected) => {
  expect(render(layout, 20).split("\n")).toEqual(expected);
});

test("wide characters count twice", () => {
  expect(render(arrayLiteral(['"日本日本日本"', "a"]), 20)).toBe('["日本日本日本", a]');
  expect(render(arrayLiteral(['"日本日本日本日本"', "a"]), 20)).toContain("\n");
});
