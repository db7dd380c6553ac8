/** Some code to be timed: does its work `times` times. */
export type Slice = (times: number) => void | Promise<void>;

/** How long to measure. */
export interface Pace {
  readonly rounds: number;
  /** How long a slice should take, in ms. */
  readonly slice: number;
  /** How long each variant runs before it is measured, in ms. */
  readonly warmUp: number;
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
  for (const name of names) times[name] = await timesFor(variants[name], pace);
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

/** Warms up until the compiler has settled, and finds how often the work is to be done in a slice. */
async function timesFor(slice: Slice, { slice: ms, warmUp }: Pace): Promise<number> {
  let times = 1;
  for (let spent = 0; spent < warmUp;) {
    const took = ((await cost(slice, times)) * times) / 1_000;
    if (took < ms / 2) times *= 2;
    else spent += took;
  }
  return times;
}
