/** Packages that validate with zod, or have schemas of zod beside their own engine. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ZOD_TOOL } from "../../src/emit/package/zod.js";
import { bundle } from "../../../tests/size/bundle.js";
import { limits } from "../../../tests/support/limits.js";
import { command, ended } from "../support/command.js";
import { contents } from "../support/folder.js";

const folder = mkdtempSync(join(tmpdir(), "generator-zod-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Mode {
  readonly setting: string;
  readonly isValidating: boolean;
  /** The ceiling of one function with the core and zod, minified, in bytes of gzip. */
  readonly gzip: number;
}

const modes: readonly Mode[] = [
  { setting: "validation: zod", isValidating: true, gzip: 42_700 },
  { setting: "validation: zod-mini", isValidating: true, gzip: 21_700 },
  { setting: "zodSchemas: zod", isValidating: false, gzip: 10_700 },
];

describe.each(modes)("$setting", ({ setting, isValidating, gzip }) => {
  const sdk = join(folder, setting.replace(": ", "-"));
  const npm = (...line: readonly string[]): ReturnType<typeof ended> => ended(sdk, "npm", ...line);

  beforeAll(async () => {
    mkdirSync(join(sdk, ".speakeasy"), { recursive: true });
    const document = join(folder, "parcels.yaml");
    cpSync(fileURLToPath(new URL("parcels.yaml", import.meta.url)), document);
    const settings = `typescript:\n  packageName: "@acme/parcels"\n  ${setting}\n`;
    writeFileSync(join(sdk, ".speakeasy/gen.yaml"), settings);
    const made = await command(folder, "generate", "--schema", document, "--out", sdk);
    expect(made.code, made.err).toBe(0);
    const installed = await npm("install", "--prefer-offline", "--no-audit", "--no-fund");
    expect(installed.code, installed.err).toBe(0);
  }, limits.installing);

  test("it compiles, passes its own tests and builds, with the oldest zod and the newest", async () => {
    for (const version of ["4.1.13", ZOD_TOOL["zod"]]) {
      const installed = await npm(
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        `zod@${version}`,
      );
      expect(installed.code, installed.err).toBe(0);
      const checked = await npm("run", "check");
      expect(checked.code, version + checked.out + checked.err).toBe(0);
    }
  });

  test("the runtime core has what the mode needs, and no other flavour of zod", () => {
    const files = Object.keys(contents(join(sdk, "src/lib/zod")));
    expect(files.includes("engine.ts")).toBe(isValidating);
    expect(files).toContain("json-schema.ts");
    expect(files.includes("mini.ts")).toBe(setting.endsWith("mini"));
    expect(files.includes("classic.ts")).toBe(!setting.endsWith("mini"));
  });

  test("a bundle of one function has zod, or none of it", async () => {
    const made = await bundle('export * from "./dist/funcs/parcelsGetParcel.js";', { folder: sdk });
    expect(made.files.some(({ path }) => path.includes("node_modules/zod/"))).toBe(isValidating);
    expect(made.code).not.toContain("strictObject");
    expect(made.gzip).toBeLessThan(gzip);
  });

  test("the whole SDK has the scalars of one engine: of the other, only what takes any value", async () => {
    const made = await bundle('export * from "./src/index.ts";', { folder: sdk });
    const scalars = made.files.find(({ path }) => path.endsWith("src/lib/schema/scalars.ts"));
    expect((scalars?.bytes ?? 0) < 200).toBe(isValidating);
    expect(made.code.includes("Blob, Uint8Array, ArrayBuffer")).toBe(!isValidating);
  });
});
