/**
 * `npm run test:faults`: tries every kind of fault in every variant and prints the results. See
 * `--help`.
 */
import { parseArgs } from "node:util";
import { tryAll } from "./account.js";
import { groups } from "./kinds/index.js";
import { lines, matrix, writeMatrix } from "./table.js";
import { transports } from "./transports.js";

const help = `npm run test:faults -- [options]
  --only TEXT   only kinds and groups whose names contain TEXT
  --serial      one call at a time, looking for leaked resources after each kind
  --messages    also print the messages of the errors
  --markdown    also write the tables of docs/reliability.md, if all kinds were tried and passed`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    serial: { type: "boolean", default: false },
    messages: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<void> {
  let failed = 0;
  for (const group of groups) {
    const kinds = group.kinds.filter(({ name }) => `${group.name} ${name}`.includes(values.only));
    if (kinds.length === 0) continue;
    console.log(`\n${group.name}`);
    for (const some of values.serial ? kinds.map((kind) => [kind]) : [kinds]) {
      const { observations, leftovers } = await tryAll(some, transports, values.serial ? 1 : 16);
      for (const line of [...lines(observations, values.messages), ...leftovers]) console.log(line);
      failed += observations.filter(({ complaints }) => complaints.length > 0).length;
      failed += leftovers.length;
    }
  }
  console.log(failed === 0 ? "\nAll passed." : `\n${failed} failed.`);
  if (values.markdown && values.only === "" && failed === 0)
    writeMatrix(matrix(groups, transports));
  process.exitCode = failed === 0 ? 0 : 1;
}

if (values.help) console.log(help);
else await main();
