import type { Call } from "../call/call.js";
import type { TransportResponse } from "../web/transport-response.js";

/** Aborts an attempt: an `AbortController`, or the part of one that a transport needs. */
export type AttemptController = Pick<AbortController, "signal" | "abort">;

/**
 * Sends requests: all that the pipeline knows of the network. Transports are composed, not
 * inherited: `HTTPClient` is hooks around a transport.
 *
 * @example
 * const transport: Transport = {
 *   send: (call) => fetch(call.url, { method: call.method, headers: call.headers }),
 *   createController: () => new AbortController(),
 * };
 */
export interface Transport {
  /**
   * Sends one call. Resolves to the response with its body unread, whatever its status. Rejects if
   * there is no response, or throws. Must not follow redirects: the pipeline does.
   */
  send(call: Call): Promise<TransportResponse>;
  /**
   * Creates the controller whose signal `send` receives. A transport of its own kind may return
   * less than an `AbortController`, which costs more to create than most of a call.
   */
  createController(): AttemptController;
  /**
   * Whether it can send the body of a GET or HEAD request, which `fetch` cannot. Defaults to
   * `true`. If it is `false`, a call with such a body is an `InvalidRequestError`.
   */
  readonly sendsGETBody?: boolean | undefined;
}

/** Creates a full `AbortController`, for transports that have no lighter one. */
export function createAbortController(): AttemptController {
  return new AbortController();
}

/**
 * The default transport: the runtime's `fetch`, looked up for each call so that instrumentation and
 * test doubles take effect. Always `fetch(url, init)` and never a `Request`: an abort signal of a
 * `Request` is lost after a garbage collection (nodejs/undici#4068).
 */
export const fetchTransport: Transport = {
  send: (call) => fetch(call.url, initOf(call)),
  createController: createAbortController,
};

/** Creates the `RequestInit` of a call, a new one for every attempt. */
export function initOf(call: Call): RequestInit {
  const { headers, operation } = call;
  const { reader } = operation;
  const init: RequestInit & { duplex?: "half" } = {
    ...call.init,
    method: call.method,
    headers: reader ? { ...reader.headers, ...headers } : headers,
    redirect: "manual",
    body: (call.body ?? null) as BodyInit | null, // TypeScript's DOM types exclude shared buffers
  };
  if (call.signal !== undefined) init.signal = call.signal;
  // `fetch` requires it for streams: https://fetch.spec.whatwg.org/#dom-requestinit-duplex
  if (call.body instanceof ReadableStream) init.duplex = "half";
  return init;
}
