import { availableParallelism } from "node:os";
import { serve } from "connections-sdk/testing";
import { type Outcome, outcomeOf } from "./outcome.js";
import type { Sdk } from "./sdk.js";
import type { Case } from "./target.js";

/** A case with its outcome. */
export interface Row {
  readonly runtime: string;
  readonly version: string;
  readonly what: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/**
 * Runs the cases, one per core at a time, and reports each that has ended. Returns the rows in the
 * order of the cases.
 */
export async function runAll(
  cases: readonly Case[],
  sdk: Sdk,
  onRow?: (row: Row) => void,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const waiting = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, one] = next;
      const row = await runOne(one, sdk);
      rows[index] = row;
      onRow?.(row);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return rows;
}

async function runOne({ runtime, what, version, run }: Case, sdk: Sdk): Promise<Row> {
  const start = performance.now();
  let known = "";
  let outcome: Outcome;
  try {
    known = await version();
    await using emulator = await serve();
    const note = await run({ sdk, url: emulator.url });
    outcome = { kind: "passed", ...(note !== undefined && { note }) };
  } catch (error) {
    outcome = outcomeOf(error);
  }
  const seconds = (performance.now() - start) / 1000;
  return { runtime, version: known, what, outcome, seconds };
}
