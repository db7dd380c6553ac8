/**
 * `npm run fuzz`, or `npm run fuzz -- --runs 500 tests/lib`: runs every property test with many
 * more values, among them the wire fuzzer and the torture test of the generator's writes. A property
 * that fails prints its seed: run it again with `npm run fuzz -- --seed <seed> <its file>`.
 * `FUZZ_RUNS` and `FUZZ_SEED` do the same as the options.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

const { FUZZ_RUNS = "50", FUZZ_SEED } = process.env;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: FUZZ_RUNS },
    seed: { type: "string", ...(FUZZ_SEED !== undefined && { default: FUZZ_SEED }) },
  },
});
const { runs, seed } = values;
for (const [name, value] of Object.entries(values)) {
  if (!Number.isFinite(Number(value)) || value === "") {
    console.error(`--${name} must be a number, received "${value}".`);
    process.exit(2);
  }
}

/** The files in a folder, or the file itself. */
function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true }).map((name) => join(path, name));
}

const files = (positionals.length > 0 ? positionals : ["tests", "generator/tests"])
  .flatMap(filesIn)
  .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
  .filter((path) => /from ".*(?:fast-check|support\/runs\.js)"/.test(readFileSync(path, "utf8")));
console.log(
  `Running the properties of ${files.length} files ${runs} times as often as usual${seed === undefined ? "" : ` (seed ${seed})`}`,
);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--testTimeout", "3600000", ...files],
  {
    stdio: "inherit",
    env: { ...process.env, FUZZ_RUNS: runs, ...(seed !== undefined && { FUZZ_SEED: seed }) },
  },
);
process.exitCode = status ?? 1;
