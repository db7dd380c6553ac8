import fc from "fast-check";
import { expect, test } from "vitest";
import { fileScope, scope } from "../../src/name/scope.js";
import { limits } from "../../../tests/support/limits.js";

test("the first claim keeps the plain name", () => {
  const names = scope(["taken"]);
  expect(["a", "a", "a", "taken"].map((name) => names.claim(name))).toEqual([
    "a",
    "a2",
    "a3",
    "taken2",
  ]);
});

test("alternatives come before numbers", () => {
  const names = scope(["id"]);
  expect(names.claim("id", "queryId")).toBe("queryId");
  expect(names.claim("id", "queryId")).toBe("id2");
});

test("a number after a digit is separated", () => {
  const names = scope(["v1"]);
  expect(names.claim("v1")).toBe("v1_2");
});

test("a scope of files ignores case", () => {
  const files = scope([], { ignoreCase: true });
  expect([files.claim("ApiKey"), files.claim("APIKey")]).toEqual(["ApiKey", "APIKey2"]);
});

test("all claimed names differ", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "A", "a2", "a2_2", "b1", "b1_2", "")), (wanted) => {
      const names = scope([], { ignoreCase: true });
      const claimed = wanted.map((name) => names.claim(name).toLowerCase());
      expect(new Set(claimed).size).toBe(wanted.length);
    }),
  );
});

test("files never have the names of Windows devices", () => {
  const files = fileScope();
  expect(["Con", "aux", "com1", "console", "index"].map((name) => files.claim(name))).toEqual([
    "Con2",
    "aux2",
    "com1_2",
    "console",
    "index2",
  ]);
});

test("a thousandth clash is numbered as fast as the first", { timeout: limits.computing }, () => {
  const names = scope();
  let last = "";
  for (let count = 0; count < 200_000; count++) last = names.claim("a");
  expect(last).toBe("a200000");
});
