/** Some code to be timed: does its work `times` times. */
export type Slice = (times: number) => void | Promise<void>;

/** How long to measure. */
export interface Pace {
  readonly rounds: number;
  /** How long a slice should take, in ms. */
  readonly slice: number;
}

/**
 * The CPU time of one piece of work, in us, for each variant and round. The variants take turns, so that what else the machine does
 * meets them all alike. Garbage is not collected between them: a forced collection also throws away what the compiler has learnt, and
 * multiplies the cost of calls of a few microseconds.
 */
export async function inTurns<K extends string>(
  variants: Readonly<Record<K, Slice>>,
  pace: Pace,
): Promise<Record<K, number[]>> {
  const names = Object.keys(variants) as K[]; // the keys of a record are of its key type
  const times = {} as Record<K, number>;
  for (const name of names) times[name] = await timesFor(variants[name], pace.slice);
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    K,
    number[]
  >;
  for (let round = 0; round < pace.rounds; round++) {
    names.reverse();
    for (const name of names) {
      results[name].push(await cost(variants[name], times[name]));
    }
  }
  return results;
}

async function cost(slice: Slice, times: number): Promise<number> {
  const before = process.cpuUsage();
  await slice(times);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** Warms up, and finds how often the work is to be done in a slice. */
async function timesFor(slice: Slice, ms: number): Promise<number> {
  let times = 1;
  for (let warm = 0; warm < 8;) {
    const us = (await cost(slice, times)) * times;
    if (us < ms * 500) times *= 2;
    else warm++;
  }
  return times;
}
