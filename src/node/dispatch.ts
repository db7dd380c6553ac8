import type { Call } from "../lib/call/call.js";
import { InvalidRequestError } from "../lib/errors/client.js";
import { outgoing } from "./body.js";
import type { DispatchHandler, DispatchOptions, Dispatcher } from "./dispatcher.js";
import { ResponseHandler } from "./response-handler.js";
import type { DispatchResponse } from "./dispatch-response.js";

/** Sends a call by a dispatcher. Rejects as `fetch` does: with a `TypeError`, or with the reason of the call's signal. */
export function dispatch(call: Call, dispatcher: Dispatcher): Promise<DispatchResponse> {
  return new Promise((resolve, reject) => {
    call.signal?.throwIfAborted();
    const options = optionsOf(call);
    const exchange = new ResponseHandler(call, resolve, reject);
    (dispatcher as Dispatching).dispatch(options, exchange);
  });
}

/** What its shape stands for. */
interface Dispatching {
  dispatch(options: DispatchOptions, handler: DispatchHandler): boolean;
}

function optionsOf(call: Call): DispatchOptions {
  const { method } = call;
  checkInit(call);
  const url = new URL(call.url);
  if (url.username !== "" || url.password !== "") throw new TypeError("The URL has credentials");
  const { body, type } = outgoing(call.body, call.signal);
  if (body !== null && (method === "GET" || method === "HEAD"))
    throw new TypeError("Request with GET/HEAD method cannot have body.");
  // Not spread: V8 takes a microsecond to add a member to an object that was.
  const headers = Object.assign<Record<string, string>, Call["headers"]>({}, call.headers);
  headers["accept-encoding"] ??= codingsFor(url, headers);
  if (type !== undefined) headers["content-type"] ??= type;
  // It is the URL's, and goes with it to where a redirect leads.
  delete headers["host"];
  return { origin: url.origin, path: url.pathname + url.search, method, headers, body };
}

/** Of what is passed on to `fetch`, the platform says whether it can be; most of it has no meaning outside of browsers. */
function checkInit({ init, url }: Call): void {
  if (init === undefined) return;
  const { signal: _, headers: __, redirect: ___, ...others } = init;
  if (Object.keys(others).length > 0) void new Request(url, others);
  if (init.integrity) throw new InvalidRequestError("fetchOptions.integrity: not checked here");
}

/** What `fetch` says that it takes: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, steps 8.18 and 8.19 */
function codingsFor({ protocol }: URL, headers: Call["headers"]): string {
  if (headers["range"] !== undefined) return "identity";
  return protocol === "https:" ? "br, gzip, deflate" : "gzip, deflate";
}
