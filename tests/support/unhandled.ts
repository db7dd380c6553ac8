import { afterEach, beforeEach, expect } from "vitest";

/** Fails every test of a file that leaves an unhandled rejection. */
export function expectNothingUnhandled(): void {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", note).on("uncaughtException", note);
  });
  afterEach(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
    process.off("unhandledRejection", note).off("uncaughtException", note);
    expect(unhandled).toEqual([]);
  });
}
