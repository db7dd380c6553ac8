import { expect, test } from "vitest";
import { nestingDepth } from "../../src/load/nesting.js";

/** Block mappings inside each other, each indented by one more column. */
function steps(count: number): string {
  return Array.from({ length: count }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

test.each([
  ["brackets", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`, 20_001],
  ["braces", `${"{a: ".repeat(500)}1${"}".repeat(500)}`, 500],
  ["items on one line", `${"- ".repeat(3000)}1`, 3000],
  ["keys further and further to the right", steps(1200), 1200],
])("%s that nest deeply are counted", (_, text, depth) => {
  expect(nestingDepth(text, 400)).toBe(depth);
});

test.each([
  ["a small document", "a: [1, { b: 2 }]"],
  ["brackets side by side", "a: []\n".repeat(1000)],
  ["a table of dashes", `a: |\n  ${"-".repeat(2000)}`],
])("%s is not parsed twice", (_, text) => {
  expect(nestingDepth(text, 400)).toBe(0);
});

test("brackets inside a string do not count", () => {
  expect(nestingDepth(`a: "${"[".repeat(1000)}"`, 400)).toBe(1);
});
