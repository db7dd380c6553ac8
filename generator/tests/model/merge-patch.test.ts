import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../../../tests/support/limits.js";
import { runs } from "../../../tests/support/runs.js";
import { splitNull } from "../../src/model/type-helpers.js";
import type { Api, Pointer, Type } from "../../src/model/types.js";
import { anySchema } from "./arbitrary.js";
import { built } from "./documents.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const responses = { 204: { description: "Done" } };

const body = (media: string): object => ({ content: { [media]: { schema: ref("A") } } });

/** A document that patches `A`, and uses it for something else too. */
function apiOf(schemas: object, media: string, isUsedElsewhere = true): Api {
  const paths = {
    "/patched": { patch: { operationId: "patch", requestBody: body(media), responses } },
    ...(isUsedElsewhere && {
      "/plain": { put: { operationId: "put", requestBody: body("application/json"), responses } },
    }),
  };
  return built({ components: { schemas }, paths }).api;
}

const names = ({ models }: Api): readonly string[] =>
  models.map(({ suggestedName }) => suggestedName);

test("only models that differ as patches get a second type", () => {
  const schemas = {
    A: {
      type: "object",
      required: ["same", "other", "tags"],
      properties: {
        same: ref("Same"),
        other: ref("Other"),
        tags: { type: "array", items: ref("Other") },
      },
    },
    Same: { type: "object", required: ["x"], properties: { x: { type: "string" } } },
    Other: { type: "object", properties: { x: { type: "string" } } },
    Mode: { enum: ["a", "b"] },
  };
  expect(names(apiOf(schemas, "application/merge-patch+json"))).toEqual([
    "A",
    "A Patch",
    "Same",
    "Other",
    "Other Patch",
    "Mode",
  ]);
  // A is patched only; Other is an item of an array too.
  expect(names(apiOf(schemas, "application/merge-patch+json", false))).toEqual([
    "A",
    "Same",
    "Other",
    "Other Patch",
    "Mode",
  ]);
  expect(names(apiOf(schemas, "application/json"))).toEqual(["A", "Same", "Other", "Mode"]);
});

test("a patch whose name is taken has another one", () => {
  const object = { type: "object", properties: { x: { type: "string" } } };
  const api = apiOf({ A: object, A_patch: object }, "application/merge-patch+json");
  expect(names(api)).toEqual(["A", "A Merge Patch", "A_patch"]);
});

test("the patch of an object that extends another one extends its patch", () => {
  const schemas = {
    A: { allOf: [ref("Base"), { type: "object", properties: { own: { type: "string" } } }] },
    Base: { type: "object", properties: { shared: { type: "string" } } },
  };
  const { models } = apiOf(
    { ...schemas, User: { type: "object", properties: { base: ref("Base") } } },
    "application/merge-patch+json",
  );
  const patch = models.find(({ suggestedName }) => suggestedName === "A Patch");
  expect(patch?.type).toMatchObject({
    kind: "object",
    fields: [{ wire: "shared" }, { wire: "own" }],
  });
});

test(
  "whatever is patched, other types stay the same, and every optional member accepts null",
  { timeout: limits.computing },
  () => {
    const schemas = fc.record({ A: anySchema, B: anySchema, C: anySchema });
    fc.assert(
      fc.property(schemas, (some) => {
        const patched = apiOf(some, "application/merge-patch+json");
        const plain = apiOf(some, "application/json");
        expect(own(patched)).toEqual(own(plain));
        const body = patched.operations.find(({ id }) => id === "patch")?.body;
        if (body) expectRemovable(patched, body.type);
      }),
      runs(200),
    );
  },
);

/** The models that are no patches. */
function own({ models }: Api): readonly unknown[] {
  return models
    .filter(({ pointer }) => !pointer.endsWith("x-merge-patch"))
    .map(({ pointer, type }) => ({ pointer, type }));
}

/** Every optional member that can be sent accepts null, unless it selects a variant. */
function expectRemovable(api: Api, root: Type): void {
  const types = new Map(api.models.map(({ pointer, type }) => [pointer, type]));
  const tags = new Set<string>();
  const open: Type[] = [root];
  const seen = new Set<Pointer>();
  for (const type of open) {
    if (type.kind === "ref" && !seen.has(type.to)) {
      seen.add(type.to);
      open.push(types.get(type.to) ?? { kind: "unknown" });
    } else if (type.kind === "union") {
      if (type.discriminator) tags.add(type.discriminator.wire);
      open.push(...type.variants.map((variant) => variant.type));
    } else if (type.kind === "intersection") open.push(...type.parts);
    else if (type.kind === "object") {
      for (const field of type.fields) {
        const isFixed = field.required || field.access === "read" || tags.has(field.wire);
        if (!isFixed) expect([field.wire, acceptsNull(field.type)]).toEqual([field.wire, true]);
        if (field.access !== "read") open.push(field.type);
      }
      if (type.extra) expect(acceptsNull(type.extra)).toBe(true);
      open.push(...(type.extra ? [type.extra] : []), ...type.patterns.map((each) => each.type));
    }
  }
}

function acceptsNull(type: Type): boolean {
  return type.kind === "unknown" || type.kind === "null" || splitNull(type).admitsNull;
}
