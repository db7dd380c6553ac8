import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import { codes } from "../../src/diagnostics/codes.js";
import { build } from "../../src/model/build.js";
import { childrenOf } from "../../src/model/type-helpers.js";
import type { Api, Operation, Type } from "../../src/model/types.js";
import { refsOf } from "../../src/model/usage.js";
import { anyParts, anySchema } from "./arbitrary.js";
import { documentOf } from "./documents.js";
import { limits } from "../../../tests/support/limits.js";

const tries = runs(300);

function apiOf(parts: object): Api {
  const { value } = build(documentOf(parts));
  if (!value) throw new Error("the build stage gave nothing");
  return value;
}

test("no schema makes the build throw", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("A", "B", "C"), anySchema), (schemas) => {
      const { diagnostics } = build(documentOf({ components: { schemas } }));
      for (const { code, help, message } of diagnostics) {
        expect(codes).toHaveProperty([code]);
        expect([help, message]).not.toContain("");
      }
    }),
    tries,
  );
});

test(
  "no document makes the build throw, and its references all lead to models",
  { timeout: limits.computing },
  () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { models, operations } = apiOf(parts);
        const pointers = new Set(models.map(({ pointer }) => pointer));
        expect(pointers.size).toBe(models.length);
        const types = models.map(({ type }) => type).concat(operations.flatMap(typesOf));
        expect([...pointers]).toEqual(expect.arrayContaining([...refsOf(types)]));
      }),
      tries,
    );
  },
);

function typesOf({ parameters, body, responses }: Operation): readonly Type[] {
  const own = [...parameters, ...responses].flatMap(({ type }) => type ?? []);
  return body ? own.concat(body.type) : own;
}

test(
  "every type that deserves a name is a model, and no model accepts null",
  { timeout: limits.computing },
  () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { models } = apiOf(parts);
        for (const { type } of models) {
          expect(
            type.kind === "union" && type.variants.some((variant) => variant.type.kind === "null"),
          ).toBe(false);
          for (const child of partsOf(type)) expect(anonymous(child)).toEqual([]);
        }
      }),
      tries,
    );
  },
);

/** The types inside a model, apart from the discriminators that a union adds to its variants. */
function partsOf(type: Type): readonly Type[] {
  const wire = type.kind === "union" ? type.discriminator?.wire : undefined;
  const isTag = (part: Type): boolean =>
    part.kind === "object" && part.fields.length === 1 && part.fields[0]?.wire === wire;
  return childrenOf(type)
    .flatMap((child) => (wire !== undefined && child.kind === "intersection" ? child.parts : child))
    .filter((part) => wire === undefined || !isTag(part));
}

/** Types that must be models. */
function anonymous(type: Type): readonly Type[] {
  const needsName =
    type.kind === "enum" ||
    type.kind === "intersection" ||
    (type.kind === "object" && type.fields.length > 0) ||
    (type.kind === "union" && type.discriminator !== undefined);
  return [...(needsName ? [type] : []), ...childrenOf(type).flatMap(anonymous)];
}

test("the same document always gives the same API", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      expect(build(documentOf(structuredClone(parts)))).toEqual(build(documentOf(parts)));
    }),
    runs(50),
  );
});
