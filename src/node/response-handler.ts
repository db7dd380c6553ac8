import type { Call } from "../lib/call/call.js";
import type { DispatchController, DispatchHandler, RawHeaders } from "./dispatcher.js";
import { DispatchResponse, type IncomingBody, hasNoBody } from "./dispatch-response.js";

/** How much of an unread body is buffered before the connection is paused, in bytes. */
const MAX_UNREAD_BYTES = 262_144;

/**
 * Handles one request on a dispatcher: receives the response and buffers its body until it is read.
 * Fails with the errors that `fetch` would fail with.
 */
export class ResponseHandler implements DispatchHandler, IncomingBody {
  readonly #call: Call;
  readonly #resolve: (response: DispatchResponse) => void;
  readonly #reject: (error: unknown) => void;
  /**
   * The response, until the connection is first paused: then it may be garbage collected unread.
   */
  #response: DispatchResponse | undefined;
  #state: "waiting" | "receiving" | "ended" | "failed" = "waiting";
  #error: unknown;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #maxSize = MAX_UNREAD_BYTES;
  #ignoresBody = false;
  #paused = false;
  #abort: ((reason?: unknown) => void) | undefined;
  #controller: DispatchController | undefined;
  #resume: (() => void) | undefined;
  #wake: (() => void) | undefined;
  /** Whether reading the body has begun. */
  used = false;

  /**
   * Resolves to the response when its headers arrive, or rejects with the error that prevented it.
   */
  constructor(
    call: Call,
    resolve: (response: DispatchResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    call.signal?.addEventListener("abort", this, { once: true });
  }

  /** The listener of the signal. */
  handleEvent(): void {
    this.abort(this.#call.signal?.reason);
  }

  /** Aborts the request, if it is in progress, and closes its connection. */
  abort(reason: unknown): void {
    if (!this.#fail(reason)) return;
    if (this.#controller) this.#controller.abort(reason);
    else this.#abort?.(reason);
  }

  /**
   * Reads the rest of the body, and stops once it is larger than `maxBytes`. Synchronous if it has
   * arrived: most bodies come with their headers.
   */
  readAll(maxBytes: number = Infinity): Buffer | Promise<Buffer> {
    this.#maxSize = maxBytes + 1;
    this.used = true;
    const isOver = this.#size > maxBytes;
    if (this.#state === "receiving" && !isOver)
      return this.#receive().then(() => this.readAll(maxBytes));
    if (this.#state === "failed") throw this.#error;
    const bytes = this.#take();
    if (isOver) this.abort(new TypeError("the body is too large"));
    return bytes;
  }

  /** Reads the next chunk of the body; `undefined` at its end. */
  async read(): Promise<Buffer | undefined> {
    this.used = true;
    while (this.#size === 0 && this.#state === "receiving") await this.#receive();
    if (this.#state === "failed") throw this.#error;
    return this.#size > 0 ? this.#take() : undefined;
  }

  /** Waits for data or the end, and resumes a paused connection. */
  #receive(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#paused) {
        this.#paused = false;
        if (this.#controller) this.#controller.resume();
        else this.#resume?.();
      }
    });
  }

  /** Removes and returns what is buffered. */
  #take(): Buffer {
    const chunks = this.#chunks;
    const [only] = chunks;
    const bytes = chunks.length === 1 && Buffer.isBuffer(only) ? only : Buffer.concat(chunks);
    this.#chunks = [];
    this.#size = 0;
    return bytes;
  }

  #wakeReader(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  #settle(state: "ended" | "failed"): void {
    this.#state = state;
    this.#response = undefined;
    this.#call.signal?.removeEventListener("abort", this);
    this.#wakeReader();
  }

  /** Returns whether the request was still in progress. */
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
    // The request was aborted while it waited for a connection.
    if (this.#state === "failed") abort(this.#error);
  }

  onHeaders(status: number, headers: RawHeaders, resume: () => void, statusText = ""): boolean {
    // Interim responses precede the final one (RFC 9110 section 15.2).
    if (status < 200) return true;
    this.#resume = resume;
    this.#state = "receiving";
    const { method, url } = this.#call;
    this.#ignoresBody = hasNoBody(method, status);
    const body = this.#ignoresBody ? undefined : this;
    this.#response = new DispatchResponse(url, status, statusText, headers, body);
    this.#resolve(this.#response);
    return true;
  }

  onData(chunk: Uint8Array): boolean {
    if (this.#ignoresBody) return true;
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    this.#wakeReader();
    if (this.#size < this.#maxSize) return true;
    this.#paused = true;
    if (this.#response) abandoned.register(this.#response, this);
    this.#response = undefined;
    return false;
  }

  onComplete(): void {
    if (this.#state === "receiving") this.#settle("ended");
  }

  onError(cause: unknown): void {
    // The messages of `fetch`, which say nothing more. The cause says what went wrong.
    const message = this.#state === "waiting" ? "fetch failed" : "terminated";
    this.#fail(new TypeError(message, { cause }));
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

/** Closes the connection of a paused body once its response has been garbage collected unread. */
const abandoned = /* @__PURE__ */ new FinalizationRegistry<ResponseHandler>((handler) => {
  if (!handler.used) handler.abort(new TypeError("the body was never read"));
});
