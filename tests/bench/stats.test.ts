import { expect, test } from "vitest";
import { counted, differences, measured, ratios } from "./support/stats.js";

const label = { table: "t", subject: "s", what: "w", unit: "us" } as const;

test.each([
  [[5], 5, [5, 5]],
  [[3, 1, 2], 2, [1.5, 2.5]],
  [[4, 1, 3, 2], 2.5, [1.75, 3.25]],
  [[10, 100, 1, 1_000, 2], 10, [2, 100]],
])("of %j the median is %d and the quartiles are %j", (values, value, quartiles) => {
  expect(measured(label, values)).toEqual({ ...label, value, quartiles });
});

test("a series of equal values has no quartiles", () => {
  expect(counted(label, 7)).toEqual({ ...label, value: 7 });
});

test("series are compared in pairs", () => {
  expect(ratios([2, 9], [1, 3])).toEqual([2, 3]);
  expect(differences([2, 9], [1, 3])).toEqual([1, 6]);
});
