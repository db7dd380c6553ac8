import { describe, expect, test } from "vitest";
import { readPage, report } from "./report.js";
import { readResults } from "./results.js";
import { escapesOf } from "./scan.js";

test("docs/conformance.md is the report of the committed results", () => {
  expect(readPage()).toBe(report(readResults()));
});

describe("a program may not get around the compiler", () => {
  test.each([
    ["as", 'sdk.list({ id: "1" as never });'],
    ["as", "sdk.list(<never>{});"],
    ["!", "sdk.list(value!);"],
    ["any", "const value: any = await sdk.list();"],
    ["@ts-", "// @ts-expect-error\nsdk.list();"],
    ["fetch", 'await fetch("https://example.com");'],
    ["headers", 'sdk.list(undefined, { headers: { accept: "text/plain" } });'],
  ])("with %s", (escape, code) => {
    expect(escapesOf(code)).toEqual([escape]);
  });

  test("but members, strings and results may have any name", () => {
    const code = `
      const { headers } = await sdk.as();
      await sdk.any({ headers: ["fetch"], as: "any" });
    `;
    expect(escapesOf(code)).toEqual([]);
  });
});
