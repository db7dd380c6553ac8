/**
 * `npm run conformance`: runs the scenarios of TypeSpec's specs against generated SDKs and writes
 * docs/conformance.md. See `--help`.
 */
import { parseArgs } from "node:util";
import { writePage } from "./report.js";
import { updateResults } from "./results.js";
import { runScenarios } from "./spector.js";
import { install } from "./workspace.js";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    help: { type: "boolean", short: "h", default: false },
  },
});

install();
const time = performance.now();
const scenarios = await runScenarios({ only: values.only, command: "npm run conformance" });
for (const { name, outcome, reason } of scenarios.others)
  console.log(`${outcome.padEnd(8)} ${name}: ${reason.replaceAll("\n", " ").slice(0, 300)}`);
const sum = (of: (folder: (typeof scenarios.folders)[number]) => number): number =>
  scenarios.folders.reduce((total, folder) => total + of(folder), 0);
console.log({
  total: sum(({ total }) => total),
  lost: sum(({ lost }) => lost),
  typed: sum(({ typed }) => typed.either),
  fetch: sum(({ typed }) => typed.fetch),
  node: sum(({ typed }) => typed.node),
  untyped: sum(({ untyped }) => untyped),
  failed: sum(({ failed }) => failed),
  seconds: (performance.now() - time) / 1000,
});
if (values.only === "") writePage(updateResults({ scenarios }));
