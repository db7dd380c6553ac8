import type { Diagnostic } from "./diagnostic.js";

/** The value of a stage, together with its diagnostics. */
export interface StageResult<T> {
  /** `undefined` if an error leaves nothing to go on with. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** True if the run must not write. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** The result of a stage that cannot go on. */
export function failed(...diagnostics: readonly Diagnostic[]): {
  readonly value: undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { value: undefined, diagnostics };
}

/** The result of a stage that has a value. */
export function done<T>(
  value: T,
  diagnostics: readonly Diagnostic[] = [],
): { readonly value: T; readonly diagnostics: readonly Diagnostic[] } {
  return { value, diagnostics };
}

/**
 * Runs the next stage on the value of the one before. Its diagnostics follow those of the one
 * before.
 */
export function andThen<A, B>(
  result: StageResult<A>,
  next: (value: A) => StageResult<B>,
): StageResult<B> {
  if (result.value === undefined || hasErrors(result.diagnostics)) {
    return failed(...result.diagnostics);
  }
  const { value, diagnostics } = next(result.value);
  return { value, diagnostics: [...result.diagnostics, ...diagnostics] };
}
