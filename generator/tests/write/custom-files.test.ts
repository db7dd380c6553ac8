import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { customFilesIn } from "../../src/write/custom-files.js";
import { folder } from "../support/folder.js";

test.for<[string, "hooks" | "initHooks"]>([
  ["export const hooks: SDKHooks | undefined = undefined;", "hooks"],
  ["export const hooks: SDKHooks = defineHooks({});", "hooks"],
  ["", "hooks"],
  ["export function initHooks(hooks: Hooks) {}", "initHooks"],
  ["export  async function\n  initHooks(hooks) {}", "initHooks"],
  ["export const initHooks = (hooks: Hooks): void => {};", "initHooks"],
  ["function initHooks() {}\nexport { initHooks };", "initHooks"],
  ['export { type A, register as initHooks } from "./mine.js";', "initHooks"],
  ["// export function initHooks() {}", "hooks"],
  ["/*\nexport function initHooks() {}\n*/\nexport const hooks = undefined;", "hooks"],
  ["function initHooks() {}\nexport const hooks = defineHooks();", "hooks"],
  ["export function initHooksLater() {}", "hooks"],
])("a file for hooks with %j exports %s", ([text, expected]) => {
  const root = folder({ "src/hooks/registration.ts": text });
  expect(customFilesIn(root, "src")).toEqual({ hooks: expected, hasExtras: false });
});

test("without files of the owner's, hooks are as they are first written", () => {
  expect(customFilesIn(folder(), "src")).toEqual({ hooks: "hooks", hasExtras: false });
});

test("the owner's exports may be a link, and a folder is none", () => {
  const root = folder({ "api/index.extras.ts": "export {};\n" });
  expect(customFilesIn(root, "api").hasExtras).toBe(true);
  renameSync(join(root, "api/index.extras.ts"), join(root, "mine.ts"));
  symlinkSync(join(root, "mine.ts"), join(root, "api/index.extras.ts"));
  expect(customFilesIn(root, "api").hasExtras).toBe(true);
  mkdirSync(join(root, "other/index.extras.ts"), { recursive: true });
  expect(customFilesIn(root, "other").hasExtras).toBe(false);
});
