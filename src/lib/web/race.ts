/** The longest that timers can wait, in milliseconds. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/**
 * Waits for a time, a signal or a task, whichever comes first, and leaves no timer and no listener behind.
 *
 * @param ms - Until when, in milliseconds; `undefined` for no limit.
 * @param late - Makes the value where the time passed (`false`) or the signal ended the wait (`true`).
 */
export function race<T>(
  ms: number | undefined,
  signal: AbortSignal | undefined,
  late: (ended: boolean) => T,
  task?: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (value: T | Promise<T>): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(value);
    };
    const onAbort = (): void => settle(late(true));
    if (signal?.aborted) return onAbort();
    // First, because it throws where the signal is none: then no timer runs and no task has begun.
    signal?.addEventListener("abort", onAbort, { once: true });
    if (ms !== undefined)
      timer = setTimeout(() => settle(late(false)), Math.min(ms, LONGEST_TIMER));
    if (task === undefined) return;
    const running = task();
    const onEnd = (): void => settle(running);
    running.then(onEnd, onEnd);
  });
}
