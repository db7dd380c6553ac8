import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SmokeResult } from "./record.js";

const vitest = fileURLToPath(new URL("../../../node_modules/vitest/vitest.mjs", import.meta.url));

/** The format of vitest's JSON reporter. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Runs the smoke tests of the SDKs in the subfolders of a folder, in one process, and returns the
 * result of each subfolder. Tests that fail together run alone again, because what counts is each
 * SDK for itself.
 */
export function smokeTest(
  folder: string,
  sdks: readonly string[],
): ReadonlyMap<string, SmokeResult> {
  const together = run(folder, sdks, ["--no-isolate"]);
  return new Map(
    sdks.map((sdk) => {
      const result = together.get(sdk);
      const hasPassed =
        result?.failures.length === 0 &&
        (result.tests > 0 || !existsSync(join(folder, sdk, "tests")));
      const { tests = 0, failures = [] } =
        (hasPassed ? result : run(folder, [sdk], []).get(sdk)) ?? {};
      if (!hasPassed && tests === 0) return [sdk, { tests, failures: ["The tests did not run."] }];
      return [sdk, { tests, failures: failures.slice(0, 3) }];
    }),
  );
}

function run(
  folder: string,
  sdks: readonly string[],
  options: readonly string[],
): ReadonlyMap<string, SmokeResult> {
  const report = join(folder, "smoke.json");
  rmSync(report, { force: true });
  // Vitest would find the configuration of this repository.
  const config = join(folder, "vitest.config.mjs");
  const include = sdks.map((sdk) => `${sdk}/tests/**/*.test.ts`);
  const test = { include, pool: "threads", testTimeout: 60_000, passWithNoTests: true };
  writeFileSync(config, `export default ${JSON.stringify({ test })};\n`);
  const args = ["run", "--root", folder, "--config", config];
  const output = ["--reporter=json", `--outputFile=${report}`];
  spawnSync(process.execPath, [vitest, ...args, ...output, ...options], {
    cwd: folder,
    stdio: "ignore",
    timeout: 20 * 60_000,
  });
  const read = reportOf(report);
  if (!read) return new Map();
  const results = new Map(sdks.map((sdk) => [sdk, { tests: 0, failures: [] as string[] }]));
  for (const { name, message, assertionResults } of read.testResults) {
    const result = results.get(relative(folder, name).split(sep)[0] ?? "");
    if (!result) continue;
    result.tests += assertionResults.length;
    if (assertionResults.length === 0) result.failures.push(`${name}: ${message ?? ""}`);
    for (const { status, title, failureMessages } of assertionResults)
      if (status === "failed") result.failures.push(`${title}: ${failureMessages[0] ?? ""}`);
  }
  return results;
}

/** The report of a run; `undefined` if it did not come to its end. */
function reportOf(file: string): Report | undefined {
  try {
    // written by vitest
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
