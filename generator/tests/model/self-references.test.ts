import { expect, test } from "vitest";
import { built } from "./documents.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

test("the reference that closes a cycle of unions is removed, with a warning", () => {
  const { api, diagnostics } = built({
    components: {
      schemas: {
        A: { anyOf: [ref("B"), { type: "string" }] },
        B: { anyOf: [ref("A"), { type: "number" }] },
        Tree: { type: "object", properties: { left: ref("Tree"), either: ref("A") } },
      },
    },
  });
  const types = Object.fromEntries(
    api.models.map(({ suggestedName, type }) => [suggestedName, type]),
  );
  expect(types["A"]).toMatchObject({
    kind: "union",
    variants: [
      { type: { kind: "ref", to: "/components/schemas/B" } },
      { type: { kind: "string" } },
    ],
  });
  expect(types["B"]).toEqual({ kind: "number" });
  expect(types["Tree"]).toMatchObject({ fields: [{ type: { kind: "ref" } }, {}] });
  expect(diagnostics).toMatchObject([
    { code: "schema-circular", severity: "warning", pointer: "/components/schemas/B" },
  ]);
});
