import type { Call } from "../lib/call/call.js";
import type { AttemptController } from "../lib/transport/http-client.js";

/**
 * As much of an `AbortController` and its signal as an exchange asks for. The platform's own take longer to make than a call takes to
 * encode, so calls have one only where somebody other than this transport may look at it.
 */
export class LightAbortController implements AttemptController {
  aborted = false;
  reason: unknown;
  readonly #listeners: EventListenerOrEventListenerObject[] = [];

  get signal(): AbortSignal {
    return this as unknown as AbortSignal; // as much of one as exchanges use
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
    const at = this.#listeners.indexOf(listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }
}

/** The call with a signal of the platform, for those that take no other. */
export function withSignal(call: Call): Call {
  const { signal } = call;
  if (!(signal instanceof LightAbortController)) return call;
  const controller = new AbortController();
  const end = (): void => controller.abort(signal.reason);
  if (signal.aborted) end();
  else signal.addEventListener("abort", end);
  return { ...call, signal: controller.signal };
}
