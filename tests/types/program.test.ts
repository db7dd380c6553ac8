import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import ts from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");

function program(): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, root);
}

test("type tests are type-checked under the strictest options", () => {
  const { fileNames, options, errors } = program();
  const tests = readdirSync(here).filter((name) => name.endsWith(".test-d.ts"));
  expect(errors).toEqual([]);
  expect(tests).toEqual(
    expect.arrayContaining(["operation.test-d.ts", "surface.test-d.ts", "zod.test-d.ts"]),
  );
  expect(fileNames).toEqual(expect.arrayContaining(tests.map((name) => join(here, name))));
  expect(options).toMatchObject({
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
  });
});
