/**
 * `npm run verbs`: writes the table of verbs by platform into the pages that contain it. With
 * `--check`, writes nothing and exits with 1 if a table is out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pages, withTable } from "./verbs-table.js";

const check = process.argv.includes("--check");
for (const path of pages) {
  const page = readFileSync(path, "utf8");
  const current = withTable(page);
  if (current === page) continue;
  if (check) {
    console.error(`${path}: the table of verbs is out of date. Run npm run verbs.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, current);
    console.log(path);
  }
}
