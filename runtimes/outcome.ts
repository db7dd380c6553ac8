/** The outcome of a case. */
export type Outcome =
  | { readonly kind: "passed"; readonly note?: string }
  | { readonly kind: "failed"; readonly message: string }
  /** The case could not run here. Never counts as passed. */
  | { readonly kind: "not run"; readonly reason: string };

/** Thrown by a case that needs something that this machine does not have. */
export class NotRun extends Error {
  override readonly name = "NotRun";
}

/** The outcome for an error. */
export function outcomeOf(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof NotRun
    ? { kind: "not run", reason: message }
    : { kind: "failed", message };
}
