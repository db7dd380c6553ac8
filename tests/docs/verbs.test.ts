/** The tables of verbs, statuses and kinds by platform are what the code says. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tables, withTables } from "../../scripts/tables.js";
import { pages, table, withTable } from "../../scripts/verbs-table.js";

test.for(pages)("the table of verbs in %s is current", (path) => {
  const page = readFileSync(path, "utf8");
  expect(page).toContain(table());
  expect(withTable(page)).toBe(page);
});

test("the table shows which platform has which verb", () => {
  const lines = table().split("\n");
  expect(lines[0]).toBe("| verb | function | Ampersand | Nango | Codat | Mammoth |");
  expect(lines).toContain("| `update` | `connectionsUpdate` | yes | yes | - | yes |");
  expect(lines).toContain("| `metadata.set` | `connectionsMetadataSet` | - | yes | - | - |");
});

test.for(tables)("the table of $name in $path is current", ({ path, text }) => {
  const page = readFileSync(path, "utf8");
  expect(page).toContain(text);
  expect(withTables(path, page)).toBe(page);
});

test("an outdated table is replaced and the rest of the page stays", () => {
  const old = "a\n<!-- verbs -->\n| old |\n<!-- /verbs -->\nb\n";
  expect(withTable(old)).toBe(`a\n<!-- verbs -->\n${table()}\n<!-- /verbs -->\nb\n`);
});

test("a page without the markers is refused", () => {
  expect(() => withTable("a page")).toThrow("no <!-- verbs -->");
});
