import { expect, test } from "vitest";
import { groups } from "./kinds/index.js";
import { matrix, readMatrix } from "./table.js";
import { transports } from "./transports.js";

test("docs/reliability.md lists every kind of fault", () => {
  // Run `npm run test:faults -- --markdown` to update the page.
  expect(readMatrix()).toBe(matrix(groups, transports));
});

test("the names of kinds are unique in their group", () => {
  for (const { kinds } of groups)
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
});
