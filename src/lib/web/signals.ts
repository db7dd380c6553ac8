/** The calls that wait for a signal, and how to stop listening to it. */
interface Waiting {
  readonly callbacks: Set<() => void>;
  readonly stop: () => void;
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
  const { callbacks, stop } = waitingFor.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) stop();
  };
}

function listen(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const run = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", run, { once: true });
  const stop = (): void => {
    signal.removeEventListener("abort", run);
    waitingFor.delete(signal);
  };
  const waiting = { callbacks, stop };
  waitingFor.set(signal, waiting);
  return waiting;
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
