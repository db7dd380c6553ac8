import { expect, test } from "vitest";
import { examplesOf } from "../../../src/emit/example/index.js";
import type { Model } from "../../../src/model/types.js";
import { api, embedded, field, model, names, ref } from "../support/connections-api.js";

/** Aliases that end at an object. The one in the middle may have an example. */
function chain(links: number, read: () => void = () => {}): readonly Model[] {
  const fields = [field("id")];
  return Array.from({ length: links + 1 }, (_, index) => {
    const type =
      index === links
        ? ({ kind: "object", fields, extra: undefined, patterns: [] } as const)
        : ref(`A${index + 1}`);
    return {
      ...model(`A${index}`, type),
      get type() {
        read();
        return type;
      },
    };
  });
}

function examples(models: readonly Model[]): readonly unknown[] {
  const { model: example } = examplesOf({ ...api, models }, names, embedded);
  return models.map((each) => example(each, "response"));
}

test("an alias shows the example of its model", () => {
  const shown = new Map([["id", "<id>"]]);
  expect(examples(chain(3))).toEqual([shown, shown, shown, shown]);
});

test("an alias with its own example shows that, and so do aliases of it", () => {
  const [first, second, ...others] = chain(3);
  const told = { docs: { example: { id: "7" } } };
  const models = [first, second && { ...second, ...told }, ...others].filter((each) => !!each);
  const [own, rest] = [new Map([["id", "7"]]), new Map([["id", "<id>"]])];
  expect(examples(models)).toEqual([own, own, rest, rest]);
});

/** How often the types of a chain are read. */
function reads(links: number): number {
  let count = 0;
  examples(chain(links, () => count++));
  return count;
}

test("a chain of aliases takes linear time", () => {
  expect(reads(200)).toBeLessThan(3 * reads(100));
});
