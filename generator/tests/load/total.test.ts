import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import { check } from "../../src/document/check.js";
import type { Json } from "../../src/document/json.js";
import { bundle } from "../../src/load/bundle.js";
import { mergeDocuments } from "../../src/load/merge.js";
import { upgrade } from "../../src/load/upgrade.js";
import { limits } from "../../../tests/support/limits.js";

const ROOT = "file:///w/openapi.yaml";
const OTHER = "file:///w/o.yaml";

const REFS = [
  "o.yaml",
  "o.yaml#/paths",
  "o.yaml#/components/schemas/A",
  "#/components/schemas/A",
  "#/paths/~1a",
  "#",
  "#x",
  "",
  "%",
  "http://",
  "o.yaml#/%",
  "../openapi.yaml#/components/schemas/A",
  "o.yaml#/components/schemas/A/properties/b",
];
const KEYS = [
  "openapi",
  "info",
  "paths",
  "/a",
  "get",
  "parameters",
  "schema",
  "properties",
  "items",
  "components",
  "schemas",
  "A",
  "b",
  "responses",
  "200",
  "content",
  "$ref",
  "$anchor",
  "discriminator",
  "mapping",
  "oneOf",
  "allOf",
  "nullable",
  "exclusiveMinimum",
  "minimum",
  "type",
  "enum",
  "example",
  "callbacks",
  "__proto__",
];

const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 1, "x", "string", ...REFS),
    fc.record({ $ref: fc.constantFrom<Json>(...REFS) }),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("tree"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

test(
  "no pair of files makes the stages before the model throw or hang",
  { timeout: limits.computing },
  () => {
    fc.assert(
      fc.property(tree, tree, tree, (paths, schemas, other) => {
        const root: Json = { openapi: "3.0.0", info: {}, paths, components: { schemas } };
        const { document, unread } = bundle(
          new Map([
            [ROOT, root],
            [OTHER, other],
          ]),
          ROOT,
        );
        expect(unread.includes(OTHER)).toBe(false);
        const merged = mergeDocuments([document, other]);
        const upgraded = upgrade(merged.value ?? null);
        if (upgraded.value !== undefined) check(upgraded.value);
      }),
      runs(1000),
    );
  },
);

test("bundling a bundled document changes nothing", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(tree, tree, (schemas, other) => {
      const root: Json = { components: { schemas } };
      const files = new Map([
        [ROOT, root],
        [OTHER, other],
      ]);
      const once = bundle(files, ROOT);
      fc.pre(once.diagnostics.length === 0 && once.unread.length === 0);
      expect(bundle(new Map([[ROOT, once.document]]), ROOT).document).toEqual(once.document);
    }),
    runs(1000),
  );
});
