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

/** The innermost handler: sends a call, follows redirects and returns failures as errors. */
export function network(send: Transport["send"]): Handler {
  return async (call) => {
    call.progress.attempts = call.attempt;
    try {
      for (let current = call, redirects = 0; ; redirects++) {
        const response = await send(current);
        if (!response)
          // Without a cause, because it would happen again.
          throw new ConnectionError(
            `Connection to ${new URL(call.url).host} failed: the transport did not return a Response`,
          );
        const next = followRedirect(current, response, redirects);
        // A direct 401, 429 or 503 may say that the work was not begun; a redirect was a response
        // too.
        if (next || redirects || ![401, 429, 503].includes(response.status))
          call.progress.hasResponse = true;
        if (next === undefined) return ok(response);
        cancelBody(response.body);
        current = next;
      }
    } catch (cause) {
      return err(networkError(call, cause));
    }
  };
}

/** Classifies what a transport threw. */
function networkError(call: Call, cause: unknown): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // our transports throw no others
  if (call.signal?.aborted) return abortError(call.signal);
  const [message, code] = rootCause(cause);
  // A port that browsers block, and options that cannot be used, have no code but their words.
  if (!isSendable(call) || code === "UND_ERR_INVALID_ARG" || /^bad port$/i.test(message)) {
    // Without the runtime's own message, which may quote a header.
    return new InvalidRequestError("The runtime rejected the URL, headers or fetchOptions");
  }
  const reason = redactor(call)(message);
  return new ConnectionError(`Connection to ${new URL(call.url).host} failed: ${reason}`, {
    cause,
    code,
  });
}

/** The error of a call that its caller aborted. */
export function abortError(signal: AbortSignal | undefined): RequestAbortedError {
  return new RequestAbortedError("Request aborted by its signal", { cause: signal?.reason });
}

/** Whether the runtime can create a request from the call. Checked only after a failure. */
function isSendable(call: Call): boolean {
  try {
    const { dispatcher } = (call.init ?? {}) as { dispatcher?: { dispatch?: unknown } };
    if (dispatcher && typeof dispatcher.dispatch !== "function") return false;
    return !!new Request(call.url, { ...initOf(call), body: null, signal: null });
  } catch {
    return false;
  }
}
