import { expect } from "vitest";
import { type StageResult, andThen, done } from "../../src/diagnostics/stage-result.js";
import { check } from "../../src/document/check.js";
import type { Json } from "../../src/document/json.js";
import { emit } from "../../src/emit/index.js";
import { bundle } from "../../src/load/bundle.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import type { EmitOptions } from "../../src/output/emit-options.js";
import type { OutputFile } from "../../src/output/output-file.js";
import { checkPaths } from "../../src/write/paths.js";
import { namesIn } from "../support/names.js";

const ROOT = "file:///openapi.yaml";

const options: EmitOptions = {
  packageName: "@acme/api",
  packageVersion: "1.0.0",
  sdkClassName: "SDK",
  envVarPrefix: "SDK",
  flattenGlobalSecurity: true,
  dateTime: "date",
  responseHeaders: "inspect",
  binaryResponses: "bytes",
  maxMethodParams: 4,
  generatorVersion: "1",
  mode: { kind: "standalone", runtimeFiles: [], document: [], target: "t" },
};

/** All stages except reading and writing. */
export function generated(document: Json): StageResult<readonly OutputFile[]> {
  const bundled = bundle(new Map([[ROOT, document]]), ROOT);
  return andThen(done(bundled.document, bundled.diagnostics), (whole) =>
    andThen(andThen(upgrade(whole), check), (checked) =>
      andThen(build(checked), (api) => done(emit(api, assignNames(api, options), options))),
    ),
  );
}

/**
 * Expects files that parse and can be written anywhere, or diagnostics that say what is wrong,
 * where, and what to do.
 */
export function expectSound(
  result: StageResult<readonly OutputFile[]>,
): StageResult<readonly OutputFile[]> {
  const { value, diagnostics } = result;
  for (const { code, pointer, message, help } of diagnostics) {
    expect(code).toMatch(/^[a-z][a-z0-9.-]*$/);
    expect(pointer).toMatch(/^(?:\/|$|[a-z]+:|[\w.]+)/);
    expect([message, help]).not.toContain("");
  }
  if (value === undefined) {
    expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    return result;
  }
  expect(
    checkPaths(
      value.map(({ path }) => path),
      ".speakeasy/gen.lock",
    ),
  ).toEqual([]);
  for (const { path, text } of value) if (path.endsWith(".ts")) namesIn(path, text);
  return result;
}
