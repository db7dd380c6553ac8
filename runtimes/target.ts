import type { Sdk } from "./sdk.js";

/** A runtime, a compiler or a bundler that the SDK supports. */
export interface Target {
  /** The name for `--only`. */
  readonly name: string;
  /** The cases to run. */
  readonly cases: readonly Case[];
}

/** A row of the table. */
export interface Case {
  /** The name of the runtime, compiler or bundler. */
  readonly runtime: string;
  /** The part of the package that is tested: `ES modules`, `CommonJS`, ... */
  readonly what: string;
  /** Returns the version. Throws `NotRun` if it is not available. */
  readonly version: () => string | Promise<string>;
  /**
   * Runs the case with its own emulator. May return a note for the table. Throws if an expectation
   * fails.
   */
  readonly run: (environment: CaseEnvironment) => Promise<string | void>;
}

/** What a case runs with. */
export interface CaseEnvironment {
  /** The installed package. */
  readonly sdk: Sdk;
  /** The URL of the emulator. */
  readonly url: string;
}
