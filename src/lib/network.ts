import { aborted } from "./attempt.js";
import type { Call } from "./call.js";
import type { ClientError } from "./errors.js";
import { SDKError, isA, textOf } from "./errors/base.js";
import { ConnectionError, InvalidRequestError } from "./errors/client.js";
import type { Handler } from "./middleware.js";
import { maskOf } from "./promise.js";
import { redirected } from "./redirects.js";
import { err, ok } from "./result.js";
import { type Transport, initOf } from "./transport.js";

/** The innermost handler: sends a call by a transport, follows redirects, and makes results of failures. */
export function network(transport: Transport): Handler {
  return async (call) => {
    try {
      for (let at = call, hops = 0; ; hops++) {
        const reply = await transport(at);
        const next = redirected(at, reply, hops);
        if (next === undefined) return ok(reply);
        await reply.body?.cancel().catch(() => {});
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
  const code = codeOf(cause);
  const why = code ?? maskOf(call.secrets)(textOf(cause));
  return new ConnectionError(`No answer from ${new URL(call.url).host}: ${why}`, { cause, code });
}

/** Whether the platform would make a request of the call at all. Asked after a failure only. */
function isSendable(call: Call): boolean {
  try {
    return !!new Request(call.url, { ...initOf(call), body: null, signal: null });
  } catch {
    return false;
  }
}

/** The system's code of a network error: `fetch` buries it in causes. */
function codeOf(thrown: unknown, depth = 5): string | undefined {
  try {
    const { code, cause, errors } = Object(thrown) as Record<string, unknown>;
    if (typeof code === "string") return code;
    const inner = cause ?? (errors as unknown[] | undefined)?.[0];
    return depth > 0 && inner ? codeOf(inner, depth - 1) : undefined;
  } catch {
    return undefined; // it cannot be read
  }
}
