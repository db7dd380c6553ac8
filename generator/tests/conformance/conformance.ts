/**
 * `npm run conformance`: runs the scenarios of TypeSpec's specs against generated SDKs and writes
 * docs/conformance.md. See `--help`.
 */
import { parseArgs } from "node:util";
import { corpusResults } from "./corpus-results.js";
import { runPeers } from "./peers.js";
import { writePage } from "./report.js";
import { type ScenarioResults, updateResults } from "./results.js";
import { runScenarios } from "./spector.js";
import { install } from "./workspace.js";

const HELP = `Usage: npm run conformance -- [options]

Runs the scenarios of TypeSpec's specs and writes docs/conformance.md.

  --only TEXT   runs only the scenarios whose name contains TEXT, and writes nothing
  --corpus      takes over the results of the last \`npm run corpus\` instead
  --peers       runs other generators on the corpus instead
    --every N     on one of N documents, at random (default: 10)
    --seed TEXT   decides which (default: 1)
    --minutes N   ends after N minutes
    --resume      continues the last run`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    corpus: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    every: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "Infinity" },
    resume: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<void> {
  install();
  if (values.corpus) return writePage(updateResults({ corpus: corpusResults() }));
  if (values.peers) {
    const { every, seed, minutes, resume } = values;
    const command = `npm run conformance -- --peers --every ${every} --seed ${seed}`;
    const options = { every: Number(every), seed, minutes: Number(minutes), resume, command };
    return writePage(updateResults({ peers: await runPeers(options) }));
  }
  const scenarios = await runScenarios({ only: values.only, command: "npm run conformance" });
  show(scenarios);
  if (values.only === "") writePage(updateResults({ scenarios }));
}

function show({ folders, others }: ScenarioResults): void {
  for (const { name, outcome, reason } of others)
    console.log(`${outcome.padEnd(7)} ${name}: ${reason}`);
  const sum = (of: (folder: (typeof folders)[number]) => number): number =>
    folders.reduce((total, folder) => total + of(folder), 0);
  const expressible = sum(({ total, lost }) => total - lost);
  const typed = sum((folder) => folder.typed.either);
  const fetch = sum((folder) => folder.typed.fetch);
  const node = sum((folder) => folder.typed.node);
  console.log(`\n${typed} of ${expressible} typed (fetch ${fetch}, Node ${node})`);
  console.log(`${sum(({ untyped }) => untyped)} untyped, ${sum(({ failed }) => failed)} failed`);
}

if (values.help) console.log(HELP);
else await main();
