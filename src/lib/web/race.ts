import { onAbort } from "./signals.js";

/** The longest delay that `setTimeout` supports, in milliseconds. */
export const MAX_TIMER_MS = 2_147_483_647;

/**
 * Waits for a timeout, an abort signal or a task, whichever comes first. Leaves no timer and no
 * listener behind.
 *
 * @param ms - The timeout in milliseconds; `Infinity` disables it.
 * @param onInterrupt - Returns the value to resolve to if the timeout (`false`) or the signal
 *   (`true`) came first.
 */
export function race<T>(
  ms: number,
  signal: AbortSignal | undefined,
  onInterrupt: (aborted: boolean) => T,
  task?: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopWaiting: (() => void) | undefined;
    const settle = (value: T | Promise<T>): void => {
      clearTimeout(timer);
      stopWaiting?.();
      resolve(value);
    };
    const interrupt = (aborted: boolean): void => settle(onInterrupt(aborted));
    if (signal?.aborted) return interrupt(true);
    // First, because it throws if `signal` is not an AbortSignal: before a timer runs or the task
    // starts.
    stopWaiting = signal && onAbort(signal, () => interrupt(true));
    if (ms < Infinity) timer = setTimeout(interrupt, Math.min(ms, MAX_TIMER_MS), false);
    if (task === undefined) return;
    const running = task();
    // With the value and not the promise, for which a promise would wait two turns more.
    running.then(settle, () => settle(running));
  });
}
