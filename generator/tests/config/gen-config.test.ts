import { expect, test } from "vitest";
import { readGenConfig } from "../../src/config/gen-config.js";
import type { Json } from "../../src/document/json.js";

function regionsOf(generation: Json, typescript: Json): boolean | undefined {
  return readGenConfig({ generation, typescript }, "g").value?.customCodeRegions;
}

test("regions are enabled or not in either section, and typescript takes precedence", () => {
  expect(regionsOf({}, {})).toBeUndefined();
  expect(regionsOf({ enableCustomCodeRegions: false }, {})).toBe(false);
  expect(regionsOf({ enableCustomCodeRegions: false }, { enableCustomCodeRegions: true })).toBe(
    true,
  );
});

test("every supported key is read", () => {
  const embed = { source: "./src/a/", runtime: "src/lib", docs: "docs/a" };
  const { value, diagnostics } = readGenConfig(
    {
      configVersion: "2.0.0",
      generation: { sdkClassName: "Api", baseServerUrl: "https://x" },
      typescript: {
        version: 1.5,
        packageName: "p",
        author: "me",
        license: "MIT",
        envVarPrefix: "API",
        enumFormat: "union",
        flattenGlobalSecurity: false,
        maxMethodParams: 4,
        responseFormat: "flat",
        defaultErrorName: "APIError",
        additionalDependencies: { dependencies: { a: "^1" }, devDependencies: {} },
        generatorPackage: "file:../sdkwright",
        repository: "https://github.com/acme/parcels",
        idempotent: { search: true, increment: false },
        moduleFormat: "dual",
        dateTime: "string",
        sharedErrors: false,
        responseHeaders: "result",
        binaryResponses: "stream",
        laxMode: "strict",
        hooks: true,
        enableCustomCodeRegions: false,
        embed,
      },
    },
    "g",
  );
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    sdkClassName: "Api",
    baseServerUrl: "https://x",
    version: "1.5",
    packageName: "p",
    author: "me",
    license: "MIT",
    envVarPrefix: "API",
    flattenGlobalSecurity: false,
    maxMethodParams: 4,
    dateTime: "string",
    sharedErrors: false,
    responseHeaders: "result",
    binaryResponses: "stream",
    laxMode: "strict",
    hooks: true,
    customCodeRegions: false,
    additionalDependencies: { dependencies: { a: "^1" } },
    generatorPackage: "file:../sdkwright",
    repository: "https://github.com/acme/parcels",
    idempotent: {
      pointer: "g#/typescript/idempotent",
      operations: new Map([
        ["search", true],
        ["increment", false],
      ]),
    },
    embed: { source: "src/a", runtime: "src/lib", docs: "docs/a" },
  });
});

test("an embed without a folder for pages is complete", () => {
  const embed = { source: "src/a", runtime: "src/lib" };
  expect(readGenConfig({ typescript: { embed } }, "g")).toEqual({
    value: { embed },
    diagnostics: [],
  });
});

test("a key of Speakeasy with which it does what sdkwright does is not named", () => {
  const generation = {
    devContainers: { enabled: false, schemaPath: "x" },
    maintainOpenAPIOrder: true,
    persistentEdits: { enabled: false },
    schemas: { allOfMergeStrategy: "deepMerge" },
    requestBodyFieldName: "",
    fixes: { nameResolutionDec2023: true, parameterOrderingFeb2024: true },
    auth: { oAuth2ClientCredentialsEnabled: true },
    inferSSEOverload: true,
  };
  const typescript = {
    additionalPackageJSON: {},
    additionalScripts: null,
    baseErrorName: "",
    defaultErrorName: "",
    enableReactQuery: false,
    sseFlatResponse: "false",
    fixEnumNameSanitization: false,
    requestExtras: false,
    apiPromiseHelpers: false,
    customCasings: {},
    eventStreamClassName: "EventStream",
    inferSSEOverload: true,
    preApplyUnionDiscriminators: true,
    moduleFormat: "esm",
    usageSDKInitImports: [],
  };
  expect(readGenConfig({ generation, typescript }, "g").diagnostics).toEqual([]);
});

test("an empty file uses the defaults for everything", () => {
  expect(readGenConfig({}, "g")).toEqual({ value: {}, diagnostics: [] });
});

test.each([
  "1.2.3",
  "^0.1.0",
  "~1.2",
  1,
  "2.0.0-beta.1",
  "file:../clone/generator",
  "file:vendor/sdkwright-0.1.0.tgz",
  "git+https://git.example/tools/sdkwright.git#v0.1.0",
  "git+ssh://git@git.example/sdkwright.git",
])("the generator's package can be %s", (generatorPackage) => {
  expect(readGenConfig({ typescript: { generatorPackage } }, "g")).toEqual({
    value: { generatorPackage: String(generatorPackage) },
    diagnostics: [],
  });
});

test.each<readonly [string, Json, string]>([
  [
    "a key of Speakeasy",
    { typescript: { enableMCPServer: true } },
    "warning config-key-ignored g#/typescript/enableMCPServer",
  ],
  ["another language", { python: { version: 1 } }, "note config-key-foreign g#/python"],
  [
    "a key that is not about the SDK",
    { generation: { usageSnippets: { sdkInitStyle: "constructor" } } },
    "note config-key-foreign g#/generation/usageSnippets",
  ],
  [
    "a member of a key of Speakeasy",
    { generation: { fixes: { nameResolutionFeb2025: false, parameterOrderingFeb2024: false } } },
    "warning config-key-ignored g#/generation/fixes/parameterOrderingFeb2024",
  ],
  [
    "a member of a member of a key of Speakeasy",
    { typescript: { imports: { option: "openapi", paths: { shared: "models/shared" } } } },
    "warning config-key-ignored g#/typescript/imports/paths/shared",
  ],
  [
    "a misspelled member of a key of Speakeasy",
    { generation: { auth: { hoistGlobalSecurty: true } } },
    "warning config-key-unknown g#/generation/auth/hoistGlobalSecurty",
  ],
  [
    "a misspelled key",
    { typescript: { packageNam: "x" } },
    "warning config-key-unknown g#/typescript/packageNam",
  ],
  ["a misspelled section", { typscript: {} }, "warning config-key-unknown g#/typscript"],
  [
    "a fixed key with another value",
    { typescript: { responseFormat: "envelope" } },
    "warning config-value-ignored g#/typescript/responseFormat",
  ],
  [
    "a string for a number",
    { typescript: { maxMethodParams: "4" } },
    "error config-value-invalid g#/typescript/maxMethodParams",
  ],
  [
    "a negative count",
    { typescript: { maxMethodParams: -1 } },
    "error config-value-invalid g#/typescript/maxMethodParams",
  ],
  [
    "an invalid choice",
    { typescript: { dateTime: "Date" } },
    "error config-value-invalid g#/typescript/dateTime",
  ],
  [
    "a header with another meaning",
    { typescript: { idempotencyKeyHeader: "Authorization" } },
    "error config-value-invalid g#/typescript/idempotencyKeyHeader",
  ],
  [
    "a header with a space",
    { typescript: { idempotencyKeyHeader: "Idempotency Key" } },
    "error config-value-invalid g#/typescript/idempotencyKeyHeader",
  ],
  [
    "an invalid class name",
    { generation: { sdkClassName: "!!" } },
    "error config-value-invalid g#/generation/sdkClassName",
  ],
  ...["", "latest", "*", "sdkwright", "file:", "git+https://", "https://a/b.tgz", "1.0.0 || 2"].map(
    (generatorPackage): readonly [string, Json, string] => [
      `the package ${JSON.stringify(generatorPackage)} of the generator`,
      { typescript: { generatorPackage } },
      "error config-value-invalid g#/typescript/generatorPackage",
    ],
  ),
  [
    "an operation that is neither idempotent nor not",
    { typescript: { idempotent: { search: "yes" } } },
    "error config-value-invalid g#/typescript/idempotent/search",
  ],
  [
    "a list of idempotent operations",
    { typescript: { idempotent: ["search"] } },
    "error config-value-invalid g#/typescript/idempotent",
  ],
  ...[
    "acme/parcels",
    "git@github.com:acme/parcels.git",
    "http://a.example/b",
    "https://me:key@a.example/b",
  ].map((repository): [string, Json, string] => [
    `the repository ${repository}`,
    { typescript: { repository } },
    "error config-value-invalid g#/typescript/repository",
  ]),
  [
    "an incomplete embed",
    { typescript: { embed: { source: "src" } } },
    "error config-key-missing g#/typescript/embed",
  ],
  [
    "an unknown key of embed",
    { typescript: { embed: { source: "src", runtime: "lib", exports: {} } } },
    "warning config-key-unknown g#/typescript/embed/exports",
  ],
  ["a list", [], "error config-value-invalid g#"],
  ["a section that is a string", { typescript: "x" }, "error config-value-invalid g#/typescript"],
])("%s is named", (_, value, diagnostic) => {
  const found = readGenConfig(value, "g").diagnostics.map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  );
  expect(found).toEqual([diagnostic]);
});

test.each(["lax", "strict"])("laxMode: %s is read without a warning", (laxMode) => {
  const { value, diagnostics } = readGenConfig({ typescript: { laxMode } }, "g");
  expect([value, diagnostics]).toEqual([{ laxMode }, []]);
});

test("another laxMode is an error", () => {
  const { diagnostics } = readGenConfig({ typescript: { laxMode: "loose" } }, "g");
  expect(diagnostics).toMatchObject([
    { code: "config-value-invalid", pointer: "g#/typescript/laxMode" },
  ]);
});
