import type { Call } from "../call/call.js";
import type { Method } from "../spec/operation-spec.js";
import { initOf } from "./transport.js";

/** The `Request` of a call, for hooks. */
export function requestOf(call: Call): Request {
  return new Request(call.url, { ...initOf(call), ...(isGetWithBody(call) && { body: null }) });
}

/**
 * The call that sends a request as hooks left it.
 *
 * @param isOther - Whether the request is not the one that was made from the call.
 */
export async function withRequest(call: Call, request: Request, isOther: boolean): Promise<Call> {
  // Read from the request if a hook replaced it, or if the body is a form, whose boundary is in the
  // request's headers. From a clone, so that other hooks can still read it.
  const hasOwnBody = !isGetWithBody(call) && (isOther || call.body instanceof FormData);
  return {
    ...call,
    url: request.url,
    method: request.method as Method, // or a custom one from a hook
    headers: Object.fromEntries(request.headers),
    body: hasOwnBody ? (request.body ? await request.clone().arrayBuffer() : undefined) : call.body,
  };
}

/** Whether a call has a body that a `Request` cannot hold, so that hooks do not see it. */
function isGetWithBody({ method, body }: Call): boolean {
  return body !== undefined && /^(GET|HEAD)$/.test(method);
}
