import { expect, test } from "vitest";
import { colored, plain, wantsColors } from "../../src/cli/colors.js";

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [true, { TERM: "dumb" }, false],
  [false, { FORCE_COLOR: "1" }, true],
  [false, { FORCE_COLOR: "" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
])("on a terminal: %j, with %j: %j", (isTTY, environment, expected) => {
  expect(wantsColors({ isTTY }, environment)).toBe(expected);
});

test("a pipe has no colors", () => {
  expect(wantsColors({}, {})).toBe(false);
});

test("a style is an escape sequence around the string, or nothing", () => {
  expect(colored("red", "error")).toBe("\u001B[31merror\u001B[39m");
  expect(plain("red", "error")).toBe("error");
});
