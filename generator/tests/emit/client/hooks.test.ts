import { expect, test } from "vitest";
import { createEmitContext } from "../../../src/emit/context.js";
import { emitSettings } from "../../../src/emit/package/settings.js";
import { emitSource } from "../../../src/emit/source.js";
import type { EmitOptions } from "../../../src/output/emit-options.js";
import type { OutputFile } from "../../../src/output/output-file.js";
import { api, operation, options } from "../support/api.js";
import { plainNames } from "../support/names.js";

const sample = api({
  operations: [
    operation("getThing", { scopes: ["things.read"] }),
    operation("get-other thing", { scopes: ["a", "b"] }),
    operation("ping"),
  ],
});

function files(parts: Partial<EmitOptions>): ReadonlyMap<string, OutputFile> {
  const written = emitSource(createEmitContext(sample, plainNames(sample), options(parts)));
  return new Map(written.map((file) => [file.path.replace("src/sample/", ""), file]));
}

/** The body of the client's constructor. */
function constructorOf(parts: Partial<EmitOptions>): readonly string[] {
  const { text = "" } = files(parts).get("core.ts") ?? {};
  const [, body = ""] =
    /constructor\(options: SDKOptions = \{\}\) \{\n([^]*?)\n {2}\}/.exec(text) ?? [];
  return body.split("\n").map((line) => line.trim());
}

test.for<[Partial<EmitOptions>, readonly string[]]>([
  [{}, ["super(config(), options);"]],
  [{ hooks: "hooks" }, ["super(config(), hooks ? hooks(options, config()) : options);"]],
  [{ hooks: "initHooks" }, ["super(config(), registeredHooks(initHooks)(options, config()));"]],
  [
    { hooks: "hooks", responseValidation: "strict" },
    [
      "const given: SDKOptions = {",
      "...options,",
      'responseValidation: options.responseValidation ?? "strict",',
      "};",
      "super(config(), hooks ? hooks(given, config()) : given);",
    ],
  ],
])("the client of an SDK with %o", ([parts, expected]) => {
  expect(constructorOf(parts)).toEqual(expected);
});

test("an SDK without hooks has no files for them, and one with hooks has the owner's once", () => {
  const names = (parts: Partial<EmitOptions>): readonly string[] =>
    [...files(parts).keys()].filter((path) => path.startsWith("hooks/"));
  expect(names({})).toEqual([]);
  expect(names({ hooks: "hooks" })).toEqual(["hooks/registration.ts", "hooks/index.ts"]);
  expect(names({ hooks: "initHooks" })).toEqual([
    "hooks/registration.ts",
    "hooks/index.ts",
    "hooks/types.ts",
  ]);
  expect(files({ hooks: "hooks" }).get("hooks/registration.ts")?.once).toBe(true);
});

test("the scopes of operations are for hooks alone", () => {
  const { text } = files({ hooks: "hooks" }).get("hooks/index.ts") ?? {};
  expect(text).toContain('{ getThing: ["things.read"], "get-other thing": ["a", "b"] };');
  expect(text).not.toContain("ping");
  expect(files({ hooks: "hooks" }).get("core.ts")?.text).not.toContain("things.read");
});

test("the index exports the owner's exports if there are some", () => {
  const line = 'export * from "./index.extras.js";\n';
  expect(files({}).get("index.ts")?.text).not.toContain(line);
  expect(files({ hasExtras: true }).get("index.ts")?.text.endsWith(line)).toBe(true);
});

const settings = (parts: Partial<EmitOptions>): string =>
  emitSettings(sample, options(parts)).find(({ path }) => path === "src/tsconfig.json")?.text ?? "";

test("the settings of a package allow what hooks of Speakeasy's contain", () => {
  const strict = /isolatedDeclarations|verbatimModuleSyntax|erasableSyntaxOnly/;
  expect(settings({ hooks: "hooks" })).toMatch(strict);
  expect(settings({ hooks: "initHooks" })).not.toMatch(strict);
  expect(settings({ hooks: "initHooks" })).toContain('"strict": true');
});
