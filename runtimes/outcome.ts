/** What became of a case. */
export type Outcome =
  | { readonly kind: "passed"; readonly note?: string }
  | { readonly kind: "failed"; readonly message: string }
  /** It could not be tried here. Never to be read as passed. */
  | { readonly kind: "not run"; readonly reason: string };

/** Thrown by a case, or by the making of cases, for what this machine does not have. */
export class NotRun extends Error {
  override readonly name = "NotRun";
}

/** The outcome of what was thrown. */
export function outcomeOf(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof NotRun
    ? { kind: "not run", reason: message }
    : { kind: "failed", message };
}
