import type { DocumentResult } from "./record.js";

/** The counts of a generator over the documents of a corpus. */
export interface CorpusCounts {
  readonly documents: number;
  readonly generated: number;
  /** Refused with an error that says why. */
  readonly refused: number;
  readonly crashed: number;
  readonly compiled: Passed;
  readonly smoke: Passed;
}

/** How many SDKs were tried, and how many passed. */
export interface Passed {
  readonly tried: number;
  readonly passed: number;
}

/** The counts of a run, and how often documents were refused for which codes. */
export interface Summary {
  readonly counts: CorpusCounts;
  readonly codes: readonly (readonly [string, number])[];
}

/** Counts the results of a run. */
export function summaryOf(results: readonly DocumentResult[]): Summary {
  const count = (is: (result: DocumentResult) => boolean): number => results.filter(is).length;
  const codes = new Map<string, number>();
  for (const { outcome, codes: found = [] } of results) {
    if (outcome !== "refused") continue;
    const key = found.join(", ");
    codes.set(key, (codes.get(key) ?? 0) + 1);
  }
  const entries = [...codes];
  // oxlint-disable-next-line unicorn/no-array-sort -- an own copy; Node 20's types lack toSorted
  entries.sort(([, a], [, b]) => b - a);
  return {
    counts: {
      documents: results.length,
      generated: count(({ outcome }) => outcome === "generated"),
      refused: count(({ outcome }) => outcome === "refused"),
      crashed: count(({ outcome }) => outcome === "crashed"),
      compiled: {
        tried: count(({ compile }) => compile !== undefined),
        passed: count(({ compile }) => compile?.length === 0),
      },
      smoke: {
        tried: count(({ smoke }) => smoke !== undefined),
        passed: count(({ smoke }) => smoke?.failures.length === 0),
      },
    },
    codes: entries,
  };
}
