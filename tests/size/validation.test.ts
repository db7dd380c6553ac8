/** What is in a bundle of an SDK that validates with zod, and what is not. */
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Engine,
  type ValidatingSDKs,
  functionOf,
  sdkOf,
  validatingSDKs,
} from "../support/validating-sdks.js";
import { type Bundle, bundle } from "./bundle.js";
import { oneZodSchema, rootSDK, zodConnectionData } from "./modules.js";

let sdks: ValidatingSDKs | undefined;

beforeAll(async () => {
  sdks = await validatingSDKs();
});
afterAll(() => sdks?.remove());

const made = new Map<string, Promise<Bundle>>();

/** With the identifiers of the sources. */
function named(module: string): Promise<Bundle> {
  const known = made.get(module) ?? bundle(module, { folder: sdks?.folder ?? "", named: true });
  made.set(module, known);
  return known;
}

const modules = (["zod-mini", "zod"] as const).flatMap((engine) => [
  [`one function that validates with ${engine}`, engine, functionOf(engine)] as const,
  [`a whole SDK that validates with ${engine}`, engine, sdkOf(engine)] as const,
]);

/** Calls of the function that makes the scalars of the built-in engine, which bundlers number. */
const scalars = /\bscalar\d*\("/;

test("an SDK that validates with the built-in engine has its scalars", async () => {
  const { code } = await named(functionOf("builtin"));
  expect(scalars.test(code)).toBe(true);
});

test.each(modules)("%s has no scalar of the built-in engine", async (_, __, module) => {
  const { code, files } = await named(module);
  // What takes any value is not zod's: requests are walked, because JSON cannot carry everything.
  const own = files.find(({ path }) => path.endsWith("src/lib/schema/scalars.ts"));
  expect(own?.bytes ?? 0).toBeLessThan(300);
  expect(scalars.test(code)).toBe(false);
});

test.each(modules)("%s has no zod of the other flavour", async (_, engine, module) => {
  const { files } = await named(module);
  const flavour = engine === "zod" ? "mini" : "classic";
  const other = files.filter(({ path }) => new RegExp(`zod/(v4/)?${flavour}\\b`).test(path));
  expect(other).toEqual([]);
});

test.each(modules)("%s refuses no unknown member: z.strictObject", async (_, __, module) => {
  const { code } = await named(module);
  expect(code.includes("strictObject")).toBe(false);
});

test.each([
  ["one function", functionOf("builtin")],
  ["a whole SDK", sdkOf("builtin")],
  ["the root SDK", rootSDK],
])("%s that validates with the built-in engine has nothing of zod", async (_, module) => {
  const { files } = await named(module);
  expect(files.filter(({ path }) => /\bzod\b/.test(path))).toEqual([]);
});

test.each([
  ["ampersand", oneZodSchema, /src\/(connections|platforms\/(?!ampersand\/zod))/],
  ["the unified API", zodConnectionData, /src\/platforms/],
])("a schema of zod of %s brings no code of others and no SDK", async (_, module, others) => {
  const { files } = await named(module);
  expect(files.filter(({ path }) => others.test(path))).toEqual([]);
  expect(files.filter(({ path }) => /src\/lib\/(?!zod|schema\/date-time)/.test(path))).toEqual([]);
});

/** What one function with its core adds to a bundle, minified and gzipped, in bytes. */
const goals: readonly (readonly [Engine, number])[] = [
  ["builtin", 15_500],
  ["zod-mini", 25_300],
  ["zod", 46_300],
];

test.each(goals)("one function with %s stays below its ceiling", async (engine, most) => {
  const { gzip } = await bundle(functionOf(engine), { folder: sdks?.folder ?? "" });
  expect(gzip).toBeLessThanOrEqual(most);
});
