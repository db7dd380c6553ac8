import { expect, test } from "vitest";
import { nearest } from "../../src/config/keys.js";
import { readWorkflow } from "../../src/config/workflow.js";
import type { Json } from "../../src/document/json.js";

const sources = { api: { inputs: [{ location: "a.yaml" }], overlays: [{ location: "o.yaml" }] } };

function problemsOf(value: Json): readonly string[] {
  return readWorkflow(value, "w").problems.map(({ severity, code, pointer, help }) =>
    [severity, code, pointer, help].join(" "),
  );
}

test("a workflow has its sources and targets", () => {
  const targets = {
    ts: { target: "typescript", source: "api", output: "out" },
    two: { config: "g.yaml" },
  };
  const { value, problems } = readWorkflow({ workflowVersion: "1.0.0", sources, targets }, "w");
  expect(problems).toEqual([]);
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
    "warning config-not-honoured w#/speakeasyVersion Take it out",
  ],
  [
    "a misspelt key",
    { sources, targets: { t: { ouput: "." } } },
    "warning config-unknown-key w#/targets/t/ouput Did you mean `output`?",
  ],
  ["no targets", { sources }, "error config-missing w# Add `targets`"],
  [
    "no inputs",
    { sources: { a: {} }, targets: { t: {} } },
    "error config-missing w#/sources/a Add `inputs`",
  ],
  [
    "an input without a location",
    { sources: { a: { inputs: [{}] } }, targets: { t: {} } },
    "error config-missing w#/sources/a/inputs/0 Add `location`",
  ],
  [
    "an unknown source",
    { sources, targets: { t: { source: "apo" } } },
    "error config-unknown-source w#/targets/t/source Did you mean `api`?",
  ],
  [
    "another language",
    { sources, targets: { t: { target: "go" } } },
    "error config-language w#/targets/t/target Use",
  ],
  [
    "another version",
    { workflowVersion: "2.0.0", sources, targets: { t: {} } },
    "error config-version w#/workflowVersion We read",
  ],
  ["a list of targets", { sources, targets: [] }, "error config-wrong-value w#/targets Correct"],
])("%s is named", (_, value, problem) => {
  expect(problemsOf(value)[0]).toContain(problem);
});

test.each<Json>([
  null,
  "x",
  [],
  1,
  { sources: 1, targets: { a: 1 } },
  { sources: { a: { inputs: [1] } } },
])("%j is a problem and no exception", (value) => {
  expect(readWorkflow(value, "w").value).toBeUndefined();
});

test.each([
  ["packagename", "packageName"],
  ["enumFromat", "enumFormat"],
  ["zzz", undefined],
])("the name meant by %s is %s", (word, name) => {
  expect(nearest(word, ["packageName", "enumFormat"])).toBe(name);
});
