import type { Parameters } from "fast-check";

/**
 * The number of runs of a property: the given number times `FUZZ_RUNS`, which `npm run fuzz` sets.
 * `FUZZ_SEED` repeats a run: fast-check prints the seed of one that failed.
 */
export function runs(numRuns = 100): Pick<Parameters<unknown>, "numRuns" | "seed"> {
  const { FUZZ_RUNS = "1", FUZZ_SEED } = process.env;
  return {
    numRuns: Math.ceil(numRuns * Number(FUZZ_RUNS)),
    ...(FUZZ_SEED !== undefined && { seed: Number(FUZZ_SEED) }),
  };
}
