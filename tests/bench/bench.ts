/**
 * `npm run bench`: measures this SDK and other clients, and compares them with our goals. See
 * `--help`.
 */
import { parseArgs } from "node:util";
import { install } from "../package/installed.js";
import type { Measurement } from "./measurement.js";
import { bytes } from "./measure/bytes.js";
import { decode } from "./measure/decode.js";
import { firstCall } from "./measure/first-call.js";
import { generator } from "./measure/generator.js";
import { imports } from "./measure/imports.js";
import { inFlight } from "./measure/in-flight.js";
import { lines } from "./measure/lines.js";
import { loopback } from "./measure/loopback.js";
import { overhead } from "./measure/overhead.js";
import { rate } from "./measure/rate.js";
import { streams } from "./measure/streams.js";
import { transfers } from "./measure/transfers.js";
import { types } from "./measure/types.js";
import { validation } from "./measure/validation.js";
import { withGoals } from "./report/goals.js";
import { writePages, writePagesAgain, writeValidation } from "./report/pages.js";
import { pivot, plain, promises } from "./report/table.js";
import type { Row } from "./row.js";
import { installPeers } from "./support/peers.js";

const measurements: readonly Measurement[] = [
  bytes,
  overhead,
  decode,
  loopback,
  firstCall,
  inFlight,
  rate,
  imports,
  types,
  validation,
  lines,
  streams,
  transfers,
  generator,
];

const help = `npm run bench -- [options]
  --only NAME   one of ${measurements.map(({ name }) => name).join(", ")}; can be repeated, and prints more details
  --ours        without the other clients, which are otherwise installed into tests/bench on first use
  --quick       fewer and shorter rounds
  --json        an object per number: table, subject, what, unit, value, quartiles, target
  --markdown    also writes the tables of README.md and docs/validation.md, docs/benchmarks.md and its chart; requires a whole run, or --only validation for docs/validation.md alone
  --again       writes these from the results of the last whole run, without measuring`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    ours: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<void> {
  const { only, ours, quick } = values;
  const chosen = measurements.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length < new Set(only).size) throw new Error(`--only: unknown name in ${only}`);
  const isOnlyValidation = only?.join() === validation.name;
  if (values.markdown && (ours || only !== undefined) && !isOnlyValidation)
    throw new Error("--markdown requires a whole run: omit --only and --ours");
  let installed: ReturnType<typeof install> | undefined;
  const project = async (): Promise<string> => (await (installed ??= install())).project;
  const peers = async (): ReturnType<typeof installPeers> => (ours ? [] : installPeers());
  const found: Row[] = [];
  try {
    for (const { name, measure } of chosen) {
      console.error(`${name} ...`);
      const detailed = only !== undefined || values.markdown;
      found.push(...(await measure({ quick, detailed, project, peers })));
    }
  } finally {
    (await installed?.catch(() => undefined))?.remove();
  }
  const rows = withGoals(found);
  if (values.json) console.log(JSON.stringify(rows, undefined, 2));
  else console.log([...pivot(rows), promises(rows)].map(plain).join("\n\n"));
  if (values.markdown && isOnlyValidation) writeValidation(rows);
  else if (values.markdown) writePages(rows, { quick });
}

if (values.help) console.log(help);
else if (values.again) writePagesAgain();
else await main();
