import { expect, test } from "vitest";
import type { ModelDraft } from "../../src/model/model-registry.js";
import { spreadNull } from "../../src/model/nullable.js";
import { objectOf, ref } from "./documents.js";

/** Aliases that end at an object. */
function chain(links: number, read: () => void = () => {}): readonly ModelDraft[] {
  return Array.from({ length: links }, (_, index) => ({
    pointer: `/components/schemas/A${index}`,
    suggestedName: `A${index}`,
    home: "components",
    docs: {},
    get type() {
      read();
      return index === links - 1 ? objectOf() : ref(`A${index + 1}`);
    },
  }));
}

test("null moves through aliases to where the first one is used", () => {
  const { spread } = spreadNull(chain(50), new Set(["/components/schemas/A49"]));
  expect(spread(ref("A0"))).toMatchObject({
    kind: "union",
    variants: [{ type: ref("A0") }, { type: { kind: "null" } }],
  });
  expect(spread(ref("B"))).toEqual(ref("B"));
});

/** How often the types of a chain are read. */
function reads(links: number): number {
  let count = 0;
  const drafts = chain(links, () => count++);
  spreadNull(drafts, new Set([`/components/schemas/A${links - 1}`]));
  return count;
}

test("a chain of aliases takes linear time", () => {
  expect(reads(200)).toBeLessThan(3 * reads(100));
});
