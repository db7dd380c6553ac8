/** What a number counts. */
export type Unit =
  | "B"
  | "kB"
  | "us"
  | "ms"
  | "x"
  | "calls/s"
  | "files"
  | "lines"
  | "instantiations"
  | "MB";

/** One number. Smaller is better, but for calls per second. */
export interface Row {
  /** What it belongs to: rows of one table are shown together. */
  readonly table: string;
  /** Whose it is: a line of the table. */
  readonly subject: string;
  /** What was done: a column of the table. */
  readonly what: string;
  readonly unit: Unit;
  /** The median, where it was measured several times. */
  readonly value: number;
  /** The first and the third quartile. Absent where every run gives the same. */
  readonly quartiles?: readonly [number, number];
  /** What docs and design promise, where they do: at most this. */
  readonly target?: number | undefined;
}

/** A row without its number. */
export type Label = Omit<Row, "value" | "quartiles">;
