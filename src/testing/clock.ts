/** Time for an emulated platform. */
export interface Clock {
  readonly now: () => Date;
  /** The present as RFC 3339 text with microseconds, later with every call. */
  readonly stamp: () => string;
}

/** Makes a clock; the digits below the millisecond are counted, so that no two stamps are alike. */
export function createClock(now: () => Date = () => new Date()): Clock {
  let calls = 0;
  const stamp = (): string => {
    calls = (calls % 999) + 1;
    return withMicroseconds(now(), calls);
  };
  return { now, stamp };
}

/** A date as RFC 3339 text with microseconds, of which a `Date` knows the first three digits only. */
export function withMicroseconds(date: Date, below = 0): string {
  return date.toISOString().replace("Z", `${String(below).padStart(3, "0")}Z`);
}
