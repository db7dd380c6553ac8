/**
 * `npm run verbs`: writes the tables of verbs, statuses and kinds by platform into the pages that
 * contain them. With `--check`, writes nothing and exits with 1 if a table is out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { tables, withTables } from "./tables.js";

const check = process.argv.includes("--check");
for (const path of new Set(tables.map((table) => table.path))) {
  const page = readFileSync(path, "utf8");
  const current = withTables(path, page);
  if (current === page) continue;
  if (check) {
    console.error(`${path}: a table is out of date. Run npm run verbs.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, current);
    console.log(path);
  }
}
