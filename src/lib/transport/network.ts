import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import type { Handler } from "../call/middleware.js";
import { err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import { SDKError, isA, rootCause } from "../errors/base.js";
import { ConnectionError, InvalidRequestError, RequestAbortedError } from "../errors/client.js";
import { cancelBody } from "../web/body.js";
import { followRedirect } from "./redirects.js";
import { type Transport, initOf } from "./transport.js";

/** The innermost handler: sends a call by a transport, follows redirects, and makes results of failures. */
export function network(transport: Transport): Handler {
  return async (call) => {
    try {
      for (let at = call, hops = 0; ; hops++) {
        const reply = await transport(at);
        const next = followRedirect(at, reply, hops);
        if (next === undefined) return ok(reply);
        cancelBody(reply.body);
        at = next;
      }
    } catch (cause) {
      return err(networkError(call, cause));
    }
  };
}

/** What a failing transport means. Told from what is known about the call and not from words in a message. */
function networkError(call: Call, cause: unknown): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // thrown by our own transports on purpose
  if (call.signal?.aborted) return aborted(call.signal);
  if (!isSendable(call)) {
    // The platform's own message may quote a header, so it is not passed on.
    return new InvalidRequestError("The runtime refuses the URL, headers or fetchOptions");
  }
  const [text, code] = rootCause(cause);
  const why = redactor(call)(text);
  return new ConnectionError(`No answer from ${new URL(call.url).host}: ${why}`, { cause, code });
}

/** The error of a call that its caller ended. */
export function aborted(signal: AbortSignal | undefined): RequestAbortedError {
  return new RequestAbortedError("The call was aborted by its signal", { cause: signal?.reason });
}

/** Whether the platform would make a request of the call at all. Asked after a failure only. */
function isSendable(call: Call): boolean {
  try {
    return !!new Request(call.url, { ...initOf(call), body: null, signal: null });
  } catch {
    return false;
  }
}
