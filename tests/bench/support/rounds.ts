/** Code to measure: runs its work `times` times. */
export type Slice = (times: number) => void | Promise<void>;

/** The duration of a measurement. */
export interface Pace {
  readonly rounds: number;
  /** The CPU time of a slice, in ms. */
  readonly slice: number;
  /** The warm-up of each variant, in ms. */
  readonly warmUp: number;
  /** The minimum number of runs in a slice. Defaults to 1. */
  readonly atLeast?: number;
}

/** The time of a run in each round, in us. */
export interface Times {
  readonly cpu: number[];
  readonly wall: number[];
}

/**
 * Measures the time of a run for each variant and round. The variants take turns, so that other
 * load on the machine affects all of them equally. Garbage is not collected between them: a forced
 * collection also discards optimized code, and multiplies the cost of calls of a few microseconds.
 */
export async function inTurns<K extends string>(
  variants: Readonly<Record<K, Slice>>,
  pace: Pace,
): Promise<Record<K, Times>> {
  const names = Object.keys(variants) as K[]; // the keys of a record are of its key type
  const times = {} as Record<K, number>;
  for (const name of names) times[name] = await timesFor(variants[name], pace);
  const results = {} as Record<K, Times>;
  for (const name of names) results[name] = { cpu: [], wall: [] };
  for (let round = 0; round < pace.rounds; round++) {
    names.reverse();
    for (const name of names) {
      const { cpu, wall } = await cost(variants[name], times[name]);
      results[name].cpu.push(cpu);
      results[name].wall.push(wall);
    }
  }
  return results;
}

async function cost(slice: Slice, times: number): Promise<{ cpu: number; wall: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await slice(times);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / times, wall: ((performance.now() - start) * 1_000) / times };
}

/** Warms up until the code is optimized, and determines the number of runs in a slice. */
async function timesFor(slice: Slice, { slice: ms, warmUp, atLeast = 1 }: Pace): Promise<number> {
  let times = atLeast;
  for (let spent = 0; spent < warmUp;) {
    const took = ((await cost(slice, times)).cpu * times) / 1_000;
    spent += took;
    if (took < ms / 2) times *= 2;
  }
  return times;
}
