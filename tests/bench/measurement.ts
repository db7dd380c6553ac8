import type { Row } from "./row.js";
import type { Peer } from "./support/peers.js";

/** What a run is asked for. */
export interface Request {
  /** Fewer and shorter rounds. */
  readonly quick: boolean;
  /** More about the part that was asked for by name. */
  readonly detailed: boolean;
  /** The package, built and installed in a folder: made when it is first asked for. */
  readonly project: () => Promise<string>;
  /** What to compare with: installed when first asked for, none where the run is about ours only. */
  readonly peers: () => Promise<readonly Peer[]>;
}

/** One thing that is measured. */
export interface Measurement {
  /** For `--only`. */
  readonly name: string;
  readonly measure: (request: Request) => Promise<readonly Row[]>;
}
