import type { Call } from "../lib/call/call.js";
import { InvalidRequestError } from "../lib/errors/client.js";
import { toDispatchBody } from "./body.js";
import type { DispatchHandler, DispatchOptions, Dispatcher } from "./dispatcher.js";
import { ResponseHandler } from "./response-handler.js";
import type { DispatchResponse } from "./dispatch-response.js";

/**
 * Sends a call through a dispatcher. Rejects as `fetch` does: a `TypeError` or the signal's reason.
 */
export function dispatch(call: Call, dispatcher: Dispatcher): Promise<DispatchResponse> {
  return new Promise((resolve, reject) => {
    call.signal?.throwIfAborted();
    const options = optionsOf(call);
    const handler = new ResponseHandler(call, resolve, reject);
    (dispatcher as TypedDispatcher).dispatch(options, handler);
  });
}

/** A `Dispatcher` with the types that its public interface leaves open. */
interface TypedDispatcher {
  dispatch(options: DispatchOptions, handler: DispatchHandler): boolean;
}

function optionsOf(call: Call): DispatchOptions {
  const { method } = call;
  checkInit(call);
  const url = new URL(call.url);
  if (url.username !== "" || url.password !== "")
    throw new TypeError("The URL must not include credentials");
  const { body, type, length } = toDispatchBody(call.body, call.signal);
  // As in `fetch`, unless the document says that the operation has one.
  if (body !== null && !call.operation.body && (method === "GET" || method === "HEAD"))
    throw new TypeError("Request with GET/HEAD method cannot have body.");
  // Not spread: adding a member to a spread object takes V8 a microsecond.
  const headers = Object.assign<Record<string, string>, Call["headers"]>({}, call.headers);
  headers["accept-encoding"] ??= acceptEncoding(url, headers);
  if (type !== undefined) headers["content-type"] ??= type;
  if (length !== undefined) headers["content-length"] ??= `${length}`;
  // The dispatcher sets it from the origin, also after a redirect.
  delete headers["host"];
  return { origin: url.origin, path: url.pathname + url.search, method, headers, body };
}

/** Lets the runtime validate `fetchOptions`. Most of them have no meaning outside of browsers. */
function checkInit({ init, url }: Call): void {
  if (init === undefined) return;
  const { signal: _, headers: __, redirect: ___, ...others } = init;
  if (Object.keys(others).length > 0) void new Request(url, others);
  if (init.integrity)
    throw new InvalidRequestError("fetchOptions.integrity: not supported by NodeHTTPClient");
}

/**
 * As in `fetch`, steps 8.18 and 8.19: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
function acceptEncoding({ protocol }: URL, headers: Call["headers"]): string {
  if (headers["range"] !== undefined) return "identity";
  return protocol === "https:" ? "br, gzip, deflate" : "gzip, deflate";
}
