/**
 * What a stage found wrong. Stages return problems beside their value and never print or throw them:
 * the command line decides how they look and whether they end the run.
 */
export interface Problem {
  /** A stable kebab-case name of the kind of problem, to search for and to test against. */
  readonly code: string;
  /** An `error` ends the run before anything is written; a `warning` names something that the output cannot express. */
  readonly severity: "error" | "warning";
  /** Where: a JSON pointer into the document, or a file path with `#` and a pointer. */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly help: string;
}

/** The value of a stage together with what it found on the way. */
export interface Outcome<T> {
  /** The value, or `undefined` where an error leaves nothing to go on with. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}
