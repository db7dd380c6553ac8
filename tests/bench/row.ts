/** The unit of a number. */
export type Unit =
  | "B"
  | "kB"
  | "us"
  | "ms"
  | "x"
  | "calls/s"
  | "calls"
  | "files"
  | "lines"
  | "instantiations"
  | "MB";

/** A measured number. Smaller is better, except for calls per second. */
export interface Row {
  /** The table that the row belongs to. */
  readonly table: string;
  /** The subject: a row of the table. */
  readonly subject: string;
  /** The measurement: a column of the table. */
  readonly what: string;
  /** The unit of the value. */
  readonly unit: Unit;
  /** The value: the median if it was measured several times. */
  readonly value: number;
  /** The first and third quartiles. Absent if every run gives the same value. */
  readonly quartiles?: readonly [number, number];
  /** The goal, if there is one: the value should be at most this. See `report/goals.ts`. */
  readonly target?: number | undefined;
}

/** A row without its number. */
export type Label = Omit<Row, "value" | "quartiles">;
