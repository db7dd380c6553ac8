import { onTestFinished, vi } from "vitest";
import type { Responder } from "./server.js";

/** A timeout that expires when the test says so, however fast or slow the machine is. */
export interface ManualDeadline {
  /** The value for the option `timeoutMs`. Its own time is never up. */
  readonly timeoutMs: number;
  /** Ends the attempt that runs with this timeout now. Does nothing if there is none. */
  readonly expire: () => void;
  /** A server's response, or silence, after which it expires. */
  readonly after: (responder: Responder) => Responder;
}

/** Unlike any other timeout of the tests, so that its timers can be told apart. */
let lastTimeout = 1_000_000_000;

/** Takes a timeout off the clock for the duration of a test. */
export function manualDeadline(): ManualDeadline {
  const timeoutMs = ++lastTimeout;
  const { setTimeout } = globalThis;
  let expire: (() => void) | undefined;
  const timers = vi.spyOn(globalThis, "setTimeout").mockImplementation(((
    task: () => void,
    ms?: number,
    ...rest: unknown[]
  ) => {
    if (ms === timeoutMs) expire = task;
    return setTimeout(task, ms, ...rest);
  }) as typeof setTimeout);
  onTestFinished(() => timers.mockRestore());
  return {
    timeoutMs,
    expire: () => expire?.(),
    after: (responder) => (request, response, count) => {
      // The client gets what is sent before its time is up.
      setTimeout(() => expire?.(), 20);
      return responder(request, response, count);
    },
  };
}
