/** Prints what a demonstration does, a line a step, and keeps the account. */
export interface Report {
  /** Begins a part. */
  part(title: string): void;
  /** Does a step and prints what it tells. A step that throws is not as expected. */
  step(name: string, work: () => string | Promise<string>): Promise<void>;
  /** How many steps were done, and how many of them not as expected. */
  readonly account: { readonly done: number; readonly failed: number };
}

/** Makes an empty report. */
export function report(print: (line: string) => void): Report {
  const account = { done: 0, failed: 0 };
  const tell = (mark: string, name: string, text: string): void =>
    print(`  ${mark} ${name.padEnd(22)} ${text}`);
  return {
    account,
    part: (title) => print(`\n${title}`),
    async step(name, work) {
      account.done += 1;
      try {
        tell("ok", name, await work());
      } catch (error) {
        account.failed += 1;
        tell("!!", name, error instanceof Error ? `${error.name}: ${error.message}` : `${error}`);
      }
    },
  };
}

/** Ends a step that is not as expected. */
export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`not as expected: ${what}`);
}

/** The error that a call ends with; a call that succeeds is not as expected. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([call]);
  expect(outcome.status === "rejected", "the call to fail");
  return outcome.reason;
}
