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

/**
 * As {@link runs}, but the suite always tries the same values, for properties whose failures depend
 * on the machine. `npm run fuzz` tries others each time.
 */
export function fixedRuns(numRuns: number): Pick<Parameters<unknown>, "numRuns" | "seed"> {
  const isFuzzing = process.env["FUZZ_RUNS"] !== undefined;
  return { ...(isFuzzing ? {} : { seed: 1 }), ...runs(numRuns) };
}
