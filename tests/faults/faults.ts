/** `npm run test:faults`: tries every kind of fault in every way, and prints what comes of them. `--help` tells more. */
import { parseArgs } from "node:util";
import { tryAll } from "./account.js";
import { groups } from "./kinds/index.js";
import { keep, lines, matrix } from "./table.js";
import { transports } from "./transports.js";

const help = `npm run test:faults -- [options]
  --only TEXT   kinds and groups whose names hold this
  --serial      one call at a time, looking after each kind at what the process is left with
  --messages    prints the errors' messages as well
  --markdown    also fills the table of docs/reliability.md, where all kinds were tried and all is as it must be`;

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
  let bad = 0;
  for (const group of groups) {
    const kinds = group.kinds.filter(({ name }) => `${group.name} ${name}`.includes(values.only));
    if (kinds.length === 0) continue;
    console.log(`\n${group.name}`);
    for (const some of values.serial ? kinds.map((kind) => [kind]) : [kinds]) {
      const { observations, leftovers } = await tryAll(some, transports, values.serial ? 1 : 16);
      for (const line of [...lines(observations, values.messages), ...leftovers]) console.log(line);
      bad += observations.filter(({ complaints }) => complaints.length > 0).length;
      bad += leftovers.length;
    }
  }
  console.log(bad === 0 ? "\nAll as it must be." : `\n${bad} are not as they must be.`);
  if (values.markdown && values.only === "" && bad === 0) keep(matrix(groups, transports));
  process.exitCode = bad === 0 ? 0 : 1;
}

if (values.help) console.log(help);
else await main();
