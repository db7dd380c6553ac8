import { expect, test } from "vitest";
import { sorted } from "../../src/model/sorted.js";
import { stronglyConnected, cyclicNodes } from "../../src/model/strongly-connected.js";

const graph = (edges: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(edges).map(([node, to]) => [node, [...to]]));

test.each([
  ["a chain", { a: "b", b: "c", c: "" }, ""],
  ["a loop of one", { a: "a", b: "a" }, "a"],
  ["a loop of two", { a: "b", b: "a", c: "a" }, "ab"],
  ["two loops that touch", { a: "b", b: "ac", c: "d", d: "c" }, "abcd"],
  ["a diamond", { a: "bc", b: "d", c: "d", d: "" }, ""],
  ["edges to unknown nodes", { a: "xyz" }, ""],
])("nodes that can reach themselves in %s", (_, edges, want) => {
  expect(sorted(cyclicNodes(graph(edges)), (a, b) => a.localeCompare(b)).join("")).toBe(want);
});

test("components come after those that they point to", () => {
  expect(stronglyConnected(graph({ a: "b", b: "c", c: "b" }))).toEqual([["b", "c"], ["a"]]);
});

test("a very long chain does not exhaust the stack", () => {
  const chain = new Map(
    Array.from({ length: 50_000 }, (_, index) => [String(index), [String(index + 1)]]),
  );
  chain.set("50000", ["0"]);
  expect(cyclicNodes(chain).size).toBe(50_001);
});
