import type { Call } from "../call/call.js";
import type { TransportResponse } from "../web/transport-response.js";

/** Sends one call and answers with headers and an unread body. Rejects when there is no answer. */
export type Transport = (call: Call) => Promise<TransportResponse>;

/**
 * The default transport: the runtime's own `fetch`, looked up at each call so that instrumentation and test doubles are
 * seen. Always `fetch(url, init)` and never a `Request` object: abort signals given through one are lost after a garbage
 * collection (nodejs/undici#4068).
 */
export const fetchTransport: Transport = (call) => fetch(call.url, initOf(call));

/** The `RequestInit` of a call, made afresh for every attempt. */
export function initOf(call: Call): RequestInit {
  const init: RequestInit & { duplex?: "half" } = {
    ...call.init,
    method: call.method,
    headers: call.headers,
    redirect: "manual",
    body: (call.body ?? null) as BodyInit | null, // TypeScript's DOM types want buffers that are not shared; fetch takes them all
  };
  if (call.signal !== undefined) init.signal = call.signal;
  // Required by fetch for a body that is a stream; see https://fetch.spec.whatwg.org/#dom-requestinit-duplex
  if (call.body instanceof ReadableStream) init.duplex = "half";
  return init;
}
