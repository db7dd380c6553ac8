import { expect, test } from "vitest";
import { groups } from "./kinds/index.js";
import { kept, matrix } from "./table.js";
import { transports } from "./transports.js";

test("docs/reliability.md lists the kinds as they are", () => {
  // `npm run test:faults -- --markdown` writes it.
  expect(kept()).toBe(matrix(groups, transports));
});

test("every kind has a name of its own in its group", () => {
  for (const { kinds } of groups)
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
});
