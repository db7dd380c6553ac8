import type { Sdk } from "./sdk.js";

/** Somewhere the SDK is to work: a runtime, a compiler or a bundler. */
export interface Target {
  /** As `--only` takes it. */
  readonly name: string;
  /** What is tried there. */
  readonly cases: readonly Case[];
}

/** One line of the table. */
export interface Case {
  readonly runtime: string;
  /** What of the package is tried: `ES modules`, `CommonJS`, ... */
  readonly what: string;
  /** The version that is run. Throws `NotRun` where there is none. */
  readonly version: () => string | Promise<string>;
  /** Tries it, with an emulator of its own at `url`. Answers a note for the table, if any; throws if anything is not as promised. */
  readonly run: (where: Where) => Promise<string | void>;
}

/** Where a case finds what it works with. */
export interface Where {
  readonly sdk: Sdk;
  /** The emulator. */
  readonly url: string;
}
