import { expect } from "vitest";
import type { Outcome } from "../../src/diagnostics/diagnostic.js";
import { andThen, done } from "../../src/diagnostics/list.js";
import { check } from "../../src/document/check.js";
import type { Json } from "../../src/document/json.js";
import { emit } from "../../src/emit/index.js";
import { bundle } from "../../src/load/bundle.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import { plan } from "../../src/name/plan.js";
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
  maxMethodParams: 4,
  generatorVersion: "1",
  mode: { kind: "standalone", runtimeFiles: [], document: [], target: "t" },
};

/** All stages but reading and writing. */
export function generated(document: Json): Outcome<readonly OutputFile[]> {
  const bundled = bundle(new Map([[ROOT, document]]), ROOT);
  return andThen(done(bundled.document, bundled.problems), (whole) =>
    andThen(andThen(upgrade(whole), check), (checked) =>
      andThen(build(checked), (api) => done(emit(api, plan(api, options), options))),
    ),
  );
}

/** Either files that parse and can be written anywhere, or problems that say what is wrong, where, and what to do. */
export function expectSound(
  outcome: Outcome<readonly OutputFile[]>,
): Outcome<readonly OutputFile[]> {
  const { value, problems } = outcome;
  for (const { code, pointer, message, help } of problems) {
    expect(code).toMatch(/^[a-z][a-z0-9.-]*$/);
    expect(pointer).toMatch(/^(?:\/|$|[a-z]+:|[\w.]+)/);
    expect([message, help]).not.toContain("");
  }
  if (value === undefined) {
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    return outcome;
  }
  expect(
    checkPaths(
      value.map(({ path }) => path),
      ".speakeasy/gen.lock",
    ),
  ).toEqual([]);
  for (const { path, text } of value) if (path.endsWith(".ts")) namesIn(path, text);
  return outcome;
}
