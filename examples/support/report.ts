/** Prints the steps of a demo, one per line, and counts them. */
export interface Report {
  /** Starts a part. */
  part(title: string): void;
  /** Runs a step and prints the line that it returns. A step that throws counts as failed. */
  step(name: string, run: () => string | Promise<string>): Promise<void>;
  /** The number of steps, and how many of them failed. */
  readonly account: { readonly done: number; readonly failed: number };
}

/** Creates an empty report. */
export function report(print: (line: string) => void): Report {
  const account = { done: 0, failed: 0 };
  const printStep = (mark: string, name: string, line: string): void =>
    print(`  ${mark} ${name.padEnd(22)} ${line}`);
  return {
    account,
    part: (title) => print(`\n${title}`),
    async step(name, run) {
      account.done += 1;
      try {
        printStep("ok", name, await run());
      } catch (error) {
        account.failed += 1;
        printStep(
          "!!",
          name,
          error instanceof Error ? `${error.name}: ${error.message}` : `${error}`,
        );
      }
    },
  };
}

/** Fails the step if a condition is not met. */
export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`not as expected: ${what}`);
}

/** Returns the error of a call. Fails the step if the call succeeds. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([call]);
  expect(outcome.status === "rejected", "the call to fail");
  return outcome.reason;
}
