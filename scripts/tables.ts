import { correctionsTable, kindsTable } from "./kinds-table.js";
import { withMarked } from "./marked.js";
import { statusesTable } from "./statuses-table.js";
import { pages, table } from "./verbs-table.js";

/** A table that is written from the code: the page, its marker, and the current table. */
interface Table {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Every table that is written from the code. */
export const tables: readonly Table[] = [
  ...pages.map((path) => ({ path, name: "verbs", text: table() })),
  { path: "docs/sdks/connections/README.md", name: "statuses", text: statusesTable() },
  { path: "docs/errors.md", name: "kinds", text: kindsTable() },
  { path: "docs/errors.md", name: "corrections", text: correctionsTable() },
];

/** A page with its current tables. */
export function withTables(path: string, page: string): string {
  return tables
    .filter((each) => each.path === path)
    .reduce((text, each) => withMarked(text, each.name, each.text), page);
}
