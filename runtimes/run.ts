/**
 * `npm run test:runtimes`: tests the packed package in every available runtime, compiler and
 * bundler. See `--help`.
 */
import { parseArgs } from "node:util";
import { installTools } from "./install-tools.js";
import { fillPage } from "./page.js";
import { runAll } from "./run-all.js";
import { prepare } from "./sdk.js";
import { countLine, table } from "./table.js";
import { browsers } from "./targets/browsers.js";
import { bundlers } from "./targets/bundlers.js";
import { bun } from "./targets/bun.js";
import { deno } from "./targets/deno.js";
import { msw } from "./targets/msw.js";
import { node } from "./targets/node.js";
import { pages } from "./targets/pages.js";
import { typescript } from "./targets/typescript.js";
import { workerd } from "./targets/workerd.js";

const targets = [node, msw, bun, deno, workerd, browsers, pages, bundlers, typescript];

const help = `npm run test:runtimes -- [options]
  --only NAMES   only some of ${targets.map(({ name }) => name).join(",")}, separated by commas
  --markdown     also writes the table of docs/runtimes.md
Exits with 1 if a case failed. Cases that this machine cannot run do not fail.`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    markdown: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(only: readonly string[]): Promise<void> {
  const unknown = only.find((name) => !targets.some((target) => target.name === name));
  if (unknown !== undefined) throw new Error(`--only: there is no ${unknown}\n${help}`);
  const chosen = targets.filter(({ name }) => only.length === 0 || only.includes(name));
  await installTools();
  const sdk = await prepare();
  try {
    const rows = await runAll(
      chosen.flatMap(({ cases }) => cases),
      sdk,
      ({ runtime, version, what, outcome }) =>
        console.error(`${runtime} ${version} ${what}: ${outcome.kind}`),
    );
    console.log(`${table(rows)}\n\n${countLine(rows)}`);
    if (values.markdown) fillPage(rows);
    if (rows.some(({ outcome }) => outcome.kind === "failed")) process.exitCode = 1;
  } finally {
    sdk.remove();
  }
}

if (values.help) console.log(help);
else await main(values.only?.split(",") ?? []);
