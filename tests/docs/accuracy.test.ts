/** The table of docs/testing.md about what the emulator's behavior was taken from. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rows = readFileSync("docs/testing.md", "utf8")
  .split("## How accurate is it?")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .slice(2);

test.for(["Ampersand", "Codat", "Mammoth", "Nango", "all"])("%s is in the table", (platform) => {
  expect(rows?.some((row) => row[1] === platform)).toBe(true);
});

test("every behavior is observed, documented or guessed", () => {
  for (const [, platform, behavior, origin] of rows ?? []) {
    expect([platform, behavior, origin]).toEqual([
      platform,
      expect.stringMatching(/./),
      expect.stringMatching(/^(?:observed|documented|guessed)$/),
    ]);
  }
});

test("what is called observed is of a platform whose server was called", () => {
  const observed = rows?.filter((row) => row[3] === "observed").map((row) => row[1]);
  expect(new Set(observed)).toEqual(new Set(["Nango"]));
});
