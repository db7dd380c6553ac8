import { expect, test } from "vitest";
import { bundle } from "./bundle.js";
import * as modules from "./modules.js";

/** What a module may weigh, minified and gzipped, in bytes. */
const ceilings: readonly [what: string, module: string, ceiling: number][] = [
  ["one function of a platform SDK with its core", modules.platformFunction, 10_100],
  ["one function of the root SDK with its core", modules.rootFunction, 10_950],
  ["the root SDK", modules.rootSDK, 13_000],
  ["an error class to compare with", modules.oneErrorClass, 830],
  ["the values of an enum", modules.oneEnum, 150],
];

test.each(ceilings)("%s stays below its ceiling", async (_, module, ceiling) => {
  const { gzip, files } = await bundle(module);
  const largest = files.slice(0, 5).map(({ path, bytes }) => `${path} ${bytes}`);
  expect(gzip, `the largest parts, minified: ${largest.join(", ")}`).toBeLessThanOrEqual(ceiling);
});

test("a second function adds little more than its own description", async () => {
  const one = await bundle(modules.platformFunction);
  const two = await bundle(modules.twoPlatformFunctions);
  expect(two.gzip - one.gzip).toBeLessThanOrEqual(150);
});
