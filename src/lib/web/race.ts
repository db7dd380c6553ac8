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
    const abort = (): void => settle(onInterrupt(true));
    if (signal?.aborted) return abort();
    // First, because it throws if `signal` is not an AbortSignal: before a timer runs or the task
    // starts.
    stopWaiting = signal && onAbort(signal, abort);
    if (ms < Infinity)
      timer = setTimeout(() => settle(onInterrupt(false)), Math.min(ms, MAX_TIMER_MS));
    if (task === undefined) return;
    const running = task();
    const onSettled = (): void => settle(running);
    running.then(onSettled, onSettled);
  });
}
