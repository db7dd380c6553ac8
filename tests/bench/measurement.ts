import type { Row } from "./row.js";
import type { Peer } from "./support/peers.js";

/** Options of a measurement. */
export interface Request {
  /** Whether to run fewer and shorter rounds. */
  readonly quick: boolean;
  /** Whether to return more details. */
  readonly detailed: boolean;
  /** Returns the folder of a project with the built package. Creates it on first use. */
  readonly project: () => Promise<string>;
  /** Returns the other clients, or none with `--ours`. Installs them on first use. */
  readonly peers: () => Promise<readonly Peer[]>;
}

/** A measurement. */
export interface Measurement {
  /** The name for `--only`. */
  readonly name: string;
  /** Runs the measurement. */
  readonly measure: (request: Request) => Promise<readonly Row[]>;
}
