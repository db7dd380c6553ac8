import type { Call } from "../lib/call/call.js";
import type { DispatchController, DispatchHandler, RawHeaders } from "./dispatcher.js";
import { DispatchResponse, type Incoming, isBodiless } from "./dispatch-response.js";

/** How much of a body that nobody reads is taken in before the connection is held back, in octets. */
const MOST_UNREAD = 262_144;

/**
 * One request on a dispatcher: is told what becomes of it, and holds what has come of the body until somebody reads it. Fails
 * with the errors that `fetch` would fail with.
 */
export class ResponseHandler implements DispatchHandler, Incoming {
  readonly #call: Call;
  readonly #resolve: (reply: DispatchResponse) => void;
  readonly #reject: (error: unknown) => void;
  /** The answer, held only while data comes in by itself: once held back, nobody may be left to read it. */
  #reply: DispatchResponse | undefined;
  #state: "waiting" | "receiving" | "ended" | "failed" = "waiting";
  #error: unknown;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #most = MOST_UNREAD;
  #ignoring = false;
  #paused = false;
  #abort: ((reason?: unknown) => void) | undefined;
  #controller: DispatchController | undefined;
  #resume: (() => void) | undefined;
  #wake: (() => void) | undefined;
  /** Whether somebody has begun to read the body. */
  used = false;

  /** Settles a promise by the head of the answer, or by what kept it from coming. */
  constructor(
    call: Call,
    resolve: (reply: DispatchResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    call.signal?.addEventListener("abort", this, { once: true });
  }

  /** The signal's: hangs up. */
  handleEvent(): void {
    this.hangUp(this.#call.signal?.reason);
  }

  /** Ends the exchange where it is under way, and with it the connection. */
  hangUp(reason: unknown): void {
    if (!this.#fail(reason)) return;
    if (this.#controller) this.#controller.abort(reason);
    else this.#abort?.(reason);
  }

  /** Everything that is left of the body, at once if it has come: most bodies come together with their head. */
  rest(): Buffer | Promise<Buffer> {
    this.#most = Infinity;
    this.used = true;
    if (this.#state === "receiving") return this.#more().then(() => this.rest());
    if (this.#state === "failed") throw this.#error;
    return this.#take();
  }

  /** Some more of the body; `undefined` at its end. */
  async next(): Promise<Buffer | undefined> {
    this.used = true;
    while (this.#size === 0 && this.#state === "receiving") await this.#more();
    if (this.#state === "failed") throw this.#error;
    return this.#size > 0 ? this.#take() : undefined;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#paused) {
        this.#paused = false;
        if (this.#controller) this.#controller.resume();
        else this.#resume?.();
      }
    });
  }

  #take(): Buffer {
    const chunks = this.#chunks;
    const [only] = chunks;
    const all = chunks.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(chunks);
    this.#chunks = [];
    this.#size = 0;
    return all;
  }

  #woken(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  #settle(state: "ended" | "failed"): void {
    this.#state = state;
    this.#reply = undefined;
    this.#call.signal?.removeEventListener("abort", this);
    this.#woken();
  }

  #fail(error: unknown): boolean {
    const before = this.#state;
    if (before === "ended" || before === "failed") return false;
    this.#error = error;
    this.#settle("failed");
    if (before === "waiting") this.#reject(error);
    return true;
  }

  onConnect(abort: (reason?: unknown) => void): void {
    this.#abort = abort;
    // Ended while it was waiting for a connection.
    if (this.#state === "failed") abort(this.#error);
  }

  onHeaders(status: number, headers: RawHeaders, resume: () => void, statusText = ""): boolean {
    // Interim answers come before the one that was asked for (RFC 9110 section 15.2).
    if (status < 200) return true;
    this.#resume = resume;
    this.#state = "receiving";
    const { method, url } = this.#call;
    this.#ignoring = isBodiless(method, status);
    const source = this.#ignoring ? undefined : this;
    this.#reply = new DispatchResponse(url, status, statusText, headers, source);
    this.#resolve(this.#reply);
    return true;
  }

  onData(chunk: Uint8Array): boolean {
    if (this.#ignoring) return true;
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    this.#woken();
    if (this.#size < this.#most) return true;
    this.#paused = true;
    if (this.#reply) abandoned.register(this.#reply, this);
    this.#reply = undefined;
    return false;
  }

  onComplete(): void {
    if (this.#state === "receiving") this.#settle("ended");
  }

  onError(cause: unknown): void {
    // Only failures are told of by these words; what is underneath is what went wrong.
    const words = this.#state === "waiting" ? "fetch failed" : "terminated";
    this.#fail(new TypeError(words, { cause }));
  }

  onRequestStart(controller: DispatchController): void {
    this.#controller = controller;
    if (this.#state === "failed") controller.abort(this.#error);
  }

  onResponseStart(
    controller: DispatchController,
    status: number,
    headers: RawHeaders,
    statusText?: string,
  ): void {
    this.onHeaders(status, controller.rawHeaders ?? headers, () => {}, statusText);
  }

  onResponseData(controller: DispatchController, chunk: Uint8Array): void {
    if (!this.onData(chunk)) controller.pause();
  }

  onResponseEnd(): void {
    this.onComplete();
  }

  onResponseError(_: DispatchController | undefined, error: unknown): void {
    this.onError(error);
  }
}

/** Hangs up where a body is held back that nobody can read any more. */
const abandoned = /* @__PURE__ */ new FinalizationRegistry<ResponseHandler>((exchange) => {
  if (!exchange.used) exchange.hangUp(new TypeError("Nobody reads the body"));
});
