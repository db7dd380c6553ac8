import { type Received, aborted, attempt } from "./attempt.js";
import type { Call } from "./call.js";
import { SDKError, isA, textOf } from "./errors/base.js";
import { ConnectionError, InvalidRequestError } from "./errors/client.js";
import type { ClientError } from "./errors.js";
import { logged } from "./logger.js";
import type { Handler } from "./middleware.js";
import { maskOf } from "./promise.js";
import { following } from "./redirects.js";
import { type Result, err, ok } from "./result.js";
import { withRetries } from "./retry.js";
import type { Settings } from "./settings.js";
import { type Transport, fetchTransport, initOf } from "./transport.js";

/** What a client does with a call. */
export type Pipeline = (call: Call) => Promise<Result<Received, ClientError>>;

/** Puts together what a client does: retries around attempts; in each, deadline, signing, the user's middleware, transport. */
export function pipeline(settings: Settings): Pipeline {
  const { logger } = settings;
  const { httpClient, middleware } = settings.options;
  const transport = httpClient ? httpClient.transport : fetchTransport;
  const last = handlerOf(following(logger === undefined ? transport : logged(transport, logger)));
  const handler = (middleware ?? []).reduceRight<Handler>((next, wrap) => wrap(next), last);
  return (call) => withRetries(call, settings, (each) => attempt(each, settings, handler));
}

/** A transport whose failures are results. */
function handlerOf(transport: Transport): Handler {
  return async (call) => {
    try {
      return ok(await transport(call));
    } catch (cause) {
      return err(transportError(call, cause));
    }
  };
}

/** What a failing transport means. Told from what is known about the call and not from words in a message. */
export function transportError(call: Call, cause: unknown): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // thrown by our own transports on purpose
  if (call.signal?.aborted) return aborted(call.signal);
  if (!sendable(call)) {
    // The platform's own message may quote a header, so it is not passed on.
    return new InvalidRequestError("The runtime refuses the URL, headers or fetchOptions");
  }
  const code = codeOf(cause);
  const why = code ?? maskOf(call.secrets)(textOf(cause));
  return new ConnectionError(`No answer from ${new URL(call.url).host}: ${why}`, { cause, code });
}

/** Whether the platform would make a request of the call at all. Asked after a failure only. */
function sendable(call: Call): boolean {
  try {
    const { body: _, signal: __, ...init } = initOf(call);
    return Boolean(new Request(call.url, init));
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
