import fc from "fast-check";
import { expect, test } from "vitest";
import {
  append,
  formatPointer,
  parsePointer,
  pointerToRef,
  refToPointer,
} from "../../src/document/pointer.js";

test.each([
  ["", []],
  ["/", [""]],
  ["/a/b", ["a", "b"]],
  ["/paths/~1users~1{id}", ["paths", "/users/{id}"]],
  ["/~01", ["~1"]],
  ["/a//b", ["a", "", "b"]],
])("the pointer %j has the tokens %j", (pointer, tokens) => {
  expect(parsePointer(pointer)).toEqual(tokens);
  expect(formatPointer(tokens)).toBe(pointer);
});

test.each([
  ["#", ""],
  ["#/components/schemas/A", "/components/schemas/A"],
  ["#/paths/~1users~1%7Bid%7D", "/paths/~1users~1{id}"],
  ["#/components/schemas/100%25", "/components/schemas/100%"],
  ["#/components/schemas/50%", "/components/schemas/50%"],
  ["other.yaml#/A", undefined],
  ["#anchor", undefined],
])("the ref %j has the pointer %j", (ref, pointer) => {
  expect(refToPointer(ref)).toBe(pointer);
});

test("any names survive the conversion to a pointer, and to a ref", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (tokens) => {
      const pointer = formatPointer(tokens);
      expect(parsePointer(pointer)).toEqual(tokens);
      expect(refToPointer(pointerToRef(pointer))).toBe(pointer);
    }),
  );
});

test("append adds names and indexes", () => {
  expect(append("/paths", "/a", "parameters", 0)).toBe("/paths/~1a/parameters/0");
});
