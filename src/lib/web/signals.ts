/** The calls that wait for a signal. Is its listener. */
class Waiting extends Set<() => void> {
  handleEvent(): void {
    for (const callback of this) callback();
  }
}

const waitingFor = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when a signal aborts. However many calls wait for a signal, it has one listener of
 * ours: Node warns of a leak if a signal has more than ten, and a server may pass its shutdown
 * signal to thousands of calls.
 *
 * @param signal - A signal that has not aborted yet.
 * @returns A function that stops waiting. No listener stays behind.
 * @throws TypeError if `signal` is not an AbortSignal.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const waiting = waitingFor.get(signal) ?? new Waiting();
  if (waiting.size === 0) signal.addEventListener("abort", waiting, { once: true });
  waitingFor.set(signal, waiting.add(callback));
  return () => {
    waiting.delete(callback);
    if (waiting.size === 0) signal.removeEventListener("abort", waiting);
  };
}

/** A signal that aborts when either of two does. `AbortSignal.any` is missing before Node 20.3. */
export function eitherSignal(a: AbortSignal, b: AbortSignal): AbortSignal {
  if (typeof AbortSignal.any === "function") return AbortSignal.any([a, b]);
  const controller = new AbortController();
  for (const signal of [a, b]) {
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else onAbort(signal, abort);
  }
  return controller.signal;
}
