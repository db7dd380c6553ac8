/** Some code to be timed: does its work `times` times. */
export type Slice = (times: number) => void | Promise<void>;

/** How long to measure. */
export interface Pace {
  readonly rounds: number;
  /** How much CPU time a slice should take, in ms. */
  readonly slice: number;
  /** How much each variant takes before it is measured, in ms. */
  readonly warmUp: number;
  /** How often the work is done in a slice at least. Default: once. */
  readonly atLeast?: number;
}

/** What one piece of work took in each round, in us. */
export interface Times {
  readonly cpu: number[];
  readonly wall: number[];
}

/**
 * What one piece of work takes, for each variant and round. The variants take turns, so that what else the machine does meets them
 * all alike. Garbage is not collected between them: a forced collection also throws away what the compiler has learnt, and
 * multiplies the cost of calls of a few microseconds.
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

/** Warms up until the compiler has settled, and finds how often the work is to be done in a slice. */
async function timesFor(slice: Slice, { slice: ms, warmUp, atLeast = 1 }: Pace): Promise<number> {
  let times = atLeast;
  for (let spent = 0; spent < warmUp;) {
    const took = ((await cost(slice, times)).cpu * times) / 1_000;
    spent += took;
    if (took < ms / 2) times *= 2;
  }
  return times;
}
