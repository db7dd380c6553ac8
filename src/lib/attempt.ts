import type { Call } from "./call.js";
import { answerFor } from "./decode.js";
import { SDKError, isA, reasonOf, textOf } from "./errors/base.js";
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
} from "./errors/client.js";
import type { ClientError } from "./errors.js";
import type { Controller } from "./http-client.js";
import type { Handler } from "./middleware.js";
import type { Outcome } from "./received.js";
import { err, ok } from "./result.js";
import { race } from "./race.js";
import { readStart } from "./read.js";
import { sign } from "./sign.js";
import type { Settings } from "./settings.js";

/** How long an attempt may take where nobody says, in milliseconds. */
const DEFAULT_TIMEOUT = 60_000;

/**
 * One attempt: sign, send, read the body, all before the deadline. The promise settles at the deadline or the abort even if a
 * middleware, a credential callback or a transport takes no notice of the signal.
 */
export function attempt(
  call: Call,
  settings: Settings,
  next: Handler,
  makeController: () => Controller,
): Promise<Outcome> {
  const timeoutMs = call.options.timeoutMs ?? settings.options.timeoutMs ?? DEFAULT_TIMEOUT;
  const limit = timeoutMs > 0 && timeoutMs < Infinity ? timeoutMs : undefined;
  const { signal } = call;
  if (limit === undefined && signal === undefined) return exchange(call, settings, next);
  const controller = makeController();
  return race<Outcome>(
    limit,
    signal,
    (ended) => {
      const error = ended
        ? aborted(signal)
        : new RequestTimeoutError(`No complete answer within ${timeoutMs} ms (timeoutMs)`);
      // A callback that hangs is not waited for again.
      if (!ended) settings.asking.clear();
      controller.abort(error);
      return err(error);
    },
    () => exchange({ ...call, signal: controller.signal }, settings, next),
  );
}

/** The error of a call that its caller ended. */
export function aborted(signal: AbortSignal | undefined): RequestAbortedError {
  return new RequestAbortedError("The call was aborted by its signal", { cause: signal?.reason });
}

async function exchange(call: Call, settings: Settings, next: Handler): Promise<Outcome> {
  let failing = "A credential callback failed";
  try {
    const signing = sign(call, settings);
    const signed = signing instanceof Promise ? await signing : signing;
    failing = "A middleware failed";
    const handled = await next(signed);
    if (!handled.ok) throw handled.error;
    const reply = handled.value;
    if (reply.bodyUsed) throw new TypeError("it, or a hook, read the body, not a clone()");
    const answer = answerFor(call.operation, reply);
    failing = "";
    // What nobody asked for may be of any size. (The body itself is looked at last: a transport may make one for that.)
    const content =
      (!answer?.media || answer.error) && reply.body
        ? await readStart(reply.body)
        : answer?.read === "bytes"
          ? new Uint8Array(await reply.arrayBuffer())
          : await reply.text();
    return ok({ call: signed, reply, answer, content });
  } catch (cause) {
    // Errors of our own stay what they are; others were thrown by code that was handed to us, or by a broken connection.
    if (isA(cause, SDKError)) return err(cause as ClientError); // the SDK throws no others here
    if (failing) return err(new UnexpectedClientError(`${failing}: ${textOf(cause)}`, { cause }));
    const [text, code] = reasonOf(cause);
    return err(
      new ConnectionError(`The connection broke inside the body: ${text}`, { cause, code }),
    );
  }
}
