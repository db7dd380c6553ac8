import { type Observation, type Variant, run, variantsOf } from "./run.js";
import type { Kind } from "./kind.js";
import type { Transport } from "./transports.js";

/** How many runs are in progress at the same time. They mostly wait. */
const AT_ONCE = 16;

/** The results of many runs. */
export interface Account {
  readonly observations: readonly Observation[];
  /** Leaked resources and unhandled errors; none if all is well. */
  readonly leftovers: readonly string[];
}

/** Tries kinds in every variant, then looks for leaked resources. */
export async function tryAll(
  kinds: readonly Kind[],
  transports: readonly Transport[],
  atOnce: number = AT_ONCE,
): Promise<Account> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  const before = process.getActiveResourcesInfo();
  // Thousands of errors are printed to look for keys, and stack traces are most of that work.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const runs = kinds.flatMap((kind) =>
      variantsOf(transports).map((variant) => [kind, variant] as const),
    );
    const observations = await pooled(runs, atOnce);
    const left = await remaining(before);
    return {
      observations,
      leftovers: [...left, ...unhandled.map((reason) => `unhandled: ${String(reason)}`)],
    };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    process.off("unhandledRejection", note).off("uncaughtException", note);
  }
}

async function pooled(
  runs: readonly (readonly [Kind, Variant])[],
  atOnce: number,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  const waiting = runs.entries();
  const work = async (): Promise<void> => {
    for (const [i, [kind, variant]] of waiting) observations[i] = await run(kind, variant);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return observations;
}

/** What keeps the process alive now and did not before. Waits a moment for it to end. */
async function remaining(before: readonly string[]): Promise<string[]> {
  let left: string[] = [];
  for (let turn = 0; turn < 100; turn++) {
    left = process.getActiveResourcesInfo();
    for (const resource of before) {
      const at = left.indexOf(resource);
      if (at >= 0) left.splice(at, 1);
    }
    // The immediate or the timer of this loop.
    left = left.filter((resource) => !IGNORED.has(resource));
    if (left.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return left.map((resource) => `leaked: ${resource}`);
}

const IGNORED = new Set(["Immediate"]);
