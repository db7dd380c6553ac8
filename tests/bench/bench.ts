/** `npm run bench`: measures what docs and design promise. `--help` tells more. */
import { parseArgs } from "node:util";
import { install } from "../package/installed.js";
import { bytes } from "./measure/bytes.js";
import { decode } from "./measure/decode.js";
import { generator } from "./measure/generator.js";
import { imports } from "./measure/import.js";
import { lines } from "./measure/lines.js";
import { loopback } from "./measure/loopback.js";
import { overhead } from "./measure/overhead.js";
import { types } from "./measure/types.js";
import type { Measurement, Row } from "./row.js";
import { fillReadme } from "./support/readme.js";
import { table } from "./support/table.js";

const measurements: readonly Measurement[] = [
  bytes,
  overhead,
  decode,
  loopback,
  imports,
  types,
  lines,
  generator,
];

const help = `npm run bench -- [options]
  --only NAME   one of ${measurements.map(({ name }) => name).join(", ")}; may be repeated, and says more about what it measures
  --quick       fewer and shorter rounds
  --json        one object a row: name, unit, value, target, spread
  --markdown    also fills the table of README.md`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<void> {
  const { only, quick } = values;
  const chosen = measurements.filter(({ name }) => only === undefined || only.includes(name));
  let installed: ReturnType<typeof install> | undefined;
  const project = async (): Promise<string> => (await (installed ??= install())).project;
  const rows: Row[] = [];
  try {
    for (const { name, measure } of chosen) {
      if (!values.json) console.error(`${name} ...`);
      rows.push(...(await measure({ quick, detailed: only !== undefined, project })));
    }
  } finally {
    (await installed?.catch(() => undefined))?.remove();
  }
  console.log(values.json ? JSON.stringify(rows, undefined, 2) : table(rows));
  if (values.markdown) fillReadme(rows);
}

if (values.help) console.log(help);
else await main();
