import type { Outcome, Problem } from "./diagnostic.js";

/** A problem without its severity, for {@link error} and {@link warning}. */
export type Finding = Omit<Problem, "severity">;

/** A problem that ends the run before anything is written. */
export function error(finding: Finding): Problem {
  return { severity: "error", ...finding };
}

/** A problem that names something which the output cannot express. */
export function warning(finding: Finding): Problem {
  return { severity: "warning", ...finding };
}

/** True when the run must not write. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The outcome of a stage that cannot go on. */
export function failed(...problems: readonly Problem[]): {
  readonly value: undefined;
  readonly problems: readonly Problem[];
} {
  return { value: undefined, problems };
}

/** The outcome of a stage that has a value. */
export function done<T>(
  value: T,
  problems: readonly Problem[] = [],
): { readonly value: T; readonly problems: readonly Problem[] } {
  return { value, problems };
}

/** The next stage, run on the value of the one before; its problems come after those of the one before. */
export function andThen<A, B>(outcome: Outcome<A>, next: (value: A) => Outcome<B>): Outcome<B> {
  if (outcome.value === undefined || hasErrors(outcome.problems)) {
    return failed(...outcome.problems);
  }
  const { value, problems } = next(outcome.value);
  return { value, problems: [...outcome.problems, ...problems] };
}
