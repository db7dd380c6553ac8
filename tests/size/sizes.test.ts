import { expect, test } from "vitest";
import { bundle } from "./bundle.js";
import { bundles } from "./bundles.js";
import * as modules from "./modules.js";
import { rootSDKOn } from "./platform-modules.js";
import { growth, limitOf, readSizes, sizeOf } from "./sizes.js";

const recorded = readSizes();

test("every bundle has a recorded size, and every recorded size a bundle", () => {
  const names = bundles.map(({ name }) => name);
  expect(Object.keys(recorded), "Run `npm run sizes`.").toEqual(names);
});

const known = bundles.flatMap(({ name, module }) => {
  const before = recorded[name];
  return before === undefined ? [] : [[name, module, before] as const];
});

test.each(known)("%s stays within one percent of its recorded size", async (_, module, before) => {
  const now = sizeOf(await bundle(module));
  const files = growth(before, now);
  expect(
    now.gzip,
    `The bundle grew from ${before.gzip} to ${now.gzip} bytes, gzipped. If it is worth that, run \`npm run sizes\`.\n${files}\n`,
  ).toBeLessThanOrEqual(limitOf(before));
});

test("growth names the files that grew or are new, and by how much", () => {
  const before = { gzip: 100, files: { "a.ts": 10, "b.ts": 20, "c.ts": 30, "gone.ts": 5 } };
  const now = { gzip: 110, files: { "a.ts": 12, "b.ts": 20, "c.ts": 29, "new.ts": 7 } };
  expect(growth(before, now)).toBe(
    "  new.ts grew by 7 bytes, from 0 to 7\n  a.ts grew by 2 bytes, from 10 to 12",
  );
});

/** What a bundle must never weigh, minified and gzipped, in bytes, whatever is recorded. */
const goals: readonly (readonly [what: string, module: string, most: number])[] = [
  ["one function of a platform SDK with its core", modules.platformFunction, 15_500],
  ["the root SDK", modules.rootSDK, 23_900],
  ["the root SDK on Ampersand", rootSDKOn("ampersand"), 23_900],
  ["the root SDK on Nango", rootSDKOn("nango"), 30_600],
  ["the root SDK on Codat", rootSDKOn("codat"), 26_450],
  ["the root SDK on Mammoth", rootSDKOn("mammoth"), 26_450],
];

test.each(goals)("%s stays below the size that we promise", async (_, module, most) => {
  const { gzip } = await bundle(module);
  expect(gzip).toBeLessThanOrEqual(most);
});

test("a second function adds little more than its own spec", async () => {
  const one = await bundle(modules.platformFunction);
  const two = await bundle(modules.twoPlatformFunctions);
  expect(two.gzip - one.gzip).toBeLessThanOrEqual(150);
});
