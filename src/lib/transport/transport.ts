import type { Call } from "../call/call.js";
import type { TransportResponse } from "../web/transport-response.js";

/**
 * Sends one call. Resolves to the response with its body unread, whatever its status. Rejects if
 * there is no response.
 */
export type Transport = (call: Call) => Promise<TransportResponse>;

/**
 * The default transport: the runtime's `fetch`, looked up for each call so that instrumentation and
 * test doubles take effect. Always `fetch(url, init)` and never a `Request`: an abort signal of a
 * `Request` is lost after a garbage collection (nodejs/undici#4068).
 */
export const fetchTransport: Transport = (call) => fetch(call.url, initOf(call));

/** Creates the `RequestInit` of a call, a new one for every attempt. */
export function initOf(call: Call): RequestInit {
  const init: RequestInit & { duplex?: "half" } = {
    ...call.init,
    method: call.method,
    headers: call.headers,
    redirect: "manual",
    body: (call.body ?? null) as BodyInit | null, // TypeScript's DOM types exclude shared buffers
  };
  if (call.signal !== undefined) init.signal = call.signal;
  // `fetch` requires it for streams: https://fetch.spec.whatwg.org/#dom-requestinit-duplex
  if (call.body instanceof ReadableStream) init.duplex = "half";
  return init;
}
