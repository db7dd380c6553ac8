/**
 * `npm run fuzz`, or `FUZZ_RUNS=500 npm run fuzz -- tests/lib`: runs every property test with many
 * more values. A property that fails prints its seed: reproduce it with `FUZZ_SEED=<seed>`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const folders = process.argv.length > 2 ? process.argv.slice(2) : ["tests", "generator/tests"];
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
  .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
  .filter((path) => readFileSync(path, "utf8").includes('from "fast-check"'));
const { FUZZ_RUNS = "50" } = process.env;
console.log(`Running the properties of ${files.length} files ${FUZZ_RUNS} times as often as usual`);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--testTimeout", "3600000", ...files],
  { stdio: "inherit", env: { ...process.env, FUZZ_RUNS } },
);
process.exitCode = status ?? 1;
