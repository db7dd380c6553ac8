/** No regular expression of the published code takes more than linear time. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import ts from "typescript";
import { stepsOf } from "./steps.js";
import { limits } from "../support/limits.js";

/** Every regular expression in the sources, with its file. */
function patterns(): ReadonlyMap<string, readonly [file: string, pattern: RegExp]> {
  const found = new Map<string, readonly [string, RegExp]>();
  for (const path of readdirSync("src", { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const file = join("src", path);
    const source = readFileSync(file, "utf8");
    // Parsing is slow, and most files have no regular expressions.
    if (!/[^*/]\/[^*/]/.test(source.replaceAll(/^import .*$|\/\*[\s\S]*?\*\//gm, ""))) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, body = "", flags = ""] = /^\/([\s\S]*)\/(\w*)$/.exec(node.text) ?? [];
        found.set(node.text, [file, new RegExp(body, flags.replaceAll(/[gy]/g, ""))]);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  }
  return found;
}

/**
 * Strings to repeat for a pattern's worst case: its own characters, alone and in pairs, and some of
 * each kind.
 */
function pumps({ source }: RegExp): readonly string[] {
  const own = source.replaceAll(/\\[dwstnrpPbB]|\\[xu][\da-fA-F]+/g, "").replaceAll("\\", "");
  const letters = [...new Set([...own.slice(0, 24), ..."a0 ./:"])];
  return [...letters, ...letters.slice(0, 8).flatMap((a) => [`${a}a`, `${a}0`])];
}

/** Strings before the repetition, so that the pattern reaches it: pieces of the pattern. */
function heads({ source }: RegExp): readonly string[] {
  const plain = source.replaceAll(/\\([^\w])/g, "$1");
  const words = plain.match(/[\w/:.@-]+/g) ?? [];
  return ["", ...words.slice(0, 2), "1", "2024-01-01T"];
}

const SHORT = 12;

test(
  "every pattern is linear: four times the length takes about four times the steps",
  { timeout: limits.computing },
  () => {
    const all = patterns();
    expect(all.size).toBeGreaterThan(30);
    for (const [text, [file, pattern]] of all) {
      for (const pump of pumps(pattern)) {
        for (const head of heads(pattern)) {
          for (const tail of ["", "\0"]) {
            const cost = (times: number): number =>
              stepsOf(pattern, head + pump.repeat(times) + tail);
            const growth = (times: number): number => cost(4 * times) / cost(times);
            // Twice, because a string can become too long for a pattern once.
            if (growth(SHORT) > 5 && growth(4 * SHORT) > 5 && growth(8 * SHORT) > 5)
              expect.fail(`${file}: ${text} on ${head}${pump}...${tail}`);
          }
        }
      }
    }
  },
);

test.for<[pattern: RegExp, text: string]>([
  [/\/+$/, "/"],
  [/(a+)+b/, "a"],
  [/(a|aa)*$/, "a"],
  [/\s*,\s*x/, " "],
  [/^(.+\.)*end$/, "a."],
])("a pattern that is not linear is detected: %s", ([pattern, pump]) => {
  const cost = (times: number): number => stepsOf(pattern, `${pump.repeat(times)}\0`);
  expect(cost(16) / cost(4)).toBeGreaterThan(6);
});

test.for<[pattern: RegExp, text: string]>([
  [/^a{2,3}$/, "aaa"],
  [/(?<!b)ab?$/, "ccab"],
  [/[^\]a]x|\d\x41/i, "zX"],
])("the counting matcher matches what the engine matches: %s", ([pattern, text]) => {
  expect(pattern.test(text)).toBe(true);
  expect(stepsOf(pattern, text)).toBeGreaterThan(0);
});
