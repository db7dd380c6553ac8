/** One line of the result. Smaller is better in all of them. */
export interface Row {
  readonly name: string;
  readonly unit: "B" | "us" | "ms" | "x" | "lines" | "instantiations" | "MB";
  readonly value: number;
  /** What docs and design promise, where they do. */
  readonly target?: number;
  /** From the first to the third quartile, in the unit of the value. Absent where every run gives the same. */
  readonly spread?: number;
}

/** What a run is asked for. */
export interface Request {
  /** Fewer and shorter rounds. */
  readonly quick: boolean;
  /** More about the part that was asked for by name. */
  readonly detailed: boolean;
  /** The package, built and installed: made when it is first asked for. */
  readonly project: () => Promise<string>;
}

/** One thing that is measured. */
export interface Measurement {
  /** For `--only`. */
  readonly name: string;
  readonly measure: (request: Request) => Promise<readonly Row[]>;
}
