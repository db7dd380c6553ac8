import { type Context, Script } from "node:vm";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { Json } from "../../src/document/json.js";
import { applyOverlay } from "../../src/load/overlay.js";

const base: Json = {
  info: { title: "T", version: "1" },
  tags: [{ name: "a" }, { name: "b" }, { name: "c" }],
  paths: { "/a": { get: { tags: ["x"], deprecated: false } } },
};

afterEach(() => {
  vi.restoreAllMocks();
});

function applied(actions: readonly Json[], document: Json = base): Json | undefined {
  return applyOverlay(document, { overlay: "1.0.0", actions }, "o.yaml").value;
}

test("objects are merged deeply, and lists are appended to", () => {
  const update = { get: { tags: ["y"], deprecated: true, summary: "s" } };
  expect(applied([{ target: "$.paths['/a']", update }])).toMatchObject({
    paths: { "/a": { get: { tags: ["x", "y"], deprecated: true, summary: "s" } } },
  });
});

test("a selected list gets an item, or the items of a list", () => {
  expect(applied([{ target: "$.tags", update: { name: "d" } }])).toMatchObject({
    tags: [{}, {}, {}, { name: "d" }],
  });
  expect(applied([{ target: "$.tags", update: [{ name: "d" }, { name: "e" }] }])).toMatchObject({
    tags: [{}, {}, {}, { name: "d" }, { name: "e" }],
  });
});

test("a scalar is replaced by a scalar", () => {
  expect(applied([{ target: "$.info.title", update: "New" }])).toMatchObject({
    info: { title: "New", version: "1" },
  });
});

test("every selected item of a list is removed", () => {
  expect(applied([{ target: "$.tags[?@.name=='a' || @.name=='c']", remove: true }])).toMatchObject({
    tags: [{ name: "b" }],
  });
  expect(applied([{ target: "$.tags[*]", remove: true }])).toMatchObject({ tags: [] });
});

test.each([
  ["$.tags[2,0]", ["b"]],
  ["$.tags[::-1]", []],
  ["$.tags[2,?@.name == 'a',2]", ["b"]],
  ["$..[?@.name == 'c' || @.name == 'b']", ["a"]],
])("removing %s removes what is selected, in whatever order", (target, left) => {
  expect(applied([{ target, remove: true }])).toMatchObject({
    tags: left.map((name) => ({ name })),
  });
});

test("an update of a value and of what is in it changes both", () => {
  const update = { description: "d" };
  expect(applied([{ target: "$.paths..['/a','get']", update }])).toMatchObject({
    paths: { "/a": { description: "d", get: { tags: ["x"], description: "d" } } },
  });
});

test("a target may use the functions of JSONPath", () => {
  const target = "$..[?length(@.tags) == 1 && match(@.tags[0], '[w-z]')]";
  expect(applied([{ target, update: { deprecated: true } }])).toMatchObject({
    paths: { "/a": { get: { deprecated: true } } },
  });
});

test("a target that takes too long is an error at the target", () => {
  const run = Script.prototype.runInContext;
  vi.spyOn(Script.prototype, "runInContext").mockImplementation(function (
    this: Script,
    context: Context,
  ): unknown {
    return run.call(this, context, { timeout: 200 });
  });
  const value = { version: "a".repeat(60) };
  const actions = [{ target: "$.info[?match(@, '(a*)*b')]", update: "x" }];
  const { value: changed, diagnostics } = applyOverlay(
    { info: value },
    { overlay: "1.0.0", actions },
    "o.yaml",
  );
  expect(changed).toEqual({ info: value });
  expect(diagnostics).toMatchObject([
    {
      code: "overlay-target-invalid",
      pointer: "o.yaml#/actions/0/target",
      help: "Select fewer values, or use a simpler regular expression.",
    },
  ]);
});

test("remove wins over update, and actions see the results of earlier ones", () => {
  const actions = [
    { target: "$.info", update: { contact: {} } },
    { target: "$.info.contact", remove: true, update: { name: "n" } },
  ];
  expect(applied(actions)).toEqual(base);
});

test("a name from the prototype is an ordinary name", () => {
  const update: Json = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}');
  const result = applied([{ target: "$.info", update }]);
  expect(Object.hasOwn({}, "polluted")).toBe(false);
  expect(JSON.stringify(result)).toContain('"__proto__":{"polluted":true}');
});

test.each<readonly [string, Json, string, string, string]>([
  [
    "selects nothing",
    { target: "$.nothing", update: {} },
    "warning",
    "overlay-no-match",
    "o.yaml#/actions/0",
  ],
  ["does nothing", { target: "$.info" }, "warning", "overlay-action-empty", "o.yaml#/actions/0"],
  ["has no target", { update: {} }, "error", "overlay-target-invalid", "o.yaml#/actions/0"],
  [
    "has a target that is not a JSONPath",
    { target: "info", update: {} },
    "error",
    "overlay-target-invalid",
    "o.yaml#/actions/0/target",
  ],
  [
    "removes everything",
    { target: "$", remove: true },
    "error",
    "overlay-target-invalid",
    "o.yaml#/actions/0",
  ],
  [
    "merges an object into a string",
    { target: "$.info.title", update: { a: 1 } },
    "error",
    "overlay-type-mismatch",
    "o.yaml#/actions/0",
  ],
  ["is a string", "hello", "error", "overlay-target-invalid", "o.yaml#/actions/0"],
])("an action that %s is a diagnostic", (_, action, severity, code, pointer) => {
  const { diagnostics } = applyOverlay(base, { overlay: "1.0.0", actions: [action] }, "o.yaml");
  expect(diagnostics).toMatchObject([{ severity, code, pointer }]);
});

test.each<Json>([
  null,
  [],
  {},
  { overlay: "1.0.0" },
  { overlay: "2.0.0", actions: [] },
  { openapi: "3.1.0" },
])("%j is not an overlay", (overlay) => {
  expect(applyOverlay(base, overlay, "o.yaml").diagnostics).toMatchObject([
    { code: "overlay-invalid" },
  ]);
});

test("a removal takes away what an update has added", () => {
  const names = fc
    .string({ minLength: 1 })
    .filter((name) => name !== "title" && name !== "version");
  fc.assert(
    fc.property(names, fc.jsonValue(), (name, value) => {
      // fast-check's type for the same values
      const update = Object.fromEntries([[name, value as Json]]);
      const actions: Json[] = [
        { target: "$.info", update },
        { target: `$.info[${JSON.stringify(name)}]`, remove: true },
      ];
      expect(applied(actions)).toEqual(base);
    }),
  );
});

test("the given document is not changed", () => {
  const before = structuredClone(base);
  applied([
    { target: "$..*", remove: true },
    { target: "$", update: { x: 1 } },
  ]);
  expect(base).toEqual(before);
});
