import { expect, test } from "vitest";
import { readWorkflow } from "../../src/config/workflow.js";
import type { Json } from "../../src/document/json.js";
import { nearest } from "../../src/strings/spelling.js";

const sources = { api: { inputs: [{ location: "a.yaml" }], overlays: [{ location: "o.yaml" }] } };

function diagnosticsOf(value: Json): readonly string[] {
  return readWorkflow(value, "w").diagnostics.map(({ severity, code, pointer, help }) =>
    [severity, code, pointer, help].join(" "),
  );
}

test("sources and targets are read", () => {
  const targets = {
    ts: { target: "typescript", source: "api", output: "out" },
    two: { config: "g.yaml" },
  };
  const { value, diagnostics } = readWorkflow({ workflowVersion: "1.0.0", sources, targets }, "w");
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    sources: new Map([["api", { inputs: ["a.yaml"], overlays: ["o.yaml"] }]]),
    targets: [
      { name: "ts", source: "api", output: "out", config: "out/.speakeasy/gen.yaml" },
      { name: "two", source: "api", output: ".", config: "g.yaml" },
    ],
  });
});

test.each<readonly [string, Json, string]>([
  [
    "a key of Speakeasy",
    { speakeasyVersion: "latest", sources, targets: { t: {} } },
    "note config-key-foreign w#/speakeasyVersion No change is needed",
  ],
  [
    "a key of Speakeasy that would make a difference",
    {
      sources: { a: { inputs: [{ location: "a.yaml" }], transformations: [{}, { x: 1 }] } },
      targets: { t: {} },
    },
    "warning config-key-ignored w#/sources/a/transformations Remove it",
  ],
  [
    "a misspelled key",
    { sources, targets: { t: { ouput: "." } } },
    "warning config-key-unknown w#/targets/t/ouput Did you mean `output`?",
  ],
  ["no targets", { sources }, "error config-key-missing w# Add `targets`"],
  [
    "no inputs",
    { sources: { a: {} }, targets: { t: {} } },
    "error config-key-missing w#/sources/a Add `inputs`",
  ],
  [
    "an input without a location",
    { sources: { a: { inputs: [{}] } }, targets: { t: {} } },
    "error config-key-missing w#/sources/a/inputs/0 Add `location`",
  ],
  [
    "an unknown source",
    { sources, targets: { t: { source: "apo" } } },
    "error config-source-unknown w#/targets/t/source Did you mean `api`?",
  ],
  [
    "another language",
    { sources, targets: { t: { target: "go" } } },
    "error config-language-unsupported w#/targets/t/target Use",
  ],
  [
    "another version",
    { workflowVersion: "2.0.0", sources, targets: { t: {} } },
    "error config-version-unsupported w#/workflowVersion Use `workflowVersion: 1.0.0`",
  ],
  ["a list of targets", { sources, targets: [] }, "error config-value-invalid w#/targets Correct"],
])("%s is named", (_, value, diagnostic) => {
  expect(diagnosticsOf(value)[0]).toContain(diagnostic);
});

test.each<Json>([
  null,
  "x",
  [],
  1,
  { sources: 1, targets: { a: 1 } },
  { sources: { a: { inputs: [1] } } },
])("%j is a diagnostic and no exception", (value) => {
  expect(readWorkflow(value, "w").value).toBeUndefined();
});

test.each([
  ["packagename", "packageName"],
  ["enumFromat", "enumFormat"],
  ["zzz", undefined],
])("the closest name to %s is %s", (word, name) => {
  expect(nearest(word, ["packageName", "enumFormat"])).toBe(name);
});
