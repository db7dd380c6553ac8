/** The clock of an emulated platform. */
export interface Clock {
  /** The current time. */
  readonly now: () => Date;
  /** The current time in RFC 3339 with microseconds. Later with every call. */
  readonly timestamp: () => string;
}

/** Creates a clock. It counts up the microseconds, so that no two timestamps are equal. */
export function createClock(now: () => Date = () => new Date()): Clock {
  let calls = 0;
  const timestamp = (): string => {
    calls = (calls % 999) + 1;
    return withMicroseconds(now(), calls);
  };
  return { now, timestamp };
}

/** Formats a date in RFC 3339 with microseconds. A `Date` has no more than milliseconds. */
export function withMicroseconds(date: Date, microseconds = 0): string {
  return date.toISOString().replace("Z", `${String(microseconds).padStart(3, "0")}Z`);
}
