import type { Call } from "../lib/call/call.js";
import type { AttemptController } from "../lib/transport/transport.js";

/**
 * The part of an `AbortController` and its signal that this transport uses. Creating the platform's
 * own takes longer than encoding a call, so it is created only if other code may see the signal.
 */
export class LightAbortController implements AttemptController {
  aborted = false;
  reason: unknown;
  readonly #listeners: EventListenerOrEventListenerObject[] = [];

  get signal(): AbortSignal {
    return this as unknown as AbortSignal; // this transport uses no other members
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const event = new Event("abort");
    for (const listener of this.#listeners.slice()) {
      if (typeof listener === "function") listener(event);
      else listener.handleEvent(event);
    }
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_: "abort", listener: EventListenerOrEventListenerObject): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_: "abort", listener: EventListenerOrEventListenerObject): void {
    const index = this.#listeners.indexOf(listener);
    if (index >= 0) this.#listeners.splice(index, 1);
  }
}

/** Returns the call with a real `AbortSignal`, for code that needs one. */
export function withSignal(call: Call): Call {
  const { signal } = call;
  if (!(signal instanceof LightAbortController)) return call;
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return { ...call, signal: controller.signal };
}
